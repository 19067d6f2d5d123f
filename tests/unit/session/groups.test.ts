/** Tables and sub-groups: who asks for what, what comes of it, and for how many people a table counts. */
import { describe, expect, test } from 'vitest';
import type { GroupId, PersonId } from '../../../shared/ids.ts';
import { GROUP_LETTERS, hueOfGroup } from '../../../shared/session/groups/group.ts';
import type { MessageId } from '../../../shared/session/groups/message.ts';
import { headCount } from '../../../shared/session/heads.ts';
import { FREE_RULES, VISIBILITIES } from '../../../shared/session/rules.ts';
import { type Request, readRequest } from '../../../shared/session/session.ts';
import type { RoundId } from '../../../shared/session/votes/votes.ts';
import {
  EVERYBODY,
  type Outcome,
  openRound,
  type SmallSession,
  smallSession,
  start,
  stepOf,
  type Who,
} from '../../support/session-people.ts';
import { a } from '../../support/small-workshop.ts';

const group = (id: string) => id as GroupId;
const person = (id: Who) => id as PersonId;
const add = (...ids: readonly string[]): Request => ({
  type: 'groups-add',
  groups: ids.map((id) => ({ id: group(id), name: '' })),
});
const join = (id: string | null): Request => ({
  type: 'group-join',
  groupId: id as GroupId | null,
});
const put = (who: Who, id: string | null): Request => ({
  type: 'member-set',
  personId: person(who),
  groupId: id as GroupId | null,
});
const deal = (dealt: Readonly<Record<string, readonly Who[]>>): Request => ({
  type: 'members-deal',
  groups: Object.entries(dealt).map(([id, people]) => ({
    groupId: group(id),
    personIds: people.map(person),
  })),
});
const change = (
  id: string,
  what: { readonly name?: string; readonly people?: number | null },
): Request => ({ type: 'group-change', id: group(id), change: what });
const remove = (id: string): Request => ({ type: 'group-remove', id: group(id) });
const hand = (id: string, up: boolean): Request => ({
  type: 'group-hand',
  groupId: group(id),
  up,
});
const say = (id: string, to: string | null, text: string): Request => ({
  type: 'message',
  id: id as MessageId,
  to: to as GroupId | null,
  text,
});
const undo = (session: SmallSession): Outcome =>
  session.ask('ana', { type: 'undo', act: session.view('ana').undoable?.act ?? 1 });

const lettersOf = (session: SmallSession) =>
  session.view('ben').groups.map(({ id, letter }) => `${letter} ${id}`);
const groupOf = (session: SmallSession, who: Who) =>
  session.view('ben').people.find(({ id }) => id === who)?.groupId;
const seatsOf = (session: SmallSession, who: Who) =>
  session.view('mur').people.find(({ id }) => id === who)?.seats;
const headsIn = (session: SmallSession) => {
  const { people, groups } = session.view('mur');
  return headCount(people, groups);
};
const with2 = (...asked: readonly (readonly [Who, Request])[]): SmallSession => {
  const session = smallSession([
    stepOf('one', FREE_RULES),
    stepOf('two', VISIBILITIES['votes masqués']),
  ]);
  session.ask('ana', add('x', 'y'));
  for (const [who, request] of asked) expect(session.ask(who, request)).toBe('granted');
  return session;
};

test.each<[string, [Who, Request][], Outcome]>([
  ['two more', [['zoe', add('z', 'w')]], 'granted'],
  ['the same again', [['zoe', add('x')]], 'already'],
  ['one of them again, one new', [['zoe', add('x', 'z')]], 'granted'],
  ['one twice at once', [['zoe', add('z', 'z')]], 'invalid'],
  ['one too many', [['ana', add(...[...GROUP_LETTERS].slice(0, 25))]], 'full'],
  ['by a participant', [['ben', add('z')]], 'role'],
  ['a name', [['ana', change('x', { name: 'À distance' })]], 'granted'],
  [
    'the same name',
    [
      ['ana', change('x', { name: 'À distance' })],
      ['zoe', change('x', { name: 'À distance' })],
    ],
    'already',
  ],
  ['of one that is gone', [['ana', change('w', { name: 'W' })]], 'gone'],
  ['its end', [['ana', remove('x')]], 'granted'],
  ['the end of none', [['ana', remove('w')]], 'already'],
])('[GR1] groups: %s → %s', (_what, requests, outcome) => {
  const session = with2();
  expect(requests.map(([who, request]) => session.ask(who, request)).at(-1)).toBe(outcome);
});

test('[GR1] each keeps its letter and its hue, and a new one has the first letter that is free', () => {
  const session = with2(['ana', add('z')], ['ana', remove('y')]);
  expect(lettersOf(session)).toEqual(['A x', 'C z']);
  session.ask('ana', add('v', 'w'));
  expect(lettersOf(session)).toEqual(['A x', 'C z', 'B v', 'D w']);
  const hues = [...'ABHIJ'].map((letter) => hueOfGroup({ letter }));
  expect(hues).toEqual([1, 2, 8, 1, 2]);
});

test.each<[string, Record<string, unknown>, boolean]>([
  [
    '26 groups',
    { type: 'groups-add', groups: [...GROUP_LETTERS].map((id) => ({ id, name: '' })) },
    true,
  ],
  ['none', { type: 'groups-add', groups: [] }, false],
  ['a name of 40', { type: 'group-change', id: 'x', change: { name: 'x'.repeat(40) } }, true],
  ['a name of 41', { type: 'group-change', id: 'x', change: { name: 'x'.repeat(41) } }, false],
  ['50 people', { type: 'group-change', id: 'x', change: { people: 50 } }, true],
  ['51 people', { type: 'group-change', id: 'x', change: { people: 51 } }, false],
  ['nobody', { type: 'group-change', id: 'x', change: { people: 0 } }, false],
  ['a message of 300', { type: 'message', id: 'm', to: null, text: 'x'.repeat(300) }, true],
  ['a message of 301', { type: 'message', id: 'm', to: null, text: 'x'.repeat(301) }, false],
])('[SR3] of groups, %s', (_what, request, isOne) => {
  expect(readRequest(request) !== undefined).toBe(isOne);
});

test.each<[string, [Who, Request][], Outcome, Partial<Record<Who, string>>]>([
  ['one’s own', [['ben', join('x')]], 'granted', { ben: 'x' }],
  [
    'another',
    [
      ['ben', join('x')],
      ['ben', join('y')],
    ],
    'granted',
    { ben: 'y' },
  ],
  [
    'the same',
    [
      ['ben', join('x')],
      ['ben', join('x')],
    ],
    'already',
    { ben: 'x' },
  ],
  [
    'none any more',
    [
      ['ben', join('x')],
      ['ben', join(null)],
    ],
    'granted',
    {},
  ],
  ['one that is gone', [['ben', join('w')]], 'gone', {}],
  ['by who leads, for oneself', [['ana', join('x')]], 'role', {}],
  ['by who leads, for somebody', [['ana', put('ben', 'y')]], 'granted', { ben: 'y' }],
  ['by a participant, for somebody', [['cleo', put('ben', 'y')]], 'role', {}],
  [
    'all at once',
    [['ana', deal({ x: ['ben'], y: ['cleo', 'dan'] })]],
    'granted',
    { ben: 'x', cleo: 'y', dan: 'y' },
  ],
  [
    'all at once, as it is',
    [
      ['ana', deal({ x: ['ben'] })],
      ['zoe', deal({ x: ['ben'] })],
    ],
    'already',
    { ben: 'x' },
  ],
  ['all at once, to one that is gone', [['ana', deal({ w: ['ben'] })]], 'gone', {}],
  [
    'its group removed',
    [
      ['ben', join('x')],
      ['ana', remove('x')],
    ],
    'granted',
    {},
  ],
])('[GR2] a group is chosen: %s → %s', (_what, requests, outcome, where) => {
  const session = with2();
  expect(requests.map(([who, request]) => session.ask(who, request)).at(-1)).toBe(outcome);
  const found = EVERYBODY.flatMap(({ id }) => {
    const of = groupOf(session, id as string as Who);
    return of === undefined ? [] : [[id, of]];
  });
  expect(Object.fromEntries(found)).toEqual(where);
});

describe('[GR3] taken back', () => {
  test('[GR3] dealing people, as one act', () => {
    const session = with2(['ben', join('x')], ['ana', deal({ y: ['ben', 'cleo'] })]);
    expect(session.view('zoe').undoable).toMatchObject({ type: 'members-dealt' });
    expect(undo(session)).toBe('granted');
    expect([groupOf(session, 'ben'), groupOf(session, 'cleo')]).toEqual(['x', undefined]);
  });

  test('[GR3] removing a group, with its people', () => {
    const session = with2(['ben', join('x')], ['ana', remove('x')]);
    expect(undo(session)).toBe('granted');
    expect(lettersOf(session)).toEqual(['A x', 'B y']);
    expect(groupOf(session, 'ben')).toBe('x');
  });

  test.each<[string, Who, Request]>([
    ['chosen', 'dan', join('y')],
    ['been moved', 'zoe', put('ben', null)],
    ['renamed it', 'zoe', change('y', { name: 'Table du fond' })],
    ['made another', 'zoe', add('z')],
  ])('[GR3] not once somebody has %s since', (_what, who, request) => {
    const session = with2(['ana', deal({ y: ['ben', 'cleo'] })], [who, request]);
    expect(session.view('ana').undoable).toBeNull();
  });
});

test.each<[string, [Who, Request][], Partial<Record<Who, number>>, number]>([
  ['nobody is without', [['ben', join('x')]], { ben: 1 }, 3],
  [
    'six, one device',
    [
      ['ben', join('x')],
      ['ana', change('x', { people: 6 })],
    ],
    { ben: 6 },
    8,
  ],
  [
    'six, two devices',
    [
      ['ben', join('x')],
      ['cleo', join('x')],
      ['ana', change('x', { people: 6 })],
    ],
    { ben: 5, cleo: 1 },
    7,
  ],
  [
    'six, said of the scribe too',
    [
      ['ana', { type: 'seats-set', personId: person('ben'), seats: 6 }],
      ['ben', join('x')],
      ['ana', change('x', { people: 6 })],
    ],
    { ben: 6 },
    8,
  ],
  [
    'fewer than its devices',
    [
      ['ben', join('x')],
      ['cleo', join('x')],
      ['ana', change('x', { people: 1 })],
    ],
    { ben: 1, cleo: 1 },
    3,
  ],
  ['six and no device', [['ana', change('x', { people: 6 })]], {}, 9],
  [
    'each has one again',
    [
      ['ben', join('x')],
      ['ana', change('x', { people: 6 })],
      ['ana', change('x', { people: null })],
    ],
    { ben: 1 },
    3,
  ],
  [
    'its scribe goes to another table',
    [
      ['ben', join('x')],
      ['cleo', join('x')],
      ['ana', change('x', { people: 6 })],
      ['ben', join('y')],
    ],
    { ben: 1, cleo: 6 },
    8,
  ],
])('[GR4] a table of people without devices: %s', (_what, asked, seats, heads) => {
  const session = with2(...asked);
  for (const [who, count] of Object.entries(seats))
    expect(seatsOf(session, who as Who), who).toBe(count);
  expect(headsIn(session)).toBe(heads);
});

const cast = (dots: number): Request => ({
  type: 'vote-cast',
  roundId: 'r' as RoundId,
  actionId: a,
  dots,
});
/** Ben writes for a table of six, and has put eight of its twelve dots. */
const voting = () =>
  with2(
    ['ben', join('x')],
    ['ana', change('x', { people: 6 })],
    ['ana', start('two')],
    ['ana', openRound('r', { budget: 2, cap: 2 })],
    ['ben', cast(8)],
  );

test.each<[string, Who, Request, Outcome]>([
  ['fewer people', 'ana', change('x', { people: 3 }), 'round'],
  ['as few as the dots allow', 'ana', change('x', { people: 4 }), 'granted'],
  ['more people', 'ana', change('x', { people: 9 }), 'granted'],
  ['another name', 'ana', change('x', { name: 'Table du fond' }), 'granted'],
  ['no table', 'ana', remove('x'), 'round'],
  ['its scribe elsewhere', 'ana', put('ben', 'y'), 'round'],
  ['its scribe elsewhere, of their own', 'ben', join(null), 'round'],
  ['all dealt anew', 'zoe', deal({ y: ['ben', 'cleo'] }), 'round'],
  ['somebody of the six with a device', 'cleo', join('x'), 'granted'],
])('[GR5] while the vote is open: %s → %s', (_what, who, request, outcome) => {
  const session = voting();
  expect(session.ask(who, request)).toBe(outcome);
  expect(session.ask('ben', cast(0))).toBe('granted');
});

test('[GR5] an act that is taken back leaves nobody with more dots than people', () => {
  const session = with2(
    ['ana', change('x', { people: 6 })],
    ['ana', start('two')],
    ['ana', openRound('r', { budget: 2, cap: 2 })],
    ['ana', deal({ x: ['ben'] })],
    ['ben', cast(8)],
  );
  expect(undo(session)).toBe('round');
  session.ask('ben', cast(2));
  expect(undo(session)).toBe('granted');
});

test('[GR6] a table is waited for, and counted at the close, as all its people', () => {
  const session = voting();
  const progress = () => session.view('mur').rounds[0]?.progress;
  expect(progress()).toEqual({ finished: 0, expected: 8 });
  session.ask('ben', { type: 'done', on: true });
  expect(progress()).toEqual({ finished: 6, expected: 8 });
  session.ask('dan', cast(2));
  expect(progress()).toEqual({ finished: 7, expected: 8 });
  session.ask('ana', { type: 'round-close', id: 'r' as RoundId });
  expect(session.view('mur').rounds[0]?.result).toMatchObject({ ballots: 7, groups: 2 });
});

test('[GR6] where directions vote a table is one ballot of its direction', () => {
  const session = with2(
    ['ben', join('x')],
    ['ana', change('x', { people: 6 })],
    ['ana', start('two')],
    ['ana', openRound('r', { budget: 2, cap: 2, basis: 'direction' })],
    ['ben', cast(2)],
  );
  expect(session.view('mur').rounds[0]?.progress).toEqual({ finished: 1, expected: 2 });
  session.ask('ana', { type: 'round-close', id: 'r' as RoundId });
  expect(session.view('mur').rounds[0]?.result?.ballots).toBe(1);
});

const handsOf = (session: SmallSession) =>
  session.view('mur').groups.flatMap(({ letter, hand: since }) => (since === null ? [] : [letter]));

test.each<[string, [Who, Request][], Outcome, string[]]>([
  ['of one’s own', [['ben', hand('x', true)]], 'granted', ['A']],
  [
    'twice',
    [
      ['ben', hand('x', true)],
      ['cleo', hand('x', true)],
    ],
    'already',
    ['A'],
  ],
  [
    'lowered by another of it',
    [
      ['ben', hand('x', true)],
      ['cleo', hand('x', false)],
    ],
    'granted',
    [],
  ],
  ['of another group', [['ben', hand('y', true)]], 'gone', []],
  ['of a group that is gone', [['ben', hand('w', true)]], 'gone', []],
  ['by who leads', [['ana', hand('x', true)]], 'role', []],
  ['by the projector', [['mur', hand('x', true)]], 'role', []],
  [
    'lowered by who leads',
    [
      ['ben', hand('x', true)],
      ['ana', hand('x', false)],
    ],
    'granted',
    [],
  ],
  [
    'with all the others',
    [
      ['ben', hand('x', true)],
      ['ana', { type: 'hands-lower', personId: null }],
    ],
    'granted',
    [],
  ],
  [
    'by another step',
    [
      ['ben', hand('x', true)],
      ['ana', start('one')],
    ],
    'granted',
    [],
  ],
  [
    'with its group',
    [
      ['ben', hand('x', true)],
      ['ana', remove('x')],
    ],
    'granted',
    [],
  ],
])('[GR7] a hand of a group: %s → %s', (_what, requests, outcome, up) => {
  const session = with2(['ben', join('x')], ['cleo', join('x')], ['dan', join('y')]);
  expect(requests.map(([who, request]) => session.ask(who, request)).at(-1)).toBe(outcome);
  expect(handsOf(session)).toEqual(up);
});

describe('[GR8] what is said', () => {
  const heard = (session: SmallSession, who: Who) =>
    session.view(who).messages.map(({ text }) => text);

  test('[GR8] to a group is for its people and those who lead; to all, for all', () => {
    const session = with2(
      ['ben', join('x')],
      ['dan', join('y')],
      ['ana', say('m1', 'x', 'Table A : cinq minutes')],
      ['zoe', say('m2', null, 'Le café est servi')],
    );
    const [toGroup, toAll] = ['Table A : cinq minutes', 'Le café est servi'];
    expect(heard(session, 'ben')).toEqual([toGroup, toAll]);
    expect(heard(session, 'zoe')).toEqual([toGroup, toAll]);
    for (const who of ['cleo', 'dan', 'mur'] as const) expect(heard(session, who)).toEqual([toAll]);
    session.ask('cleo', join('x'));
    expect(heard(session, 'cleo')).toEqual([toGroup, toAll]);
    session.ask('ben', join('y'));
    expect(heard(session, 'ben')).toEqual([toAll]);
  });

  test.each<[string, [Who, Request][], Outcome, string[]]>([
    ['again takes the place of the first', [['ana', say('m2', 'x', 'Deux')]], 'granted', ['Deux']],
    ['twice is once', [['zoe', say('m1', 'x', 'Un')]], 'already', ['Un']],
    ['with nothing in it is taken back', [['zoe', say('m2', 'x', ' ')]], 'granted', []],
    [
      'with nothing in it to whom nothing was said',
      [['zoe', say('m2', null, '')]],
      'already',
      ['Un'],
    ],
    ['to a group that is gone', [['zoe', say('m2', 'w', 'Deux')]], 'gone', ['Un']],
    ['by a participant', [['ben', say('m2', null, 'Deux')]], 'role', ['Un']],
    ['before another step', [['ana', start('one')]], 'granted', []],
    ['to a group that is removed', [['ana', remove('x')]], 'granted', []],
  ])('[GR8] %s → %s', (_what, requests, outcome, left) => {
    const session = with2(['ana', say('m1', 'x', 'Un')]);
    expect(requests.map(([who, request]) => session.ask(who, request)).at(-1)).toBe(outcome);
    expect(heard(session, 'ana')).toEqual(left);
  });
});

test('[SE1] nothing of groups tells a name to an observer', () => {
  const session = with2(['ben', join('x')], ['ben', hand('x', true)]);
  expect(JSON.stringify(session.view('mur'))).not.toContain('Nom de');
  expect(session.view('mur').groups).toMatchObject([{ letter: 'A' }, { letter: 'B' }]);
});
