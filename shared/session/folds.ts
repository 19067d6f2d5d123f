/** What each event changes, one line of a table for each. */
import type { EventOf, EventType } from './events.ts';
import type { SessionState, Visit } from './state.ts';
import { type Step, type StepId, stepOfPhase } from './step.ts';
import { TIMER_FOLDS, timerBefore, withoutTimerPause } from './timer-folds.ts';
import type { Round } from './votes.ts';

type Folds = {
  readonly [Type in EventType]: (state: SessionState, event: EventOf<Type>) => SessionState;
};
export const FOLDS: Folds = {
  ...TIMER_FOLDS,
  'agenda-set': (state, { phases }) => ({ ...state, steps: phases.map(stepOfPhase) }),
  'steps-set': (state, { steps, at }) => ({
    ...state,
    steps,
    current: null,
    done: new Set(),
    undoable: null,
    timer: null,
    frozen: withoutTimerPause(state),
    visits: ended(state.visits, at),
  }),
  'step-added': (state, { step, after }) => ({
    ...state,
    steps: placedAfter(state.steps, step, after),
  }),
  'step-changed': (state, { id, change }) => ({
    ...state,
    steps: state.steps.map((step) => (step.id === id ? { ...step, ...change } : step)),
  }),
  'step-moved': (state, { id, after }) => {
    const step = state.steps.find((one) => one.id === id);
    const others = state.steps.filter((one) => one.id !== id);
    return step ? { ...state, steps: placedAfter(others, step, after) } : state;
  },
  'step-removed': (state, { id }) => ({
    ...state,
    steps: state.steps.filter((step) => step.id !== id),
    // Nobody can be taken back to a step that is not there any more.
    undoable: state.undoable?.before.current === id ? null : state.undoable,
  }),
  'step-started': (state, { id, at }) => ({
    ...state,
    current: id,
    done: new Set(),
    // It counted for the step it was started in; another would take it for its own.
    timer: null,
    frozen: withoutTimerPause(state),
    visits: [
      ...ended(state.visits, at),
      ...(id === null ? [] : [{ stepId: id, from: at, to: null }]),
    ],
  }),
  revealed: (state, { ids, at }) => ({
    ...state,
    lastReveal: { at, ids },
    drafts: without(state.drafts, ids),
    revealed: new Set([...state.revealed, ...ids]),
  }),
  'round-opened': (state, { id, title, setup, at }) => ({
    ...state,
    rounds: [
      ...state.rounds,
      {
        id,
        title,
        setup,
        openedAt: at,
        closedAt: null,
        ballots: new Map(),
        room: new Map(),
        result: null,
      },
    ],
  }),
  'round-closed': (state, { id, at, result }) =>
    // Once they are added up, nobody can tell any more who voted what.
    onRound(state, id, (round) => ({ ...round, closedAt: at, result, ballots: new Map() })),
  'room-votes-set': (state, { roundId, actionId, votes }) =>
    onRound(state, roundId, (round) => ({
      ...round,
      room: withCount(round.room, actionId, votes),
    })),
  focused: (state, { target }) => ({ ...state, focus: target }),
  summoned: (state, { at }) => ({ ...state, summonedAt: at, away: new Set() }),
  'hands-lowered': (state, { personId }) => ({
    ...state,
    hands: personId === null ? new Map() : without(state.hands, [personId]),
  }),
  'seats-set': (state, { personId, seats }) => ({
    ...state,
    seats: seats === 1 ? without(state.seats, [personId]) : with_(state.seats, personId, seats),
  }),
  undone: (state, { at }) =>
    state.undoable ? { ...state, ...state.undoable.before, timer: timerBefore(state, at) } : state,
  'draft-written': (state, { draft }) => ({
    ...state,
    drafts: with_(state.drafts, draft.id, draft),
  }),
  'draft-removed': (state, { id }) => ({ ...state, drafts: without(state.drafts, [id]) }),
  'vote-cast': (state, { roundId, ballot, group, actionId, dots }) =>
    onRound(state, roundId, (round) => ({
      ...round,
      ballots: with_(round.ballots, ballot, {
        group,
        dots: withCount(round.ballots.get(ballot)?.dots ?? new Map(), actionId, dots),
      }),
    })),
  'hand-set': (state, { personId, raisedAt }) => ({
    ...state,
    hands:
      raisedAt === null
        ? without(state.hands, [personId])
        : with_(state.hands, personId, state.hands.get(personId) ?? raisedAt),
  }),
  'done-set': (state, { personId, done }) => ({
    ...state,
    done: withMember(state.done, personId, done),
  }),
  'following-set': (state, { personId, follows }) => ({
    ...state,
    away: withMember(state.away, personId, !follows),
  }),
};

const ended = (visits: readonly Visit[], at: number): readonly Visit[] =>
  visits.map((visit) => (visit.to === null ? { ...visit, to: at } : visit));

function placedAfter(steps: readonly Step[], step: Step, after: StepId | null): readonly Step[] {
  // Behind a step that was removed meanwhile: at the end rather than nowhere.
  const place = after === null ? 0 : steps.findIndex(({ id }) => id === after) + 1 || steps.length;
  return [...steps.slice(0, place), step, ...steps.slice(place)];
}

const onRound = (
  state: SessionState,
  id: string,
  change: (round: Round) => Round,
): SessionState => ({
  ...state,
  rounds: state.rounds.map((round) => (round.id === id ? change(round) : round)),
});
const with_ = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value) =>
  new Map(map).set(key, value);
const withCount = <Key>(map: ReadonlyMap<Key, number>, key: Key, count: number) =>
  count === 0 ? without(map, [key]) : with_(map, key, count);
function without<Key, Value>(map: ReadonlyMap<Key, Value>, keys: readonly Key[]) {
  const left = new Map(map);
  for (const key of keys) left.delete(key);
  return left;
}
function withMember<Member>(set: ReadonlySet<Member>, member: Member, isIn: boolean) {
  const members = new Set(set);
  if (isIn) members.add(member);
  else members.delete(member);
  return members;
}
