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

/**
 * @param round another one tries again
 * @param isWanted nothing is tried while it is false
 */
export function useChecks(round: number, isWanted = true): Tries {
  const [tries, setTries] = useState(NONE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round tries again
  useEffect(() => {
    if (!isWanted) return;
    let left = false;
    const ended = new Map<Check['id'], Check>();
    setTries((last) => ({ ...last, verdict: undefined }));
    const note = (check: Check) => {
      if (left) return;
      ended.set(check.id, check);
      const checks = CHECKS.map((id) => ended.get(id)).filter((each) => each !== undefined);
      const isOver = checks.length === CHECKS.length;
      const verdict = isOver ? verdictOf(checks, navigator.onLine) : undefined;
      setTries({ checks, verdict, at: Date.now() });
    };
    for (const check of Object.values(startChecks())) void check.then(note);
    return () => {
      left = true;
    };
  }, [round, isWanted]);
  return tries;
}
