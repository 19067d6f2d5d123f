import { expect, test } from 'vitest';
import type { GroupId } from '../../../shared/ids.ts';
import type { StepId } from '../../../shared/session/agenda/step.ts';
import { FREE_RULES, READ_ONLY } from '../../../shared/session/rules.ts';
import type { Request } from '../../../shared/session/session.ts';
import { decideAlarm, nextAlarm } from '../../../shared/session/timer/alarm.ts';
import { maxTimerSeconds, timeLeft } from '../../../shared/session/timer/timer.ts';
import {
  type Outcome,
  type SmallSession,
  smallSession,
  start,
  stepOf,
} from '../../support/session-people.ts';

const started = (seconds = 60, effect: 'nothing' | 'pause' = 'pause'): Request => ({
  type: 'timer-start',
  seconds,
  effect,
});
const add = (seconds: number): Request => ({ type: 'timer-add', seconds });
const freeze = (on: boolean): Request => ({ type: 'freeze', on });
const [pause, resume, stop]: Request[] = [
  { type: 'timer-pause' },
  { type: 'timer-resume' },
  { type: 'timer-stop' },
];
const startTimed = (id: string, timed = true): Request => ({
  type: 'step-start',
  id: id as StepId,
  from: null,
  timed,
});
function left({ stage, now }: SmallSession): number | undefined {
  const { timer } = stage.state();
  return timer ? timeLeft(timer, now()) / 1_000 : undefined;
}
function ringAt(session: SmallSession): void {
  for (const event of decideAlarm(session.stage.state(), session.now()))
    session.stage.record(event);
}
const run = (session: SmallSession, requests: readonly (Request | number | undefined)[]): Outcome =>
  requests.reduce<Outcome>((last, one) => {
    if (typeof one === 'object') return session.ask('ana', one);
    session.pass((one ?? 0) * 1_000);
    ringAt(session);
    return last;
  }, 'already');

/** Numbers are seconds that pass. */
test.each<[string, (Request | number | undefined)[], Outcome, number | undefined]>([
  ['runs', [started(), 20], 'granted', 40],
  ['is replaced by another', [started(), 20, started(30)], 'granted', 30],
  ['is extended', [started(), 20, add(60)], 'granted', 100],
  ['is shortened', [started(), 20, add(-30)], 'granted', 10],
  ['is shortened to its end, never below', [started(), 20, add(-60)], 'granted', 0],
  [
    'is not extended beyond four hours',
    [started(maxTimerSeconds), add(1)],
    'full',
    maxTimerSeconds,
  ],
  ['has none to extend', [add(60)], 'nothing', undefined],
  ['keeps what is left while paused', [started(), 20, pause, 100], 'granted', 40],
  ['is extended while paused', [started(), 20, pause, add(60), 10], 'granted', 100],
  ['is paused twice', [started(), pause, pause], 'already', 60],
  ['has none to pause', [pause], 'nothing', undefined],
  ['goes on', [started(), 20, pause, 100, resume, 10], 'granted', 30],
  ['goes on twice', [started(), resume], 'already', 60],
  ['has none to go on', [resume], 'nothing', undefined],
  ['is stopped', [started(), stop], 'granted', undefined],
  ['is stopped twice', [started(), stop, stop], 'already', undefined],
  ['ends', [started(), 60], 'granted', 0],
  ['does not go on once over', [started(), 60, resume], 'nothing', 0],
  ['is not paused once over', [started(), 60, pause], 'nothing', 0],
  ['is given more once over', [started(), 75, add(60)], 'granted', 60],
  ['is not shortened once over', [started(), 60, add(-60)], 'nothing', 0],
  ['is given nothing once over', [started(), 60, add(0)], 'nothing', 0],
  ['is given nothing while it runs', [started(), 20, add(0)], 'granted', 40],
  ['is extended to four hours', [started(maxTimerSeconds - 1), add(1)], 'granted', maxTimerSeconds],
  ['is shortened while paused, never below', [started(), pause, add(-100)], 'granted', 0],
  ['is shortened past its end', [started(), 20, add(-60), 1], 'granted', 0],
  ['has none to stop', [stop], 'already', undefined],
])('[TI3] a timer %s', (_what, requests, outcome, seconds) => {
  const session = smallSession();
  expect(run(session, requests)).toBe(outcome);
  expect(left(session)).toBe(seconds);
});

test.each<[string, (Request | number)[], string | null]>([
  ['nothing was chosen', [started(60, 'nothing'), 60], null],
  ['a pause was chosen', [started(), 60], 'timer'],
  ['it is given more time', [started(), 60, add(60)], null],
  ['it is stopped', [started(), 60, { type: 'timer-stop' }], null],
  ['another one is started', [started(), 60, started()], null],
  ['the next step is started', [started(), 60, start('next')], null],
  ['somebody lets all go on', [started(), 60, freeze(false)], null],
  ['it is given no time', [started(), 60, add(0)], 'timer'],
  ['everybody was paused already', [freeze(true), started(), 60], 'facilitator'],
  [
    'everybody was paused, and it is stopped',
    [freeze(true), started(), { type: 'timer-stop' }],
    'facilitator',
  ],
  ['everybody was paused, and a step is started', [freeze(true), start('next')], 'facilitator'],
])('[TI4] at zero, when %s, the pause is: %s', (_what, requests, frozen) => {
  const session = smallSession([stepOf('next', FREE_RULES)]);
  run(session, requests);
  expect(session.view('ben')).toMatchObject({ frozen, rules: frozen ? READ_ONLY : FREE_RULES });
});

test('[TI3] the length of a timer is what was asked for with what was added, never below nothing', () => {
  const session = smallSession();
  const seconds = () => session.view('mur').timer?.seconds;
  run(session, [started(60, 'nothing'), add(30)]);
  expect([seconds(), session.view('mur').timer?.effect]).toEqual([90, 'nothing']);
  run(session, [add(-100)]);
  expect(seconds()).toBe(0);
});

test('[TI4] more time than a pause takes back leaves a paused timer paused', () => {
  const session = smallSession();
  run(session, [started(), 20, freeze(true), add(60)]);
  expect([left(session), session.view('mur').frozen]).toEqual([100, 'facilitator']);
  run(session, [freeze(false), 10]);
  expect(left(session)).toBe(90);
});

test('[TI7] a step begins without the timer of the one before, which comes back with that one', () => {
  const session = smallSession([stepOf('next', FREE_RULES)]);
  run(session, [started(), 20, start('next')]);
  expect(session.view('mur').timer).toBeNull();
  const act = session.view('ana').undoable?.act ?? 0;
  expect(session.ask('zoe', { type: 'undo', act })).toBe('granted');
  expect(left(session)).toBe(40);
});

test.each<[string, Request]>([
  ['a pause of the timer', { type: 'timer-pause' }],
  ['a pause of everybody', freeze(true)],
  ['the end of the timer', { type: 'timer-stop' }],
])('[TI8] taken back minutes later, %s leaves the timer what it had then', (_what, request) => {
  const session = smallSession();
  run(session, [started(), 20, request, 300]);
  const act = session.view('ana').undoable?.act ?? 0;
  expect(session.ask('zoe', { type: 'undo', act })).toBe('granted');
  expect([left(session), session.view('mur').frozen]).toEqual([40, null]);
});

test('[TI8] a timer that never stood still loses nothing and gains nothing', () => {
  const session = smallSession();
  run(session, [started(), add(60), 20]);
  const act = session.view('ana').undoable?.act ?? 0;
  session.ask('zoe', { type: 'undo', act });
  expect(left(session)).toBe(40);
});

test('[TI5] a pause of everybody stops the timer, which goes on with them where it was', () => {
  const session = smallSession();
  run(session, [started(), 20, freeze(true), 100]);
  expect([left(session), session.view('mur').frozen]).toEqual([40, 'facilitator']);
  expect(session.ask('zoe', freeze(true))).toBe('already');
  run(session, [freeze(false), 10]);
  expect([left(session), session.view('mur').frozen]).toEqual([30, null]);
  run(session, [{ type: 'timer-pause' }, freeze(true), freeze(false), 10]);
  expect(session.stage.state().timer).toMatchObject({ state: 'paused', leftMs: 30_000 });
});

test('[TI6] the server is woken at the end of a running timer, and only then', () => {
  const session = smallSession();
  const alarm = () => nextAlarm(session.stage.state());
  expect(alarm()).toBeUndefined();
  run(session, [started()]);
  expect(alarm()).toBe(session.now() + 60_000);
  expect(decideAlarm(session.stage.state(), session.now() + 59_999)).toEqual([]);
  expect(decideAlarm(session.stage.state(), session.now() + 60_000)).toEqual([
    { type: 'timer-ended', at: session.now() + 60_000 },
  ]);
  run(session, [20, { type: 'timer-pause' }]);
  expect(alarm()).toBeUndefined();
  run(session, [{ type: 'timer-resume' }, 40]);
  expect(alarm()).toBeUndefined();
  expect(session.stage.state().timer).toMatchObject({ state: 'ended', endedAt: session.now() });
});

test('[TI9] a step started with its time runs its minutes, and both are taken back as one act', () => {
  const steps = [stepOf('one', FREE_RULES, { minutes: 7 }), stepOf('two', FREE_RULES)];
  const session = smallSession(steps);
  session.ask('ana', started(300));
  session.ask('ana', startTimed('one'));
  expect(left(session)).toBe(420);
  const { undoable, acts } = session.stage.state();
  expect(undoable).toMatchObject({ type: 'step-started', act: acts });
  session.ask('zoe', { type: 'undo', act: acts });
  expect(session.view('ana').current).toBeNull();
  expect(left(session)).toBe(300);
});

test.each([
  ['without minutes', 0, true, undefined],
  ['longer than a timer may be', 600, true, maxTimerSeconds],
  ['whose time is not asked for', 7, false, undefined],
])(
  '[TI9] a step %s has %s minutes, asked for %s: %s seconds run',
  (_name, minutes, timed, seconds) => {
    const session = smallSession([stepOf('one', FREE_RULES, { minutes })]);
    session.ask('ana', startTimed('one', timed));
    expect(left(session)).toBe(seconds);
  },
);

test('[TI9] a timer started later is an act of its own', () => {
  const session = smallSession([stepOf('one', FREE_RULES)]);
  session.ask('ana', start('one'));
  session.pass(1);
  session.ask('ana', started());
  expect(session.stage.state().undoable?.type).toBe('timer-started');
});

test.each([
  ['of sheets, with groups', 'sheets', ['one'], 'return'],
  ['of sheets, without', 'sheets', [], 'nothing'],
  ['of another kind, with groups', 'free', ['one'], 'nothing'],
] as const)('[TI10] the time of a step %s ends with: %s %s %s', (_what, kind, groups, effect) => {
  const session = smallSession([stepOf('one', FREE_RULES, { kind })]);
  for (const id of groups)
    session.ask('ana', { type: 'groups-add', groups: [{ id: id as GroupId, name: '' }] });
  session.ask('ana', startTimed('one'));
  expect(session.view('ben').timer?.effect).toBe(effect);
});

test('[TI10] a timer that calls back brings everybody back once it is over, and not before', () => {
  const session = smallSession();
  session.ask('ben', { type: 'follow', on: false });
  run(session, [{ type: 'timer-start', seconds: 60, effect: 'return' }, 59]);
  expect(session.view('ben')).toMatchObject({ summonedAt: null, frozen: null });
  run(session, [1]);
  expect(session.view('ben')).toMatchObject({ summonedAt: session.now(), frozen: null });
  expect(session.view('ben').people.every(({ follows }) => follows)).toBe(true);
});
