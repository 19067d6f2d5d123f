/** The timer of the workshop: its end is held by the server's clock, whatever browsers believe. */

/**
 * What happens at zero, chosen before: nothing, a sound on every page, a pause of all writing, or a
 * call of everybody back from where they work.
 */
export const TIMER_EFFECTS = ['nothing', 'sound', 'pause', 'return'] as const;
export type TimerEffect = (typeof TIMER_EFFECTS)[number];

export type Timer = {
  /** What was asked for, with what was added since. */
  readonly seconds: number;
  readonly effect: TimerEffect;
} & (
  | { readonly state: 'running' /** Server clock, milliseconds. */; readonly endsAt: number }
  | {
      readonly state: 'paused';
      readonly leftMs: number;
      /** It goes on when everybody does. */
      readonly byFreeze: boolean;
    }
  | { readonly state: 'ended' /** Server clock, milliseconds. */; readonly endedAt: number }
);

/** Seconds offered at one press; any other number up to the limit can be typed. */
export const TIMER_PRESETS = [60, 180, 300, 600, 900, 1_200] as const;
export const maxTimerSeconds = 4 * 3_600;

/**
 * What is left of the timer.
 * @param serverNow the server's clock, milliseconds: a browser adds its offset to its own
 * @returns whole milliseconds; 0 once over, never negative
 */
export function timeLeft(timer: Timer, serverNow: number): number {
  switch (timer.state) {
    case 'running':
      return Math.max(0, timer.endsAt - serverNow);
    case 'paused':
      return timer.leftMs;
    case 'ended':
      return 0;
  }
}

/** "12:40", or "1:05:00" from an hour on; a second that has begun counts. */
export function showLeft(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  const two = (count: number) => String(count).padStart(2, '0');
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`;
}
