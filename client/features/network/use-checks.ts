/** The tries of a network as they end, and what they come to once all have. */
import { useEffect, useState } from 'react';
import type { Verdict } from '../../../shared/protocol/obstacles.ts';
import { CHECKS, type Check, startChecks } from '../../entry/network/checks.ts';
import { verdictOf } from '../../entry/network/verdict.ts';

export interface Tries {
  /** Those that have ended, in their order. */
  readonly checks: readonly Check[];
  /** Undefined while some are running. */
  readonly verdict: Verdict | undefined;
  /** When they had all ended, milliseconds since 1970. */
  readonly at: number;
}
const NONE: Tries = { checks: [], verdict: undefined, at: 0 };

interface Wish {
  /** Nothing is tried while it is false. */
  readonly isWanted?: boolean;
  /**
   * After how long ways that have not answered yet are told as ways that do not; until all have ended
   * when absent. What they do in the end is told then.
   */
  readonly soonMs?: number;
}

/** @param round another one tries again */
export function useChecks(round: number, { isWanted = true, soonMs }: Wish = {}): Tries {
  const [tries, setTries] = useState(NONE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round tries again
  useEffect(() => {
    if (!isWanted) return;
    let [left, hasTold] = [false, false];
    const ended = new Map<Check['id'], Check>();
    setTries((last) => ({ ...last, verdict: undefined }));
    const note = (check: Check) => {
      if (left) return;
      ended.set(check.id, check);
      const checks = CHECKS.map((id) => ended.get(id)).filter((each) => each !== undefined);
      const isOver = checks.length === CHECKS.length;
      const verdict = isOver ? verdictOf(checks, navigator.onLine) : undefined;
      // What was told soon stays until all is known.
      if (isOver || !hasTold) setTries({ checks, verdict, at: Date.now() });
    };
    const tellSoon = () => {
      const checks = CHECKS.map((id) => ended.get(id) ?? unheard(id));
      const verdict = verdictOf(checks, navigator.onLine);
      // That something works is told once it is known.
      if (!SILENT.includes(verdict)) return;
      hasTold = true;
      setTries({ checks, verdict, at: Date.now() });
    };
    const soon = soonMs === undefined ? undefined : setTimeout(tellSoon, soonMs);
    for (const check of Object.values(startChecks()))
      void check.then((one) => {
        note(one);
        if (ended.size === CHECKS.length) clearTimeout(soon);
      });
    return () => {
      left = true;
      clearTimeout(soon);
    };
  }, [round, isWanted, soonMs]);
  return tries;
}

/** What silence of a way may come to. */
const SILENT: readonly Verdict[] = ['blocked', 'stopped', 'offline'];
const WAYS: readonly Check['id'][] = ['http', 'socket', 'polling'];

/** A way that has not answered so far; of the rest nothing is known. */
const unheard = (id: Check['id']): Check =>
  WAYS.includes(id)
    ? { id, state: 'bad', by: 'silent', answered: '', ms: null }
    : { id, state: 'unknown', answered: '', ms: null };
