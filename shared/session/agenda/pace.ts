/** Planned against actual time: how long steps have lasted, and when the workshop will end. */
import type { SessionState } from '../state.ts';
import type { Step, StepId } from './step.ts';

type Course = Pick<SessionState, 'steps' | 'current' | 'visits'>;

/** @returns minutes planned for all steps together */
export const plannedMinutes = (steps: readonly Pick<Step, 'minutes'>[]): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0);

/**
 * Time spent in a step over all its visits.
 * @param now server clock, milliseconds since 1970
 * @returns milliseconds, 0 for a step never started
 */
export const spentMs = ({ visits }: Course, id: StepId, now: number): number =>
  visits
    .filter(({ stepId }) => stepId === id)
    .reduce((sum, { from, to }) => sum + Math.max(0, (to ?? now) - from), 0);

/**
 * When everything will be over if what is left takes what is planned: the rest of the step in
 * progress, and the steps behind it. A step that lasts too long pushes the end; between two steps,
 * those never started are what is left.
 * @param now server clock, milliseconds since 1970
 */
export function expectedEnd(course: Course, now: number): number {
  const { steps, current, visits } = course;
  const place = steps.findIndex(({ id }) => id === current);
  const step = steps[place];
  const rest = step ? Math.max(0, step.minutes * minuteMs - spentMs(course, step.id, now)) : 0;
  const left = step
    ? steps.slice(place + 1)
    : steps.filter(({ id }) => visits.every(({ stepId }) => stepId !== id));
  return now + rest + plannedMinutes(left) * minuteMs;
}

const minuteMs = 60_000;
