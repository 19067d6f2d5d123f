import { expect, test } from 'vitest';
import { discardAction, mergeActions } from '../../../shared/board/commands/actions.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { ActionId, PersonId } from '../../../shared/ids.ts';
import { VISIBILITIES } from '../../../shared/session/rules.ts';
import type { Request } from '../../../shared/session/session.ts';
import { graceMs } from '../../../shared/session/state.ts';
import { lastClosedRound, votesIn } from '../../../shared/session/votes/last-votes.ts';
import { type RoundId, VOTE_LIMITS, type VoteSetup } from '../../../shared/session/votes/votes.ts';
import {
  EVERYBODY,
  type Outcome,
  openRound,
  PEOPLE,
  type SmallSession,
  smallSession,
  start,
  stepOf,
  type Who,
} from '../../support/session-people.ts';
import { a, b, c, jobs } from '../../support/small-workshop.ts';

const round = 'round' as RoundId;
const cast = (actionId: ActionId, dots: number, roundId = round): Request => ({
  type: 'vote-cast',
  roundId,
  actionId,
  dots,
});
const close = (id = round): Request => ({ type: 'round-close', id });
const hands = (votes: number, actionId = a): Request => ({
  type: 'room-votes',
  roundId: round,
  actionId,
  votes,
});
const room = { type: 'room-votes', roundId: round, actionId: a, votes: 1 } as const;
const seats = (personId: string, count: number): Request => ({
  type: 'seats-set',
  personId: personId as PersonId,
  seats: count,
});
function voting(setup: Partial<VoteSetup> = {}): SmallSession {
  const session = smallSession([
    stepOf('vote', VISIBILITIES['votes masqués']),
    stepOf('read', VISIBILITIES.lecture),
  ]);
  session.ask('ana', openRound(round, setup));
  return session;
}
const mine = (session: SmallSession, who: Who) => session.view(who).rounds.at(-1)?.mine;

test.each<[string, Request[], Outcome]>([
  ['another is opened while one is open', [openRound('second')], 'round'],
  ['the same is opened again', [openRound(round)], 'already'],
  ['it is closed', [close()], 'granted'],
  ['it is closed twice', [close(), close()], 'already'],
  ['one that is not there is closed', [close('x' as RoundId)], 'gone'],
  ['a second follows', [close(), openRound('second')], 'granted'],
  ['the first is opened again', [close(), openRound(round)], 'already'],
])('[VT1] of rounds one is open at a time: %s', (_what, requests, outcome) => {
  const session = voting();
  expect(requests.map((request) => session.ask('zoe', request)).at(-1)).toBe(outcome);
});

test('[VT1] a board has so many rounds and no more', () => {
  const session = smallSession();
  for (let i = 0; i < VOTE_LIMITS.rounds; i++) {
    session.ask('ana', openRound(`r${i}`));
    session.ask('ana', close(`r${i}` as RoundId));
  }
  expect(session.ask('ana', openRound('one-more'))).toBe('full');
});

test.each<[string, Who, Request[], Outcome]>([
  ['within budget and cap', 'ben', [cast(a, 3), cast(b, 2)], 'granted'],
  ['above the cap', 'ben', [cast(a, 4)], 'cap'],
  ['above the budget', 'ben', [cast(a, 3), cast(b, 3)], 'budget'],
  ['said twice', 'ben', [cast(a, 3), cast(a, 3)], 'already'],
  [
    'withdrawn and put elsewhere',
    'ben',
    [cast(a, 3), cast(b, 2), cast(a, 0), cast(c, 3)],
    'granted',
  ],
  ['moved without being withdrawn', 'ben', [cast(a, 3), cast(b, 2), cast(c, 1)], 'budget'],
  ['withdrawn where there is none', 'ben', [cast(a, 0)], 'already'],
  ['by somebody who leads', 'ana', [cast(a, 1)], 'role'],
  ['by the projector', 'mur', [cast(a, 1)], 'role'],
  ['on no action', 'ben', [cast('x' as ActionId, 1)], 'gone'],
  ['in no round', 'ben', [cast(a, 1, 'x' as RoundId)], 'gone'],
])('[VT2] dots %s: by %s %s → %s', (_what, who, requests, outcome) => {
  const session = voting();
  expect(requests.map((request) => session.ask(who, request)).at(-1)).toBe(outcome);
});

test('[VT2] dots are put only under the priorities voted upon, and on what is on show', () => {
  const session = voting({ priorityIds: [jobs] });
  expect(session.ask('ben', cast(a, 1))).toBe('gone');
  const all = voting();
  all.ask('ben', cast(a, 2));
  discardAction(all.doc, a);
  expect(all.ask('ben', cast(a, 3))).toBe('gone');
  expect(all.ask('ben', cast(a, 1))).toBe('granted');
});

test('[VT2] after the close, and three seconds after the step of the vote, no dot is taken', () => {
  const session = voting();
  session.ask('ana', start('vote'));
  session.pass(graceMs);
  session.ask('ben', cast(a, 1));
  session.ask('ana', start('read', 'vote'));
  session.pass(graceMs - 1);
  expect(session.ask('ben', cast(a, 2))).toBe('granted');
  session.pass(1);
  expect(session.ask('ben', cast(a, 3))).toBe('step');
  session.ask('ana', start('vote', 'read'));
  session.ask('ana', close());
  expect(session.ask('ben', cast(a, 3))).toBe('round');
});

test('[VT3] a table’s scribe has the budget and cap of its seats, set before they vote', () => {
  const session = voting();
  session.ask('ana', seats('ben', 3));
  expect(mine(session, 'ben')).toMatchObject({ budget: 15, cap: 9 });
  expect(session.ask('ben', cast(a, 9))).toBe('granted');
  expect(session.ask('ben', cast(b, 7))).toBe('budget');
  expect(session.ask('ana', seats('ben', 1))).toBe('round');
  expect(session.ask('ana', seats('cleo', 1))).toBe('already');
  session.ask('ben', cast(a, 0));
  expect(session.ask('ana', seats('ben', 2))).toBe('granted');
  session.ask('ana', close());
  expect(session.ask('ana', seats('ben', 1))).toBe('granted');
});

test('[VT3] where directions vote, its people share one ballot, and a table counts for no more', () => {
  const session = voting({ basis: 'direction' });
  session.ask('ana', seats('ben', 3));
  session.ask('ben', cast(a, 3));
  expect(session.ask('cleo', cast(b, 3))).toBe('budget');
  expect(session.ask('cleo', cast(a, 1))).toBe('granted');
  expect([mine(session, 'ben'), mine(session, 'cleo'), mine(session, 'dan')]).toEqual([
    { budget: 5, cap: 3, dots: { a: 1 } },
    { budget: 5, cap: 3, dots: { a: 1 } },
    { budget: 5, cap: 3, dots: {} },
  ]);
  session.ask('dan', cast(a, 3));
  expect(session.ask('ana', seats('dan', 4))).toBe('granted');
});

test('[VT4] at the close ballots are added up and dropped; each direction has one voice besides', () => {
  const session = voting();
  const dots = { ben: [3, 2, 0], cleo: [0, 0, 1], dan: [1, 0, 3] };
  for (const [who, numbers] of Object.entries(dots))
    for (const [i, number] of numbers.entries())
      session.ask(who as Who, cast([a, b, c][i] ?? a, number));
  session.ask('ana', close());
  expect(session.stage.state().rounds[0]?.ballots.size).toBe(0);
  expect(session.view('mur').rounds[0]?.result).toEqual({
    ballots: 3,
    groups: 2,
    actions: [
      { actionId: a, dots: 4, voices: 0.75 },
      { actionId: b, dots: 2, voices: 0.33 },
      { actionId: c, dots: 4, voices: 0.92 },
    ],
  });
});

test('[VT5] before the close nobody is told of dots but their own; progress counts those who are done', () => {
  const session = voting();
  session.ask('ben', cast(a, 3));
  session.ask('ben', cast(b, 2));
  session.ask('cleo', cast(a, 1));
  session.ask('ana', hands(7));
  const view = (who: Who) => session.view(who).rounds[0];
  const told = { finished: 1, expected: 3 };
  expect(view('ben')).toMatchObject({ mine: { dots: { a: 3, b: 2 } }, progress: told });
  expect(view('dan')).toMatchObject({ mine: { dots: {} }, progress: told });
  expect(Object.keys(view('ana') ?? {}).slice(5)).toEqual(['progress', 'room']);
  for (const who of ['zoe', 'ana', 'mur'] as const) {
    expect(view(who)?.mine).toBeUndefined();
    expect(JSON.stringify(view(who))).not.toMatch(/dots|result/u);
  }
  expect(view('mur')?.room).toBeUndefined();
  expect(view('ben')?.room).toBeUndefined();
  session.ask('dan', { type: 'done', on: true });
  expect(view('ben')?.progress).toEqual({ finished: 2, expected: 3 });
  session.ask('ana', close());
  expect(view('ben')).toMatchObject({ room: { a: 7 }, result: { ballots: 2 } });
  expect(view('ben')?.mine).toBeUndefined();
});

test('[VT5] who has voted and left stays in the progress; the absent who have not are not waited for', () => {
  const session = voting();
  session.ask('ben', cast(a, 3));
  session.ask('ben', cast(b, 2));
  session.ask('cleo', cast(a, 1));
  const gone = EVERYBODY.map((person) => ({ ...person, clients: [] }));
  const progress = () => session.stage.viewFor(PEOPLE.ana, gone).rounds[0]?.progress;
  expect(progress()).toEqual({ finished: 1, expected: 2 });
  session.ask('ana', seats('dan', 2));
  session.ask('dan', cast(a, 5));
  expect(progress()).toEqual({ finished: 1, expected: 4 });
  session.ask('dan', cast(b, 5));
  expect(progress()).toEqual({ finished: 3, expected: 4 });
});

test('[VT5] a direction that votes together is one, done as soon as one of its people says so', () => {
  const session = voting({ basis: 'direction' });
  const progress = () => session.view('mur').rounds[0]?.progress;
  expect(progress()).toEqual({ finished: 0, expected: 2 });
  session.ask('ben', { type: 'done', on: true });
  expect(progress()).toEqual({ finished: 1, expected: 2 });
});

test.each<[string, Who, Request[], Outcome]>([
  ['counted', 'ana', [hands(7)], 'granted'],
  ['counted again', 'zoe', [hands(7), hands(7)], 'already'],
  ['mended', 'ana', [hands(7), hands(0)], 'granted'],
  ['of an action that is not there', 'ana', [hands(7, 'x' as ActionId)], 'gone'],
  ['after the close', 'ana', [close(), hands(7)], 'granted'],
  ['typed by a participant', 'ben', [hands(7)], 'role'],
  ['of a round that is not there', 'ana', [{ ...room, roundId: 'x' as RoundId }], 'gone'],
  ['none, as before', 'ana', [hands(0)], 'already'],
])('[VT6] hands shown in the room are %s by %s: %s → %s', (_what, who, requests, outcome) => {
  const session = voting();
  expect(
    requests
      .map((request) => session.ask(request.type === 'round-close' ? 'ana' : who, request))
      .at(-1),
  ).toBe(outcome);
});

test('[VT6] hands of an action that has left the board can only be taken back', () => {
  const session = voting();
  session.ask('ana', hands(7));
  discardAction(session.doc, a);
  expect(session.ask('ana', hands(8))).toBe('gone');
  expect(session.ask('ana', hands(0))).toBe('granted');
  expect(session.view('ana').rounds[0]?.room).toEqual({});
});

test('[VT1] of two rounds only the one that is named changes', () => {
  const session = voting();
  session.ask('ben', cast(a, 2));
  session.ask('ana', close());
  session.ask('zoe', openRound('second'));
  session.ask('ben', cast(b, 1, 'second' as RoundId));
  session.ask('ana', hands(4));
  const [first, second] = session.view('ana').rounds;
  expect(first).toMatchObject({ room: { a: 4 }, closedAt: session.now() });
  expect(second).toMatchObject({ room: {}, closedAt: null, openedAt: session.now() });
  expect(mine(session, 'ben')).toMatchObject({ dots: { b: 1 } });
});

test('[VT7] the list leaves with the dots and hands of the last closed round, those of merged actions with them', () => {
  const session = voting();
  const votes = () => {
    const board = readBoard(session.doc);
    return Object.fromEntries(votesIn(lastClosedRound(session.stage.state()), board));
  };
  session.ask('ben', cast(a, 3));
  session.ask('dan', cast(b, 2));
  session.ask('ana', hands(7, b));
  expect(votes()).toEqual({});
  session.pass(1);
  session.ask('ana', close());
  expect(votes()).toEqual({ a: 3, b: 9, c: 0 });
  mergeActions(session.doc, [a], c);
  expect(votes()).toEqual({ b: 9, c: 3 });
  session.ask('ana', openRound('second', { priorityIds: [jobs] }));
  expect(votes()).toEqual({ b: 9, c: 3 });
  session.pass(1);
  session.ask('ana', close('second' as RoundId));
  expect(votes()).toEqual({});
  expect(votesIn(undefined, readBoard(session.doc)).size).toBe(0);
});
