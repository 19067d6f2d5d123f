/** The last act of facilitation, which can be taken back with what it replaced and nothing else. */
import { err } from '../result.ts';
import { whole } from './fields.ts';
import { isOverspent } from './seats.ts';
import { REPLACED, type Replacing, type SessionState } from './state.ts';
import { timerBefore } from './timer/change.ts';
import { type Act, type Folds, record, verbsTo } from './verb.ts';

export type UndoEvent = Act<'undone'>;
const { facilitator } = verbsTo<UndoEvent>();

export const UNDO_VERBS = {
  /** Takes back the last act, named by its number so that nobody takes back another's instead. */
  undo: facilitator(
    { act: whole(1, Number.MAX_SAFE_INTEGER) },
    (state, { act }, { now, asker }) => {
      const { undoable } = state;
      if (!undoable) return err('nothing');
      if (undoable.act !== act) return err('stale');
      // Who is in which group says for how many people somebody votes.
      if (isOverspent({ ...state, ...undoable.before })) return err('round');
      return record({ type: 'undone', at: now, by: asker.id });
    },
  ),
};

export const UNDO_FOLDS: Folds<UndoEvent> = {
  undone: (state, { at }) =>
    state.undoable ? { ...state, ...state.undoable.before, timer: timerBefore(state, at) } : state,
};

const isReplacing = (type: string): type is Replacing => Object.hasOwn(REPLACED, type);

/** Counts an act, and keeps what it replaced. */
export function withAct(
  before: SessionState,
  after: SessionState,
  { type, by, at }: Act<string>,
): SessionState {
  const acts = before.acts + 1;
  const last = before.undoable;
  // A step and the time that starts with it are one act, taken back as one.
  if (type === 'timer-started' && last?.type === 'step-started' && last.at === at && last.by === by)
    return { ...after, acts, undoable: { ...last, act: acts } };
  if (!isReplacing(type)) return { ...after, acts, undoable: null };
  const replaced: Partial<SessionState> = Object.fromEntries(
    REPLACED[type].map((key) => [key, before[key]]),
  );
  return { ...after, acts, undoable: { act: acts, type, by, at, before: replaced } };
}
