/**
 * How fast a connection is read. Whoever has used up its allowance, or has held the event loop for a
 * moment, rests: nothing is read until the rest is over. Whoever never stops is given up.
 */
import type { Clock } from '../../clock.ts';
import { type AllowanceLimits, createAllowance } from './allowance.ts';
import type { Peer } from './peer.ts';

export interface PaceListener {
  /** It may be read again. */
  readonly onRested: () => void;
  /** It has gone on for too long. */
  readonly onTooMuch: () => void;
}
export interface Pace {
  readonly listen: (listener: PaceListener) => void;
  readonly isResting: () => boolean;
  /** A message of that many bytes has come. */
  readonly spend: (bytes: number) => void;
  /** Does it at once; the time it takes is of the allowance. */
  readonly charge: (act: () => void) => void;
  readonly stop: () => void;
}
export interface PaceDeps {
  readonly peer: Pick<Peer, 'pause' | 'resume'>;
  readonly limits: AllowanceLimits;
  readonly clock: Clock;
}
interface PaceState {
  listener: PaceListener | undefined;
  rest: NodeJS.Timeout | undefined;
  /** When it was first slowed without a pause since, and when last. */
  slowedSince: number;
  slowedAt: number;
  /** How long it has held the event loop since its last rest. */
  heldMs: number;
  isCharging: boolean;
  isStopped: boolean;
}

/** Somebody who has been sending more than allowed for that long is shown out. */
const patienceMs = 10_000;
const forgivenAfterMs = 1_000;
/** Whoever has held the event loop for that long lets everybody else come in between. */
const holdMs = 20;

export function createPace({ peer, limits, clock }: PaceDeps): Pace {
  const allowance = createAllowance(limits, clock);
  const state: PaceState = {
    listener: undefined,
    rest: undefined,
    slowedSince: 0,
    slowedAt: 0,
    heldMs: 0,
    isCharging: false,
    isStopped: false,
  };

  const restFor = (waitMs: number) => {
    peer.pause();
    clearTimeout(state.rest);
    state.rest = setTimeout(() => {
      state.rest = undefined;
      state.heldMs = 0;
      peer.resume();
      state.listener?.onRested();
    }, waitMs);
  };
  const slowDown = (waitMs: number) => {
    if (waitMs === 0 || state.isStopped) return;
    const now = clock();
    if (now - state.slowedAt > forgivenAfterMs) state.slowedSince = now;
    state.slowedAt = now;
    if (now - state.slowedSince > patienceMs) state.listener?.onTooMuch();
    else restFor(waitMs);
  };

  return {
    listen: (listener) => {
      state.listener = listener;
    },
    isResting: () => state.rest !== undefined,
    spend: (bytes) => slowDown(allowance.spend(bytes)),
    charge: (act) => {
      if (state.isCharging) return act();
      state.isCharging = true;
      const began = performance.now();
      act();
      const took = performance.now() - began;
      state.isCharging = false;
      state.heldMs += took;
      slowDown(allowance.work(took));
      if (state.heldMs > holdMs && state.rest === undefined && !state.isStopped) restFor(0);
    },
    stop: () => {
      state.isStopped = true;
      clearTimeout(state.rest);
      state.rest = undefined;
    },
  };
}
