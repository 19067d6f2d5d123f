/** Hands shown in the room, typed one action after the other; Entrée goes on to the next. */
import type { KeyboardEvent } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { seatsIn } from '../../../shared/session/heads.ts';
import type { RoundView } from '../../../shared/session/votes/view.ts';
import { VOTE_LIMITS } from '../../../shared/session/votes/votes.ts';
import { votesWords } from '../../../shared/text/fr/votes.ts';
import { useAction, useBoard, useNumber, usePeople } from '../../state/hooks.ts';
import { useRequest } from '../../state/session-hooks.ts';
import { isComposed } from '../../state/typed-keys.ts';
import { useHeldText } from '../../state/use-held-text.ts';
import { useWords } from '../../state/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { say } from '../../ui/toast-queue.ts';
import './votes.css';

export interface RoomVotesProps {
  readonly round: RoundView;
  readonly onClose: () => void;
}

export function RoomVotes({ round, onClose }: RoomVotesProps) {
  const t = useWords(votesWords);
  const priorities = useBoard((board) => board.priorities);
  const columns = useBoard((board) => board.columns);
  const scope = round.setup.priorityIds;
  // Nobody votes twice: those whom a scribe writes for have their dots already.
  const isByPerson = round.setup.basis === 'person';
  const people = usePeople();
  const counted = isByPerson ? seatsIn(people) - people.length : 0;
  return (
    <Dialog title={t.handsTitle} onClose={onClose}>
      <p className="vote-help">{t.handsText}</p>
      {counted > 0 && <p className="vote-help">{t.handsCounted(counted)}</p>}
      {priorities
        .filter(({ id }) => !scope || scope.includes(id))
        .map(({ id, title }) => (
          <section key={id} className="room-votes" aria-label={title}>
            <h3 translate="no">{title}</h3>
            {(columns.get(id) ?? []).map((actionId) => (
              <Hands key={actionId} id={actionId} round={round} />
            ))}
          </section>
        ))}
    </Dialog>
  );
}

function Hands({ id, round }: { readonly id: ActionId; readonly round: RoundView }) {
  const t = useWords(votesWords);
  const request = useRequest(say);
  const title = useAction(id)?.title ?? '';
  const number = useNumber(id) ?? '';
  const kept = new Map<string, number>(Object.entries(round.room ?? {})).get(id) ?? 0;
  const typed = useHeldText(
    {
      screen: 'votes',
      key: `hands.${round.id}.${id}`,
      field: t.hands,
      about: () => title,
    },
    String(kept),
  );
  const votes = readHands(typed.text);
  const save = () => {
    if (votes === null || !typed.isTyped) return;
    if (votes === kept) return typed.sent();
    void request({ type: 'room-votes', roundId: round.id, actionId: id, votes }).then(
      typed.answered,
    );
  };
  return (
    <div className="room-votes-line" translate="no">
      <TextField
        label={t.handsFor(number, title)}
        inputMode="numeric"
        autoComplete="off"
        value={typed.text}
        error={votes === null ? t.handsNumber(VOTE_LIMITS.roomVotes) : undefined}
        onFocus={(event) => event.target.select()}
        onChange={(event) => typed.write(event.target.value)}
        onBlur={save}
        onKeyDown={goOn}
      />
    </div>
  );
}

/** Entrée is quicker than Tab for whoever counts aloud. */
function goOn(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || isComposed(event.nativeEvent)) return;
  event.preventDefault();
  const fields = [...(event.currentTarget.closest('dialog')?.querySelectorAll('input') ?? [])];
  const next = fields[fields.indexOf(event.currentTarget) + 1];
  if (next) next.focus();
  else event.currentTarget.blur();
}

function readHands(typed: string): number | null {
  const hands = typed.trim() === '' ? 0 : Number(typed.trim());
  return Number.isInteger(hands) && hands >= 0 && hands <= VOTE_LIMITS.roomVotes ? hands : null;
}
