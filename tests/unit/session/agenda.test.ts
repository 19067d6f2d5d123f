import { describe, expect, test } from 'vitest';
import { STEP_LIMITS, type StepId } from '../../../shared/session/agenda/step.ts';
import { allows } from '../../../shared/session/permissions.ts';
import { ROLES } from '../../../shared/session/roles.ts';
import { FREE_RULES, READ_ONLY, VISIBILITIES } from '../../../shared/session/rules.ts';
import { mayAsk, type Request, type RequestType } from '../../../shared/session/session.ts';
import { graceMs, rulesFor, rulesOf } from '../../../shared/session/state.ts';
import {
  type Outcome,
  openRound,
  smallSession,
  start,
  stepOf,
} from '../../support/session-people.ts';

const one = stepOf('one', VISIBILITIES.ouverte);
const two = stepOf('two', VISIBILITIES.lecture);
const id = (name: string) => name as StepId;

test.each<[RequestType, string]>([
  ...(
    ['steps-set', 'step-add', 'step-change', 'step-move', 'step-remove', 'step-start'] as const
  ).map((type): [RequestType, string] => [type, 'facilitator']),
  ...(
    ['timer-start', 'timer-add', 'timer-pause', 'timer-resume', 'timer-stop', 'freeze'] as const
  ).map((type): [RequestType, string] => [type, 'facilitator']),
  ...(['reveal', 'round-open', 'round-close', 'room-votes', 'focus', 'summon'] as const).map(
    (type): [RequestType, string] => [type, 'facilitator'],
  ),
  ...(['hands-lower', 'seats-set', 'undo'] as const).map((type): [RequestType, string] => [
    type,
    'facilitator',
  ]),
  ['vote-cast', 'participant'],
  ...(['draft-write', 'draft-remove', 'hand', 'done', 'follow'] as const).map(
    (type): [RequestType, string] => [type, 'facilitator participant'],
  ),
])('[SE6] %s is asked by: %s', (type, roles) => {
  expect(ROLES.filter((role) => mayAsk(role, type)).join(' ')).toBe(roles);
});

test.each<[string, Request, Outcome]>([
  ['two steps with one id', { type: 'steps-set', steps: [one, one] }, 'invalid'],
  [
    'a step added again',
    { type: 'step-add', step: { ...one, title: 'autre' }, after: null },
    'already',
  ],
  ['a change of a step that is gone', { type: 'step-change', id: id('x'), change: {} }, 'gone'],
  ['a move of a step that is gone', { type: 'step-move', id: id('x'), after: null }, 'gone'],
  ['a move behind one that is gone', { type: 'step-move', id: one.id, after: id('x') }, 'gone'],
  ['a move to where it stands', { type: 'step-move', id: two.id, after: one.id }, 'already'],
  ['a move behind itself', { type: 'step-move', id: two.id, after: two.id }, 'already'],
  ['a removal of one that is gone', { type: 'step-remove', id: id('x') }, 'already'],
  ['the removal of the step in progress', { type: 'step-remove', id: one.id }, 'step'],
  ['the start of the step in progress', start('one', 'x'), 'already'],
  ['a start from a step that has passed', start('two', null), 'stale'],
  ['the start of a step that is gone', start('x', 'one'), 'gone'],
  ['the start of the next', start('two', 'one'), 'granted'],
  ['the end of the last', start(null, 'one'), 'granted'],
])('[SE7] %s: %s → %s', (_what, request, outcome) => {
  const session = smallSession([one, two]);
  session.ask('ana', start('one'));
  expect(session.ask('zoe', request)).toBe(outcome);
});

test('[SE7] steps are added, moved, changed and removed at any time, up to the limit', () => {
  const session = smallSession([one, two]);
  const titles = () => session.view('mur').steps.map(({ title }) => title);
  const three = stepOf('three', READ_ONLY);
  session.ask('ana', { type: 'step-add', step: three, after: one.id });
  expect(titles()).toEqual(['one', 'three', 'two']);
  session.ask('ana', { type: 'step-move', id: two.id, after: null });
  expect(titles()).toEqual(['two', 'one', 'three']);
  session.ask('ana', { type: 'step-change', id: three.id, change: { title: 'trois', minutes: 5 } });
  expect(session.view('ben').steps.at(-1)).toEqual({ ...three, title: 'trois', minutes: 5 });
  session.ask('ana', { type: 'step-remove', id: one.id });
  expect(titles()).toEqual(['two', 'trois']);
  const many = Array.from({ length: STEP_LIMITS.steps }, (_, i) => stepOf(`s${i}`, READ_ONLY));
  session.ask('ana', { type: 'steps-set', steps: many });
  expect(session.ask('ana', { type: 'step-add', step: one, after: null })).toBe('full');
});

test('[SE8] steps are started in any order, each time they were in progress is kept, and the done are asked again', () => {
  const session = smallSession([one, two]);
  session.ask('ana', start('two'));
  session.ask('ben', { type: 'done', on: true });
  session.pass(60_000);
  session.ask('ana', start('one', 'two'));
  session.pass(30_000);
  session.ask('ana', start('two', 'one'));
  const began = session.now() - 90_000;
  expect(session.view('ben')).toMatchObject({
    current: 'two',
    visits: [
      { stepId: 'two', from: began, to: began + 60_000 },
      { stepId: 'one', from: began + 60_000, to: began + 90_000 },
      { stepId: 'two', from: began + 90_000, to: null },
    ],
  });
  expect(session.view('ben').people.some(({ done }) => done)).toBe(false);
});

test.each<[string, Request]>([
  ['another step', start('two', 'one')],
  ['other rules of the step', { type: 'step-change', id: one.id, change: { rules: READ_ONLY } }],
  ['a pause of everybody', { type: 'freeze', on: true }],
])('[SE9] after %s what was allowed is still taken for three seconds', (_what, request) => {
  const session = smallSession([one, two]);
  session.ask('ana', start('one'));
  session.pass(graceMs);
  const added = () =>
    rulesFor(session.stage.state(), session.now()).some((rules) =>
      allows('participant', rules, 'add'),
    );
  session.ask('ana', request);
  expect(session.view('ben').rules).toMatchObject({ add: 'nobody' });
  session.pass(graceMs - 1);
  expect(added()).toBe(true);
  session.pass(1);
  expect(added()).toBe(false);
});

test('[SE9] a step that is only renamed changes no rule', () => {
  const session = smallSession([one, two]);
  session.ask('ana', start('one'));
  session.pass(graceMs);
  session.ask('ana', { type: 'step-change', id: one.id, change: { title: 'Un' } });
  expect(rulesFor(session.stage.state(), session.now())).toEqual([VISIBILITIES.ouverte]);
  expect(rulesOf(smallSession().stage.state())).toBe(FREE_RULES);
});

test('[SE7] a step is added until there are as many as there may be', () => {
  const session = smallSession(
    Array.from({ length: STEP_LIMITS.steps - 1 }, (_, i) => stepOf(`s${i}`, READ_ONLY)),
  );
  const add = (name: string): Request => ({
    type: 'step-add',
    step: stepOf(name, READ_ONLY),
    after: null,
  });
  expect(session.ask('ana', add('last'))).toBe('granted');
  expect(session.ask('ana', add('one-more'))).toBe('full');
});

test('[SE7] a change empties nothing it does not name', () => {
  const session = smallSession([one, two]);
  const change: Record<string, unknown> = { title: undefined, minutes: 5 };
  session.ask('ana', { type: 'step-change', id: one.id, change });
  expect(session.view('mur').steps).toEqual([{ ...one, minutes: 5 }, two]);
});

test.each<[string, StepId | null, string[]]>([
  ['first', null, ['new', 'one', 'two']],
  ['behind one', one.id, ['one', 'new', 'two']],
  ['behind the last', two.id, ['one', 'two', 'new']],
  ['behind one that was removed meanwhile, at the end', id('x'), ['one', 'two', 'new']],
])('[SE7] a step is put %s', (_where, after, order) => {
  const { stage } = smallSession([one, two]);
  stage.record({ type: 'step-added', step: stepOf('new', READ_ONLY), after });
  expect(stage.state().steps.map((step) => step.id)).toEqual(order);
  stage.record({ type: 'step-moved', id: id('y'), after: null });
  expect(stage.state().steps.map((step) => step.id)).toEqual(order);
});

test('[SE7] setting the whole agenda ends what the step in progress had: visit, timer and its pause, done, undo', () => {
  const session = smallSession([one, two]);
  session.ask('ana', start('one'));
  session.ask('ben', { type: 'done', on: true });
  session.ask('ana', { type: 'timer-start', seconds: 1, effect: 'pause' });
  session.pass(1_000);
  session.stage.record({ type: 'timer-ended', at: session.now() });
  expect(session.view('mur')).toMatchObject({ frozen: 'timer', current: 'one' });
  session.ask('zoe', { type: 'steps-set', steps: [two] });
  expect(session.view('ana')).toMatchObject({
    steps: [two],
    current: null,
    timer: null,
    frozen: null,
    undoable: null,
    visits: [{ stepId: 'one', from: session.now() - 1_000, to: session.now() }],
  });
  expect(session.view('ana').people.some(({ done }) => done)).toBe(false);
});

test('[SE14] removing another step leaves what can be taken back', () => {
  const session = smallSession([one, two, stepOf('three', READ_ONLY)]);
  session.ask('ana', start('one'));
  session.ask('ana', start('two', 'one'));
  session.ask('ana', { type: 'step-remove', id: id('three') });
  expect(session.view('ana').undoable).toMatchObject({ type: 'step-started', by: 'ana', act: 2 });
  expect('undoable' in session.view('ben')).toBe(false);
  expect('undoable' in session.view('mur')).toBe(false);
});

describe('a step of votes', () => {
  const opening = stepOf('vote', FREE_RULES, { kind: 'vote', title: 'Nos choix', opensVote: true });

  test('[SE26] it may open its round as it begins, and can be taken back', () => {
    const session = smallSession([opening, stepOf('other', FREE_RULES)]);
    session.ask('ana', start('vote'));
    const rounds = () => session.view('ben').rounds;
    expect(rounds()).toMatchObject([{ title: 'Nos choix', setup: opening.vote, closedAt: null }]);
    expect(session.ask('zoe', start('vote'))).toBe('already');
    expect(rounds()).toHaveLength(1);
    const { act = 0 } = session.view('ana').undoable ?? {};
    session.ask('ana', { type: 'undo', act });
    expect(session.view('ana').current).toBeNull();
    expect(rounds()).toHaveLength(1);
  });

  test('[SE26] none is opened where one is open, nor by another kind of step', () => {
    const session = smallSession([opening, stepOf('other', FREE_RULES, { opensVote: true })]);
    session.ask('ana', start('other'));
    expect(session.view('ben').rounds).toEqual([]);
    session.ask('ana', openRound('mine'));
    session.ask('ana', start('vote', 'other'));
    expect(session.view('ben').rounds.map(({ id }) => id)).toEqual(['mine']);
  });
});
