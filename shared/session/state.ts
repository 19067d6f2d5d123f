/**
 * The session: what facilitators decide and what must be counted or hidden. Events of the board's
 * log are folded here, by the server, by tests, and by whoever replays the log.
 */
import type { ActionId, PersonId } from '../ids.ts';
import type { Draft, EventOf, EventType, SessionEvent } from './events.ts';
import type { Focus } from './requests.ts';
import { FREE_RULES, isSameRules, READ_ONLY, type StepRules } from './rules.ts';
import { type Step, type StepId, stepOfPhase } from './step.ts';
import type { Timer } from './timer.ts';
import type { Round } from './votes.ts';

/** A time a step was in progress. */
export interface Visit {
  readonly stepId: StepId;
  readonly from: number;
  /** Null while it is in progress. */
  readonly to: number | null;
}

/** What the last act of facilitation replaced, while it can be put back. */
export interface Undoable {
  readonly act: number;
  readonly type: EventType;
  readonly by: PersonId;
  readonly at: number;
  /** Only what that act changes: what others did since stays. */
  readonly before: Partial<SessionState>;
}

export interface SessionState {
  readonly steps: readonly Step[];
  /** The step in progress; null while the board is free. */
  readonly current: StepId | null;
  readonly visits: readonly Visit[];
  readonly timer: Timer | null;
  /** Everybody is paused, by whom: a timer's pause ends when the timer is given more time. */
  readonly frozen: 'facilitator' | 'timer' | null;
  readonly focus: Focus | null;
  /** When everybody was last called; null before the first call. */
  readonly summonedAt: number | null;
  /** Who raised a hand, since when. */
  readonly hands: ReadonlyMap<PersonId, number>;
  /** Who said to be done with the step in progress. */
  readonly done: ReadonlySet<PersonId>;
  /** Who left what is in focus. */
  readonly away: ReadonlySet<PersonId>;
  /** Who writes for more than one person. */
  readonly seats: ReadonlyMap<PersonId, number>;
  /** Hidden ideas, in the order in which they were first written. */
  readonly drafts: ReadonlyMap<ActionId, Draft>;
  /** Ideas that have become actions: what is still written of them belongs to the board. */
  readonly revealed: ReadonlySet<ActionId>;
  /** What was revealed last, and when; null before the first reveal. */
  readonly lastReveal: { readonly at: number; readonly ids: readonly ActionId[] } | null;
  readonly rounds: readonly Round[];
  /** How many acts of facilitation there were. */
  readonly acts: number;
  readonly undoable: Undoable | null;
  /** The rules that held until a moment ago, see {@link rulesFor}. */
  readonly former: { readonly rules: StepRules; readonly until: number } | null;
}

export const EMPTY_SESSION: SessionState = {
  steps: [],
  current: null,
  visits: [],
  timer: null,
  frozen: null,
  focus: null,
  summonedAt: null,
  hands: new Map(),
  done: new Set(),
  away: new Set(),
  seats: new Map(),
  drafts: new Map(),
  revealed: new Set(),
  lastReveal: null,
  rounds: [],
  acts: 0,
  undoable: null,
  former: null,
};

/**
 * How long what was allowed is still taken after the rules changed, milliseconds: a text in
 * progress was sent before its author could know, and is never cut (SPEC SE9).
 */
export const graceMs = 3_000;

export const currentStep = ({ steps, current }: SessionState): Step | undefined =>
  steps.find(({ id }) => id === current);

/** The rules in force now, as they are said to people. */
export const rulesOf = (state: SessionState): StepRules =>
  state.frozen ? READ_ONLY : (currentStep(state)?.rules ?? FREE_RULES);

/** The rules by which something that arrives now is judged: any of them may allow it. */
export const rulesFor = (state: SessionState, now: number): readonly StepRules[] =>
  state.former && now < state.former.until
    ? [rulesOf(state), state.former.rules]
    : [rulesOf(state)];

/** When the server must act of itself: the end of a running timer, milliseconds. */
export const nextAlarm = ({ timer }: SessionState): number | undefined =>
  timer?.state === 'running' ? timer.endsAt : undefined;

/** Folds one event. Events of the log were decided once: they are never refused here. */
export function evolve(state: SessionState, event: SessionEvent): SessionState {
  // The table says which event goes with which fold; the compiler cannot follow a type through it.
  const fold = FOLDS[event.type] as (state: SessionState, event: SessionEvent) => SessionState;
  const next = fold(state, event);
  return withFormerRules(state, isAct(event) ? withAct(state, next, event) : next, event);
}

type Folds = {
  readonly [Type in EventType]: (state: SessionState, event: EventOf<Type>) => SessionState;
};
const FOLDS: Folds = {
  'agenda-set': (state, { phases }) => ({ ...state, steps: phases.map(stepOfPhase) }),
  'steps-set': (state, { steps, at }) => ({
    ...state,
    ...{ steps, current: null, done: new Set(), undoable: null },
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
  'timer-started': (state, { seconds, effect, endsAt }) => ({
    ...state,
    timer: { state: 'running', seconds, effect, endsAt },
    frozen: withoutTimerPause(state),
  }),
  'timer-added': addTime,
  'timer-paused': (state, { at }) =>
    state.timer?.state === 'running'
      ? { ...state, timer: paused(state.timer, state.timer.endsAt - at) }
      : state,
  'timer-resumed': (state, { at }) =>
    state.timer?.state === 'paused'
      ? { ...state, timer: running(state.timer, at + state.timer.leftMs) }
      : state,
  'timer-stopped': (state) => ({
    ...state,
    timer: null,
    frozen: withoutTimerPause(state),
  }),
  'timer-ended': (state, { at }) =>
    state.timer
      ? {
          ...state,
          timer: { ...shared(state.timer), state: 'ended', endedAt: at },
          frozen: state.timer.effect === 'pause' ? (state.frozen ?? 'timer') : state.frozen,
        }
      : state,
  frozen: ({ timer, ...state }, { at }) => ({
    ...state,
    frozen: 'facilitator',
    timer: timer?.state === 'running' ? paused(timer, timer.endsAt - at, true) : timer,
  }),
  unfrozen: ({ timer, ...state }, { at }) => ({
    ...state,
    frozen: null,
    timer: timer?.state === 'paused' && timer.byFreeze ? running(timer, at + timer.leftMs) : timer,
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
        ...{ id, title, setup, openedAt: at, closedAt: null },
        ...{ ballots: new Map(), room: new Map(), result: null },
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
  undone: (state) => (state.undoable ? { ...state, ...state.undoable.before } : state),
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

const ofTimer = ['timer', 'frozen'] as const;
/** Acts that put something in place of something else, so that it can be put back: what each replaces. */
const REPLACED: Readonly<Partial<Record<EventType, readonly (keyof SessionState)[]>>> = {
  'step-started': ['current', 'visits', 'done', 'timer', 'frozen'],
  'timer-started': ofTimer,
  'timer-added': ofTimer,
  'timer-paused': ofTimer,
  'timer-resumed': ofTimer,
  'timer-stopped': ofTimer,
  frozen: ofTimer,
  unfrozen: ofTimer,
  focused: ['focus'],
};
type ActEvent = Extract<SessionEvent, { readonly by: PersonId }>;
const isAct = (event: SessionEvent): event is ActEvent => 'by' in event;

/** Counts an act, and keeps what it replaced. */
function withAct(before: SessionState, after: SessionState, event: ActEvent): SessionState {
  const { type, by, at } = event;
  const acts = before.acts + 1;
  const keys = REPLACED[type];
  if (!keys) return { ...after, acts, undoable: null };
  const replaced: Partial<SessionState> = Object.fromEntries(keys.map((key) => [key, before[key]]));
  return { ...after, acts, undoable: { act: acts, type, by, at, before: replaced } };
}

function withFormerRules(
  before: SessionState,
  after: SessionState,
  event: SessionEvent,
): SessionState {
  const rules = rulesOf(before);
  if (isSameRules(rules, rulesOf(after)) || !('at' in event)) return after;
  return { ...after, former: { rules, until: event.at + graceMs } };
}

function addTime(state: SessionState, { seconds, at }: EventOf<'timer-added'>): SessionState {
  const { timer } = state;
  if (!timer) return state;
  const longer = { ...shared(timer), seconds: Math.max(0, timer.seconds + seconds) };
  const ms = seconds * 1_000;
  if (timer.state === 'paused')
    return { ...state, timer: { ...timer, ...longer, leftMs: Math.max(0, timer.leftMs + ms) } };
  const from = timer.state === 'running' ? timer.endsAt : at;
  return {
    ...state,
    timer: running(longer, Math.max(at, from + ms)),
    frozen: withoutTimerPause(state),
  };
}
/** The pause a timer caused ends with it: when there is more time, another timer, or another step. */
const withoutTimerPause = ({ frozen }: SessionState): SessionState['frozen'] =>
  frozen === 'timer' ? null : frozen;

type TimerBase = Pick<Timer, 'seconds' | 'effect'>;
const shared = ({ seconds, effect }: TimerBase) => ({ seconds, effect });
const running = (timer: TimerBase, endsAt: number): Timer => ({
  ...shared(timer),
  ...{ state: 'running', endsAt },
});
const paused = (timer: TimerBase, leftMs: number, byFreeze = false): Timer => ({
  ...shared(timer),
  ...{ state: 'paused', leftMs: Math.max(0, leftMs), byFreeze },
});
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
