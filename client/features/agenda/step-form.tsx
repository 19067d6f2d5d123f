/** A step opened to be written: what it is called, what is asked, how long, and its rules. */

import type { PriorityId } from '../../../shared/ids.ts';
import { STEP_KINDS, STEP_LIMITS, type Step } from '../../../shared/session/agenda/step.ts';
import type { StepRules } from '../../../shared/session/rules.ts';
import { VOTE_LIMITS, type VoteSetup } from '../../../shared/session/votes/votes.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { usePriorities } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { AsksField } from './asks-field.tsx';
import { placeIn, readWhole, TypedField } from './typed-field.tsx';
import { useAgenda } from './use-agenda.ts';
import { useChosen } from './use-chosen.ts';
import './step-form.css';

export function StepForm({ step }: { readonly step: Step }) {
  const { agenda: t } = useWords(cockpitWords);
  const { change } = useAgenda();
  const { fields } = t;
  const [kind, setKind] = useChosen(step.kind, (next) => change(step.id, { kind: next }));
  return (
    <div className="agenda-form">
      <TypedField
        kind="line"
        place={placeIn(step, 'title')}
        label={fields.title}
        stored={step.title}
        max={STEP_LIMITS.titleCharacters}
        whyNot={(text) => (text.trim() === '' ? t.titleMissing : undefined)}
        onSave={(title) => change(step.id, { title })}
      />
      <TypedField
        kind="count"
        place={placeIn(step, 'minutes')}
        label={fields.minutes}
        stored={String(step.minutes)}
        max={STEP_LIMITS.minutes}
        whyNot={(text) =>
          readWhole(text, 0, STEP_LIMITS.minutes) === null ? fields.minutesRefused : undefined
        }
        onSave={(text) => change(step.id, { minutes: Number(text) })}
      />
      <div className="agenda-field" data-kind="choice">
        <SelectField
          label={fields.kind}
          help={fields.kindHelp}
          value={kind}
          onChange={({ target }) => {
            const next = STEP_KINDS.find((one) => one === target.value);
            if (next) setKind(next);
          }}
        >
          {STEP_KINDS.map((one) => (
            <option key={one} value={one}>
              {t.kinds[one]}
            </option>
          ))}
        </SelectField>
      </div>
      <TypedField
        kind="area"
        place={placeIn(step, 'instruction')}
        label={fields.instruction}
        help={fields.instructionHelp}
        stored={step.instruction}
        max={STEP_LIMITS.instructionCharacters}
        whyNot={() => undefined}
        onSave={(instruction) => change(step.id, { instruction })}
      />
      <StepRulesFields step={step} />
      {step.kind === 'sheets' && <AsksField step={step} />}
      {(step.rules.vote === 'open' || step.kind === 'vote') && <StepVoteFields step={step} />}
    </div>
  );
}

/** Each rule's answers, the most open first. */
const ANSWERS = {
  add: ['anyone', 'nobody'],
  edit: ['all', 'own', 'none'],
  move: ['anyone', 'nobody'],
  comment: ['anyone', 'nobody'],
  vote: ['open', 'closed'],
} as const satisfies { readonly [Rule in keyof StepRules]?: readonly StepRules[Rule][] };
const ASKED = Object.keys(ANSWERS) as readonly (keyof typeof ANSWERS)[];

/** The rules of a step as plain questions, and the sentence participants will read. */
function StepRulesFields({ step }: { readonly step: Step }) {
  const { agenda: t } = useWords(cockpitWords);
  const { step: words } = useWords();
  const { change } = useAgenda();
  const [rules, setRules] = useChosen(step.rules, (next) => change(step.id, { rules: next }));
  const [anonymous, setAnonymous] = useChosen(step.anonymous, (next) =>
    change(step.id, { anonymous: next }),
  );
  const isHidden = rules.writing === 'hidden';
  return (
    <fieldset className="agenda-rules">
      <legend>{t.rulesTitle}</legend>
      {ASKED.map((rule) => (
        <Segmented<string>
          key={rule}
          legend={t.rules[rule]}
          options={ANSWERS[rule].map((value) => ({ value, label: t.choices[value] }))}
          value={rules[rule]}
          onChange={(value) => setRules({ ...rules, [rule]: value })}
        />
      ))}
      <CheckField
        label={t.hidden}
        help={t.hiddenHelp}
        checked={isHidden}
        onChange={(on) => setRules({ ...rules, writing: on ? 'hidden' : 'open' })}
      />
      {isHidden && <CheckField label={t.anonymous} checked={anonymous} onChange={setAnonymous} />}
      <p className="agenda-sentence" role="status">
        {t.read(words.allowed(rules, anonymous))}
      </p>
    </fieldset>
  );
}

/** How a round opened in this step counts, unless said otherwise when it is opened. */
function StepVoteFields({ step }: { readonly step: Step }) {
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
        place={placeIn(step, 'budget')}
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
        place={placeIn(step, 'cap')}
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
      {step.kind === 'vote' && <OpensVote step={step} />}
      <VotedPriorities
        chosen={vote.priorityIds}
        onChange={(priorityIds) => setVote({ ...vote, priorityIds })}
      />
    </fieldset>
  );
}

function OpensVote({ step }: { readonly step: Step }) {
  const { agenda: t } = useWords(cockpitWords);
  const { change } = useAgenda();
  const [opens, setOpens] = useChosen(step.opensVote ?? false, (next) =>
    change(step.id, { opensVote: next }),
  );
  return <CheckField label={t.opensVote} checked={opens} onChange={setOpens} />;
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
          translate="no"
          checked={now.includes(id)}
          onChange={(on) => toggle(id, on)}
        />
      ))}
    </fieldset>
  );
}
