/** When the server must act of itself, and what it does then: the end of a running timer. */
import type { SessionState } from '../state.ts';
import type { TimerEvent } from './verbs.ts';

/** @returns server clock, milliseconds; undefined while nothing runs */
export const nextAlarm = ({ timer }: Pick<SessionState, 'timer'>): number | undefined =>
  timer?.state === 'running' ? timer.endsAt : undefined;

/** What is recorded when the alarm rings; nothing when it rings early. */
export function decideAlarm(
  state: Pick<SessionState, 'timer'>,
  now: number,
): readonly TimerEvent[] {
  const endsAt = nextAlarm(state);
  return endsAt !== undefined && now >= endsAt ? [{ type: 'timer-ended', at: now }] : [];
}
