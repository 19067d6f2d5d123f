/** Opens a round: how many gommettes, for whom, on what. The step proposes, facilitators decide. */
import { useState } from 'react';
import { newId, type PriorityId } from '../../../shared/ids.ts';
import { DEFAULT_VOTE, VOTE_LIMITS, type VoteSetup } from '../../../shared/session/votes/votes.ts';
import { votesWords } from '../../../shared/text/fr/votes.ts';
import { usePriorities, useSession } from '../../state/hooks.ts';
import { releaseKeys } from '../../state/key-guard.ts';
import { useRequest, useStep } from '../../state/session-hooks.ts';
import { useHeldText } from '../../state/use-held-text.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { say } from '../../ui/toast-queue.ts';
import './votes.css';

// One form, whose fields are sent together.
export function OpenRound({ onClose }: { readonly onClose: () => void }) {
  const { common } = useWords();
  const t = useWords(votesWords);
  const request = useRequest(say);
  const proposed = useStep()?.step.vote ?? DEFAULT_VOTE;
  const count = useSession((session) => session?.rounds.length ?? 0);
  const [id] = useState(newId<'round'>);
  const place = (key: string, field: string) =>
    ({ screen: 'votes', key: `round.${count}.${key}`, field }) as const;
  const title = useHeldText(place('title', t.name), t.roundDefault(count + 1));
  const budget = useHeldText(place('budget', t.budget), String(proposed.budget));
  const cap = useHeldText(place('cap', t.capField), String(proposed.cap));
  const [basis, setBasis] = useState<VoteSetup['basis']>(proposed.basis);
  const [chosen, setChosen] = useState<readonly PriorityId[] | null>(proposed.priorityIds);
  const [busy, setBusy] = useState(false);
  const dots = readCount(budget.text);
  const most = readCount(cap.text);
  const capError =
    most === null
      ? t.number(dots ?? VOTE_LIMITS.budget)
      : most > (dots ?? most)
        ? t.capHigh
        : undefined;
  const isReady = dots !== null && capError === undefined && chosen?.length !== 0;
  const open = async () => {
    if (!isReady || most === null) return;
    setBusy(true);
    // Entrée has led here on purpose; what is typed from now on, while the answer comes, is not.
    releaseKeys();
    const setup: VoteSetup = { budget: dots, cap: most, basis, priorityIds: chosen };
    const name = title.text.trim() || t.roundDefault(count + 1);
    if (!(await request({ type: 'round-open', id, title: name, setup }))) return setBusy(false);
    for (const typed of [title, budget, cap]) typed.sent();
    onClose();
  };
  const giveUp = () => {
    for (const typed of [title, budget, cap]) typed.drop();
    onClose();
  };
  return (
    <Dialog title={t.openTitle} onClose={onClose}>
      <form
        className="open-round"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <TextField
          label={t.name}
          value={title.text}
          maxLength={200}
          onChange={(event) => title.write(event.target.value)}
        />
        <div className="open-round-numbers">
          <TextField
            label={t.budget}
            inputMode="numeric"
            value={budget.text}
            error={dots === null ? t.number(VOTE_LIMITS.budget) : undefined}
            onChange={(event) => budget.write(event.target.value)}
          />
          <TextField
            label={t.capField}
            inputMode="numeric"
            value={cap.text}
            error={capError}
            onChange={(event) => cap.write(event.target.value)}
          />
        </div>
        <Segmented
          legend={t.basis}
          value={basis}
          options={[
            { value: 'person', label: t.basisPerson },
            { value: 'direction', label: t.basisDirection },
          ]}
          onChange={setBasis}
        />
        <p className="vote-help">{t.basisHelp[basis]}</p>
        <Scope chosen={chosen} onChange={setChosen} />
        <DialogActions>
          <Button onClick={giveUp}>{common.cancel}</Button>
          <Button type="submit" variant="primary" busy={busy} disabled={!isReady}>
            {t.openNow}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

interface ScopeProps {
  /** Null for all. */
  readonly chosen: readonly PriorityId[] | null;
  readonly onChange: (chosen: readonly PriorityId[] | null) => void;
}

function Scope({ chosen, onChange }: ScopeProps) {
  const t = useWords(votesWords);
  const priorities = usePriorities();
  return (
    <fieldset className="open-round-scope">
      <legend>{t.scope}</legend>
      <CheckField
        label={t.scopeAll}
        checked={chosen === null}
        onChange={(all) => onChange(all ? null : priorities.map(({ id }) => id))}
      />
      {chosen !== null &&
        priorities.map(({ id, title }) => (
          <CheckField
            key={id}
            label={title ?? ''}
            translate="no"
            checked={chosen.includes(id)}
            onChange={(isIn) =>
              onChange(isIn ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          />
        ))}
      {chosen?.length === 0 && <p className="vote-help">{t.scopeNone}</p>}
    </fieldset>
  );
}

/** A whole number of gommettes, or null for what is none. */
function readCount(typed: string): number | null {
  const count = Number(typed.trim());
  return Number.isInteger(count) && count >= 1 && count <= VOTE_LIMITS.budget ? count : null;
}
