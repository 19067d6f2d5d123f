/**
 * How fast a connection is read. Whoever has used up its allowance, or has held the event loop for a
 * moment, rests: nothing is read until the rest is over. Whoever never stops is given up.
 */
import { LEAST_BODY } from '../../../shared/protocol/polling.ts';
import type { Clock } from '../../clock.ts';
import type { Allowance } from './allowance.ts';
import type { Peer } from './peer.ts';

interface PaceListener {
  /** It may be read again. */
  readonly onRested: () => void;
  /** It has gone on for too long. */
  readonly onTooMuch: () => void;
}
export interface PaceDeps {
  readonly peer: Pick<Peer, 'pause' | 'resume'>;
  readonly allowance: Allowance;
  readonly clock: Clock;
}
/** Somebody who has been sending more than allowed for that long is shown out. */
const patienceMs = 10_000;
const forgivenAfterMs = 1_000;
/** However short, a piece is looked at. */
const leastPaidBytes = 64;
/** No page cuts a frame so short, whatever its network takes. */
const shortPieceBytes = LEAST_BODY / 2;
/** Whoever has held the event loop for that long lets everybody else come in between. */
const holdMs = 20;

// Its functions share one state, and each is a few lines.
export function createPace({ peer, allowance, clock }: PaceDeps) {
  let listener: PaceListener | undefined;
  let rest: NodeJS.Timeout | undefined;
  /** When it was first slowed without a pause since, and when last. */
  let slowedSince = 0;
  let slowedAt = 0;
  /** How long it has held the event loop since its last rest. */
  let heldMs = 0;
  let isCharging = false;
  let isStopped = false;

  const restFor = (waitMs: number) => {
    peer.pause();
    clearTimeout(rest);
    rest = setTimeout(() => {
      rest = undefined;
      heldMs = 0;
      peer.resume();
      listener?.onRested();
    }, waitMs);
  };
  const slowDown = (waitMs: number) => {
    if (waitMs === 0 || isStopped) return;
    const now = clock();
    if (now - slowedAt > forgivenAfterMs) slowedSince = now;
    slowedAt = now;
    if (now - slowedSince > patienceMs) listener?.onTooMuch();
    else restFor(waitMs);
  };

  return {
    listen: (one: PaceListener) => {
      listener = one;
    },
    isResting: () => rest !== undefined,
    /** A message of that many bytes has come. */
    spend: (bytes: number) => slowDown(allowance.spend(bytes)),
    /**
     * A piece of a frame has come. A page whose network takes no more at once sends thousands, one
     * after the other: it rests as long as any, and is not given up for it.
     */
    spendOnPiece: (bytes: number) => {
      const waitMs = allowance.spend(Math.max(bytes, leastPaidBytes));
      if (bytes < shortPieceBytes) slowDown(waitMs);
      else if (waitMs > 0 && !isStopped) restFor(waitMs);
    },
    /** Does it at once; the time it takes is of the allowance. */
    charge: (act: () => void) => {
      if (isCharging) return act();
      isCharging = true;
      const began = performance.now();
      act();
      const took = performance.now() - began;
      isCharging = false;
      heldMs += took;
      slowDown(allowance.work(took));
      if (heldMs > holdMs && rest === undefined && !isStopped) restFor(0);
    },
    stop: () => {
      isStopped = true;
      clearTimeout(rest);
      rest = undefined;
    },
  };
}
