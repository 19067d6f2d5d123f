import { expect, test } from 'vitest';
import type { ActionId, PersonId, PriorityId } from '../../../shared/ids.ts';
import type { StepId } from '../../../shared/session/agenda/step.ts';
import type { Focus } from '../../../shared/session/attention/focus.ts';
import { evolve, replay } from '../../../shared/session/evolve.ts';
import { VISIBILITIES } from '../../../shared/session/rules.ts';
import type { Request } from '../../../shared/session/session.ts';
import { EMPTY_SESSION, graceMs, rulesFor } from '../../../shared/session/state.ts';
import {
  type Outcome,
  openRound,
  smallSession,
  start,
  stepOf,
  type Who,
} from '../../support/session-people.ts';
import { a, jobs } from '../../support/small-workshop.ts';

const focus = (target: Focus | null): Request => ({ type: 'focus', target });
const onAction: Focus = { kind: 'action', id: a };
const hand = (up: boolean): Request => ({ type: 'hand', up });
const lower = (id: string | null): Request => ({
  type: 'hands-lower',
  personId: id as PersonId | null,
});
const follow = (on: boolean): Request => ({ type: 'follow', on });
const one = stepOf('one', VISIBILITIES.ouverte);
const two = stepOf('two', VISIBILITIES.lecture);
const seen = (session: ReturnType<typeof smallSession>, who: Who) =>
  session.view('mur').people.find(({ id }) => id === who);

test.each<[string, [Who, Request][], Outcome]>([
  ['an action in focus', [['ana', focus(onAction)]], 'granted'],
  [
    'the same again',
    [
      ['ana', focus(onAction)],
      ['zoe', focus({ ...onAction })],
    ],
    'already',
  ],
  [
    'another',
    [
      ['ana', focus(onAction)],
      ['zoe', focus({ kind: 'view', view: 'ranking' })],
    ],
    'granted',
  ],
  [
    'nothing any more',
    [
      ['ana', focus(onAction)],
      ['zoe', focus(null)],
    ],
    'granted',
  ],
  ['a priority', [['ana', focus({ kind: 'priority', id: jobs })]], 'granted'],
  ['an action that is gone', [['ana', focus({ kind: 'action', id: 'x' as ActionId })]], 'gone'],
  [
    'a priority that is gone',
    [['ana', focus({ kind: 'priority', id: 'x' as PriorityId })]],
    'gone',
  ],
  ['a call', [['ana', { type: 'summon' }]], 'granted'],
  ['a hand', [['ben', hand(true)]], 'granted'],
  [
    'a hand twice',
    [
      ['ben', hand(true)],
      ['ben', hand(true)],
    ],
    'already',
  ],
  [
    'a hand taken down',
    [
      ['ben', hand(true)],
      ['ben', hand(false)],
    ],
    'granted',
  ],
  [
    'a hand lowered for them',
    [
      ['ben', hand(true)],
      ['ana', lower('ben')],
    ],
    'granted',
  ],
  [
    'a hand that is down',
    [
      ['ben', hand(true)],
      ['ana', lower('cleo')],
    ],
    'already',
  ],
  ['all hands, when all are down', [['ana', lower(null)]], 'already'],
  ['being done', [['ben', { type: 'done', on: true }]], 'granted'],
  [
    'being done twice',
    [
      ['ben', { type: 'done', on: true }],
      ['ben', { type: 'done', on: true }],
    ],
    'already',
  ],
  ['following, which everybody does', [['ben', follow(true)]], 'already'],
  ['looking elsewhere', [['ben', follow(false)]], 'granted'],
])('[SE13] attention: %s → %s', (_what, requests, outcome) => {
  const session = smallSession();
  expect(requests.map(([who, request]) => session.ask(who, request)).at(-1)).toBe(outcome);
});

test('[SE13] everybody is told whose hand is up since when; a call brings back those who had left', () => {
  const session = smallSession();
  session.ask('ben', hand(true));
  session.ask('cleo', hand(true));
  const since = session.now();
  session.pass(1_000);
  session.ask('cleo', follow(false));
  expect(seen(session, 'ben')?.hand).toBe(since);
  expect(seen(session, 'cleo')?.follows).toBe(false);
  session.ask('ana', { type: 'summon' });
  expect(seen(session, 'cleo')?.follows).toBe(true);
  expect(session.view('mur').summonedAt).toBe(session.now());
  session.ask('ana', lower(null));
  expect(session.view('ben').people.filter((person) => person.hand !== null)).toEqual([]);
});

test('[SE13] a hand up twice is up since the first time, and one lowered leaves the others up', () => {
  const session = smallSession();
  session.ask('ben', hand(true));
  session.ask('cleo', hand(true));
  const since = session.now();
  session.pass(1_000);
  session.stage.record({ type: 'hand-set', personId: 'ben' as PersonId, raisedAt: session.now() });
  expect(seen(session, 'ben')?.hand).toBe(since);
  session.ask('ana', lower('ben'));
  expect([seen(session, 'ben')?.hand, seen(session, 'cleo')?.hand]).toEqual([null, since]);
});

test.each<[string, Who[], Who, string | null, Outcome, Who[]]>([
  ['all, at once', ['ben', 'cleo', 'ana'], 'zoe', null, 'granted', []],
  ['all, when none is up', [], 'zoe', null, 'already', []],
  ['one of two', ['ben', 'cleo'], 'ana', 'ben', 'granted', ['cleo']],
  ['one that is down', ['ben'], 'ana', 'cleo', 'already', ['ben']],
  ['all, asked by a participant', ['ben', 'cleo'], 'dan', null, 'role', ['ben', 'cleo']],
  ['all, asked by the projector', ['ben'], 'mur', null, 'role', ['ben']],
])('[SE17] hands are lowered: %s', (_what, up, who, personId, outcome, left) => {
  const session = smallSession();
  for (const one of up) session.ask(one, hand(true));
  const before = session.stage.events().length;
  expect(session.ask(who, lower(personId))).toBe(outcome);
  expect(session.stage.events().length - before).toBe(outcome === 'granted' ? 1 : 0);
  expect(
    session
      .view('mur')
      .people.filter((one) => one.hand !== null)
      .map(({ id }) => id),
  ).toEqual(left);
});

test('[SE13] what people say of themselves is theirs alone, and taken back', () => {
  const session = smallSession();
  session.ask('ben', { type: 'done', on: true });
  session.ask('ben', follow(false));
  expect(seen(session, 'ben')).toMatchObject({ done: true, follows: false, seats: 1 });
  expect(seen(session, 'cleo')).toMatchObject({ done: false, follows: true });
  session.ask('ben', { type: 'done', on: false });
  session.ask('ben', follow(true));
  expect(seen(session, 'ben')).toMatchObject({ done: false, follows: true });
});

test('[SE15] a log played at once gives the session that its events made one by one', () => {
  const session = smallSession([stepOf('hidden', VISIBILITIES.masquée)]);
  const write = (who: Who, name: string, title: string) =>
    session.ask(who, {
      type: 'draft-write',
      id: name as ActionId,
      priorityId: jobs,
      title,
      description: '',
    });
  session.ask('ana', start('hidden'));
  write('ben', 'one', 'Un');
  write('cleo', 'two', 'Deux');
  session.ask('ben', hand(true));
  write('ben', 'one', 'Un autre');
  const { events, state } = session.stage;
  expect(replay(events())).toEqual(state());
  expect(replay(events().slice(0, 3))).toEqual(events().slice(0, 3).reduce(evolve, EMPTY_SESSION));
  expect([...replay(events()).ideas.keys()]).toEqual(['one', 'two']);
  expect(structuredClone(state())).toEqual(state());
});

const told = (session: ReturnType<typeof smallSession>) => {
  const { current, visits, timer, frozen, focus: target } = session.view('ana');
  return { current, visits, timer, frozen, target };
};
const timer: Request = { type: 'timer-start', seconds: 60, effect: 'pause' };

test.each<[string, Request]>([
  ['another step', start('two', 'one')],
  ['the end of the step', start(null, 'one')],
  ['another timer', { type: 'timer-start', seconds: 10, effect: 'nothing' }],
  ['more time', { type: 'timer-add', seconds: 60 }],
  ['a pause of the timer', { type: 'timer-pause' }],
  ['the end of the timer', { type: 'timer-stop' }],
  ['a pause of everybody', { type: 'freeze', on: true }],
  ['another focus', focus({ kind: 'view', view: 'board' })],
])('[SE14] the last act is taken back, once: %s', (_what, request) => {
  const session = smallSession([one, two]);
  for (const before of [start('one'), timer, focus(onAction)]) session.ask('ana', before);
  const before = told(session);
  session.ask('ana', request);
  expect(told(session)).not.toEqual(before);
  const { undoable } = session.view('zoe');
  expect(undoable).toMatchObject({ by: 'ana' });
  expect(session.ask('zoe', { type: 'undo', act: (undoable?.act ?? 0) - 1 })).toBe('stale');
  expect(session.ask('zoe', { type: 'undo', act: undoable?.act ?? 0 })).toBe('granted');
  expect(told(session)).toEqual(before);
  expect(session.view('zoe').undoable).toBeNull();
  expect(session.ask('zoe', { type: 'undo', act: 5 })).toBe('nothing');
});

test.each<[string, Request]>([
  ['a round', openRound('round')],
  ['a call', { type: 'summon' }],
])('[SE14] what cannot be taken back leaves nothing to take back: %s', (_what, request) => {
  const session = smallSession();
  session.ask('ana', focus(onAction));
  session.ask('ana', request);
  expect(session.view('ana').undoable).toBeNull();
});

test('[SE14] taking back leaves what others did since, and goes to no step that was removed', () => {
  const session = smallSession([one, two]);
  session.ask('ana', focus(onAction));
  session.ask('ben', { type: 'done', on: true });
  session.ask('ana', { type: 'undo', act: 1 });
  expect(seen(session, 'ben')?.done).toBe(true);
  session.ask('ana', start('one'));
  session.ask('ana', start('two', 'one'));
  session.ask('ana', { type: 'step-remove', id: 'one' as StepId });
  expect(session.view('ana').undoable).toBeNull();
  session.ask('ana', start(null, 'two'));
  session.ask('ana', { type: 'steps-set', steps: [one] });
  expect(session.view('ana').undoable).toBeNull();
});

test('[SE14] what was allowed before an act was taken back is still taken for three seconds', () => {
  const session = smallSession([one, two]);
  session.ask('ana', start('one'));
  session.ask('ana', start('two', 'one'));
  session.pass(graceMs);
  const { act = 0 } = session.view('ana').undoable ?? {};
  session.ask('ana', { type: 'undo', act });
  const rules = () => rulesFor(session.stage.state(), session.now());
  expect(rules()).toEqual([VISIBILITIES.ouverte, VISIBILITIES.lecture]);
  session.pass(graceMs);
  expect(rules()).toEqual([VISIBILITIES.ouverte]);
});

test('[SE18] a step that begins lowers every hand and ends the call', () => {
  const session = smallSession([one, two]);
  session.ask('ana', start('one'));
  session.ask('ben', hand(true));
  session.ask('ana', focus(onAction));
  session.ask('ana', { type: 'summon' });
  session.ask('ana', start('two', 'one'));
  expect(seen(session, 'ben')?.hand).toBeNull();
  expect(session.view('ben')).toMatchObject({ summonedAt: null, focus: onAction });
});

test('[SE18] a call ends with what it called to, and not when something else is shown', () => {
  const session = smallSession();
  session.ask('ana', focus(onAction));
  session.ask('ana', { type: 'summon' });
  session.ask('ana', focus({ kind: 'view', view: 'ranking' }));
  expect(session.view('ben').summonedAt).toBe(session.now());
  session.ask('ana', focus(null));
  expect(session.view('ben').summonedAt).toBeNull();
});
