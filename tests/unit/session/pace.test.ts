import { expect, test } from 'vitest';
import { expectedEnd, plannedMinutes, spentMs } from '../../../shared/session/agenda/pace.ts';
import type { Step, StepId } from '../../../shared/session/agenda/step.ts';
import { FREE_RULES } from '../../../shared/session/rules.ts';
import type { Visit } from '../../../shared/session/state.ts';
import { stepOf } from '../../support/session-people.ts';

const minute = 60_000;
const [a, b, c] = ['a', 'b', 'c'] as unknown as readonly [StepId, StepId, StepId];
const step = (id: StepId, minutes: number): Step => stepOf(id, FREE_RULES, { minutes });
const steps = [step(a, 10), step(b, 20), step(c, 5)];
const visit = (stepId: StepId, from: number, to: number | null): Visit => ({
  stepId,
  from: from * minute,
  to: to === null ? null : to * minute,
});

test('[DR3] time spent in a step is that of all its visits, the one in progress up to now', () => {
  const course = { steps, current: a, visits: [visit(a, 0, 4), visit(b, 4, 6), visit(a, 6, null)] };
  expect(spentMs(course, a, 9 * minute)).toBe(7 * minute);
  expect(spentMs(course, b, 9 * minute)).toBe(2 * minute);
  expect(spentMs(course, c, 9 * minute)).toBe(0);
  // A browser a little behind the server never shows a negative time.
  expect(spentMs(course, a, 5 * minute)).toBe(4 * minute);
});

test.each<[string, StepId | null, readonly Visit[], number, number]>([
  ['nothing has begun', null, [], 0, 35],
  ['the first step is on time', a, [visit(a, 0, null)], 4, 35],
  ['a step lasts too long', a, [visit(a, 0, null)], 15, 40],
  ['a step was skipped', c, [visit(a, 0, 10), visit(c, 10, null)], 12, 15],
  ['one went back', a, [visit(a, 0, 4), visit(b, 4, 6), visit(a, 6, null)], 7, 37],
  ['between two steps', null, [visit(a, 0, 10)], 12, 37],
  ['all is done', null, [visit(a, 0, 9), visit(b, 9, 20), visit(c, 20, 30)], 31, 31],
])('[DR3] the end that is expected when %s', (_when, current, visits, now, end) => {
  expect(expectedEnd({ steps, current, visits }, now * minute)).toBe(end * minute);
});

test('[DR3] what is planned is the sum of the steps', () => {
  expect(plannedMinutes(steps)).toBe(35);
  expect(plannedMinutes([])).toBe(0);
});
