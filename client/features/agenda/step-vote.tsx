/** How a round opened in this step counts, unless said otherwise when it is opened. */
import type { PriorityId } from '../../../shared/ids.ts';
import type { Step } from '../../../shared/session/agenda/step.ts';
import { VOTE_LIMITS, type VoteSetup } from '../../../shared/session/votes/votes.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { usePriorities } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { readWhole, TypedField } from './typed-field.tsx';
import { useAgenda } from './use-agenda.ts';
import { useChosen } from './use-chosen.ts';

export function StepVoteFields({ step }: { readonly step: Step }) {
  const { agenda: t } = useWords(cockpitWords);
  const { change } = useAgenda();
  const [vote, setVote] = useChosen<VoteSetup>(step.vote, (next) =>
    change(step.id, { vote: next }),
  );
  const count = (max: number) => (text: string) =>
    readWhole(text, 1, max) === null ? t.number(max) : undefined;
  return (
    <fieldset className="agenda-rules">
      <legend>{t.voteTitle}</legend>
      <TypedField
        kind="count"
        label={t.budget}
        stored={String(step.vote.budget)}
        max={VOTE_LIMITS.budget}
        whyNot={count(VOTE_LIMITS.budget)}
        onSave={(text) => {
          // A cap above the budget means nothing: it comes down with it.
          const budget = Number(text);
          return change(step.id, {
            vote: { ...step.vote, budget, cap: Math.min(step.vote.cap, budget) },
          });
        }}
      />
      <TypedField
        kind="count"
        label={t.cap}
        stored={String(step.vote.cap)}
        max={step.vote.budget}
        whyNot={count(step.vote.budget)}
        onSave={(text) => change(step.id, { vote: { ...step.vote, cap: Number(text) } })}
      />
      <Segmented
        legend={t.basis}
        options={[
          { value: 'person', label: t.basisPerson },
          { value: 'direction', label: t.basisDirection },
        ]}
        value={vote.basis}
        onChange={(basis) => setVote({ ...vote, basis })}
      />
      <VotedPriorities
        chosen={vote.priorityIds}
        onChange={(priorityIds) => setVote({ ...vote, priorityIds })}
      />
    </fieldset>
  );
}

interface VotedPrioritiesProps {
  /** Null for all. */
  readonly chosen: readonly PriorityId[] | null;
  readonly onChange: (chosen: readonly PriorityId[] | null) => void;
}

/** All, until one is left out; none at all would be no vote, so the last one stays. */
function VotedPriorities({ chosen, onChange }: VotedPrioritiesProps) {
  const { agenda: t } = useWords(cockpitWords);
  const priorities = usePriorities();
  const all = priorities.map(({ id }) => id);
  const now = chosen ?? all;
  const toggle = (id: PriorityId, on: boolean) => {
    const next = all.filter((one) => (one === id ? on : now.includes(one)));
    if (next.length > 0) onChange(next.length === all.length ? null : next);
  };
  if (priorities.length === 0) return null;
  return (
    <fieldset className="agenda-voted">
      <legend>{t.voteOn}</legend>
      {priorities.map(({ id, title = '' }, index) => (
        <CheckField
          key={id}
          label={`${index + 1}. ${title}`}
          checked={now.includes(id)}
          onChange={(on) => toggle(id, on)}
        />
      ))}
    </fieldset>
  );
}
