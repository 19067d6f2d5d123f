/**
 * What leaves the server about the session, for one person: the only door (SPEC SE1). What is
 * hidden from that person is absent, not masked.
 */
import type { ActionId, ActorId, DirectionId, PersonId, PriorityId } from '../ids.ts';
import { memoized } from '../memoized.ts';
import { isWritten } from './drafts.ts';
import type { Draft, EventType } from './events.ts';
import type { Focus } from './requests.ts';
import type { Role } from './roles.ts';
import type { StepRules } from './rules.ts';
import { rulesOf, type SessionState, type Visit } from './state.ts';
import type { Step, StepId } from './step.ts';
import type { Timer } from './timer.ts';
import {
  allowance,
  ballotKey,
  type Round,
  type RoundId,
  type RoundResult,
  spent,
  type Voter,
  type VoteSetup,
} from './votes.ts';

/** Somebody of the workshop. `name` is null for those who may not see names: observers. */
export interface PersonView {
  readonly id: PersonId;
  readonly role: Role;
  readonly name: string | null;
  readonly directionId: DirectionId | null;
  readonly actorId: ActorId | null;
  /** Yjs client ids of this person's open connections, as the server knows them; empty when away. */
  readonly clients: readonly number[];
  /** For how many people they write: more than one for the scribe of a table. */
  readonly seats: number;
  /** Since when a hand is up, server clock; null while it is down. */
  readonly hand: number | null;
  /** Said to be done with the step in progress. */
  readonly done: boolean;
  /** Looks where the facilitators look. */
  readonly follows: boolean;
}

export interface DraftsView {
  /** One's own, in the order in which they were first written. */
  readonly mine: readonly Omit<Draft, 'personId'>[];
  /** How many everybody together has written something in, by priority. */
  readonly counts: Readonly<Record<PriorityId, number>>;
  /** How many people have at least one. */
  readonly writers: number;
}

export interface RoundView {
  readonly id: RoundId;
  readonly title: string;
  readonly setup: VoteSetup;
  readonly openedAt: number;
  readonly closedAt: number | null;
  /** While it is open, for those who vote: what they may spend, and what they put where. */
  readonly mine?: {
    readonly budget: number;
    readonly cap: number;
    readonly dots: Readonly<Record<ActionId, number>>;
  };
  /** While it is open: how many of those who vote, and are here or have voted, have finished. */
  readonly progress?: { readonly finished: number; readonly expected: number };
  /** Hands shown in the room. Before the close for those who type them only. */
  readonly room?: Readonly<Record<ActionId, number>>;
  /** After the close only. */
  readonly result?: RoundResult;
}

export interface SessionView {
  readonly me: PersonId;
  readonly role: Role;
  /** The server's clock when this left, milliseconds since 1970: what browsers set theirs by. */
  readonly now: number;
  readonly rules: StepRules;
  readonly steps: readonly Step[];
  /** The step in progress; null while the board is free. */
  readonly current: StepId | null;
  /** When steps were in progress: planned against actual minutes. */
  readonly visits: readonly Visit[];
  readonly timer: Timer | null;
  readonly frozen: SessionState['frozen'];
  readonly focus: Focus | null;
  readonly summonedAt: number | null;
  readonly people: readonly PersonView[];
  readonly drafts: DraftsView;
  /** What was revealed a moment ago, see {@link revealNewsMs}; else null. */
  readonly lastReveal: SessionState['lastReveal'];
  readonly rounds: readonly RoundView[];
  /** The act of facilitation that can be taken back; for facilitators only. */
  readonly undoable?: {
    readonly act: number;
    readonly type: EventType;
    readonly by: PersonId;
  } | null;
  /**
   * The code by which people may enter now, null while entry is closed. Only for those who lead and
   * for the screens that show it to the room: absent for participants.
   */
  readonly entryCode?: string | null;
}

/** Somebody of the workshop as the server knows them, before it is decided who may see what. */
export type Present = Pick<PersonView, 'id' | 'role' | 'directionId' | 'actorId' | 'clients'> & {
  readonly name: string;
};
export type Viewer = Pick<PersonView, 'id' | 'role' | 'directionId' | 'actorId'>;

/** What a view is made from. What comes out the same for all viewers is made once: the parts are never changed, only replaced. */
export interface Scene {
  readonly state: SessionState;
  readonly present: readonly Present[];
  readonly entryCode: string | null;
  /** Server clock, milliseconds since 1970. */
  readonly now: number;
}

/** The session as one person may see it: an observer, who may be the projector, gets no names. */
export function viewFor(viewer: Viewer, scene: Scene): SessionView {
  const { id, role } = viewer;
  const { state, entryCode, now } = scene;
  const { steps, current, visits, timer, frozen, focus, summonedAt, undoable } = state;
  return {
    me: id,
    role,
    now,
    rules: rulesOf(state),
    steps,
    current,
    visits,
    timer,
    frozen,
    focus,
    summonedAt,
    people: role === 'observer' ? nameless(scene) : peopleOf(scene),
    drafts: draftsFor(viewer, scene),
    lastReveal: isNews(scene) ? state.lastReveal : null,
    rounds: state.rounds.map((round) => roundFor(viewer, round, scene)),
    ...(role === 'facilitator' && {
      undoable: undoable && { act: undoable.act, type: undoable.type, by: undoable.by },
    }),
    ...(role !== 'participant' && { entryCode }),
  };
}

const peopleOf = madeFrom(
  ({ present, state: { seats, hands, done, away } }) => [present, seats, hands, done, away],
  ({ state, present }): readonly PersonView[] =>
    present.map((person) => ({
      ...person,
      seats: state.seats.get(person.id) ?? 1,
      hand: state.hands.get(person.id) ?? null,
      done: state.done.has(person.id),
      follows: !state.away.has(person.id),
    })),
);
const nameless = madeFrom(
  (scene) => [peopleOf(scene)],
  (scene): readonly PersonView[] => peopleOf(scene).map((person) => ({ ...person, name: null })),
);

/** How long a reveal is told to whoever comes in, milliseconds: then it is news to nobody. */
const revealNewsMs = 60_000;
const isNews = ({ state: { lastReveal }, now }: Scene): boolean =>
  lastReveal !== null && now - lastReveal.at < revealNewsMs;

function draftsFor({ id }: Viewer, scene: Scene): DraftsView {
  const { counts, byWriter } = draftsOf(scene);
  const mine = (byWriter.get(id) ?? []).map(({ personId: _mine, ...draft }) => draft);
  return {
    mine,
    counts,
    writers: [...byWriter.values()].filter((own) => own.some(isWritten)).length,
  };
}

const draftsOf = madeFrom(
  ({ state: { drafts } }) => [drafts],
  ({ state: { drafts } }) => {
    const counts = new Map<PriorityId, number>();
    const byWriter = new Map<PersonId, Draft[]>();
    for (const draft of drafts.values()) {
      const { priorityId, personId } = draft;
      const own = byWriter.get(personId) ?? [];
      byWriter.set(personId, own);
      own.push(draft);
      if (isWritten(draft)) counts.set(priorityId, (counts.get(priorityId) ?? 0) + 1);
    }
    return { counts: Object.fromEntries(counts) as DraftsView['counts'], byWriter };
  },
);

function roundFor(viewer: Viewer, round: Round, scene: Scene): RoundView {
  if (round.result) return closedRound(round);
  const { id, setup } = round;
  return {
    ...told(round),
    progress: progressOf(scene).get(id) ?? { finished: 0, expected: 0 },
    ...(viewer.role === 'participant' && {
      mine: {
        ...allowance(setup, scene.state.seats.get(viewer.id) ?? 1),
        dots: Object.fromEntries(round.ballots.get(ballotKey(setup, viewer))?.dots ?? []),
      },
    }),
    ...(viewer.role === 'facilitator' && roomVotes(round)),
  };
}
/** The same for everybody, and long: a line for each action that had votes. */
const closedRound = memoized(
  (round: Round): RoundView => ({
    ...told(round),
    ...(round.result && { result: round.result }),
    ...roomVotes(round),
  }),
);
const told = ({ id, title, setup, openedAt, closedAt }: Round) => ({
  id,
  title,
  setup,
  openedAt,
  closedAt,
});
const roomVotes = ({ room }: Round) => ({ room: Object.fromEntries(room) });

/** By voter, or by direction where directions vote: done when they say so or have nothing left. */
const progressOf = madeFrom(
  ({ present, state: { rounds, seats, done } }) => [present, rounds, seats, done],
  (scene) => new Map(scene.state.rounds.map((round) => [round.id, progressIn(round, scene)])),
);
function progressIn({ setup, ballots }: Round, { state, present }: Scene) {
  const finished = new Map<string, boolean>();
  for (const person of present) {
    if (person.role !== 'participant') continue;
    const key = ballotKey(setup, person);
    const dots = ballots.get(key)?.dots;
    if (person.clients.length === 0 && !dots) continue; // the absent are not waited for
    const { budget } = allowance(setup, seatsOf(state, person));
    const isDone = state.done.has(person.id) || (dots !== undefined && spent(dots) >= budget);
    finished.set(key, isDone || finished.get(key) === true);
  }
  return {
    finished: [...finished.values()].filter(Boolean).length,
    expected: finished.size,
  };
}

/** What is the same for all viewers, made again only when something it is made from is another. */
function madeFrom<Value>(
  partsOf: (scene: Scene) => readonly [object, ...object[]],
  make: (scene: Scene) => Value,
): (scene: Scene) => Value {
  const made = new WeakMap<object, { readonly parts: readonly object[]; readonly value: Value }>();
  return (scene) => {
    const parts = partsOf(scene);
    const known = made.get(parts[0]);
    if (known?.parts.every((part, i) => part === parts[i])) return known.value;
    const value = make(scene);
    made.set(parts[0], { parts, value });
    return value;
  };
}
const seatsOf = ({ seats }: SessionState, { id }: Voter): number => seats.get(id) ?? 1;
