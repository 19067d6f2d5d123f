/** A round as it is shown: before the close only one's own dots, after it what all add up to. */
import type { ActionId } from '../../ids.ts';
import { memoized } from '../../memoized.ts';
import type { Viewer } from '../present.ts';
import { madeFrom, type Scene } from '../scene.ts';
import { seatsOf } from '../seats.ts';
import { allowance, ballotKey, type Round, type RoundResult, spent } from './votes.ts';

type Outline = Pick<Round, 'id' | 'title' | 'setup' | 'openedAt' | 'closedAt'>;

export interface RoundView extends Outline {
  /** While it is open, for those who vote: what they may spend, and what they put where. */
  readonly mine?: {
    readonly budget: number;
    readonly cap: number;
    readonly dots: Readonly<Record<ActionId, number>>;
  };
  /** While it is open: how many of those who vote, and are here or have voted, have finished; a table as all its people. */
  readonly progress?: { readonly finished: number; readonly expected: number };
  /** Hands shown in the room. Before the close for those who type them only. */
  readonly room?: Readonly<Record<ActionId, number>>;
  /** After the close only. */
  readonly result?: RoundResult;
}

export function roundFor(viewer: Viewer, round: Round, scene: Scene): RoundView {
  if (round.result) return closedRound(round);
  const { id, setup } = round;
  return {
    ...outlineOf(round),
    progress: progressOf(scene).get(id) ?? { finished: 0, expected: 0 },
    ...(viewer.role === 'participant' && {
      mine: {
        ...allowance(setup, seatsOf(scene.state, viewer.id)),
        dots: Object.fromEntries(round.ballots.get(ballotKey(setup, viewer))?.dots ?? []),
      },
    }),
    ...(viewer.role === 'facilitator' && roomVotes(round)),
  };
}
/** The same for everybody, and long: a line for each action that had votes. */
const closedRound = memoized(
  (round: Round): RoundView => ({
    ...outlineOf(round),
    ...(round.result && { result: round.result }),
    ...roomVotes(round),
  }),
);
const outlineOf = ({ id, title, setup, openedAt, closedAt }: Round): Outline => ({
  id,
  title,
  setup,
  openedAt,
  closedAt,
});
const roomVotes = ({ room }: Round) => ({ room: Object.fromEntries(room) });

/** By voter, or by direction where directions vote: done when they say so or have nothing left. */
const progressOf = madeFrom(
  ({ present, state: { rounds, seats, done, groups, members } }) => [
    present,
    rounds,
    seats,
    done,
    groups,
    members,
  ],
  (scene) => new Map(scene.state.rounds.map((round) => [round.id, progressIn(round, scene)])),
);
function progressIn({ setup, ballots }: Round, { state, present }: Scene) {
  const finished = new Map<string, { readonly voters: number; readonly isDone: boolean }>();
  for (const person of present) {
    if (person.role !== 'participant') continue;
    const key = ballotKey(setup, person);
    const dots = ballots.get(key)?.dots;
    if (person.clients.length === 0 && !dots) continue; // the absent are not waited for
    const seats = seatsOf(state, person.id);
    const { budget } = allowance(setup, seats);
    const isDone = state.done.has(person.id) || (dots !== undefined && spent(dots) >= budget);
    // A table votes as all its people; a direction has one ballot, however many of it are here.
    const voters = setup.basis === 'person' ? seats : 1;
    finished.set(key, { voters, isDone: isDone || finished.get(key)?.isDone === true });
  }
  const ballotsOf = (some: readonly { readonly voters: number }[]) =>
    some.reduce((sum, { voters }) => sum + voters, 0);
  const all = [...finished.values()];
  return { finished: ballotsOf(all.filter(({ isDone }) => isDone)), expected: ballotsOf(all) };
}
