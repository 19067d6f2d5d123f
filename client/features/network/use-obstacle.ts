/** What stands between this page and its workshop: known, or found by trying, and tried again. */
import { useEffect, useState } from 'react';
import type { Obstacle, Verdict } from '../../../shared/protocol/obstacles.ts';
import { type Report, reportOf } from '../../entry/network/report.ts';
import { useChecks } from './use-checks.ts';

/** The page itself goes on trying much faster: this only keeps what it says true. */
const againMs = 30_000;
/** A way that says nothing for so long is told as one that does not answer: a network that hangs takes 10 s to fail. */
const soonMs = 4_000;

export interface Met {
  /** Undefined while it is looked for the first time. */
  readonly verdict: Verdict | undefined;
  readonly report: Report | undefined;
}

const NOTHING = { verdict: undefined, report: undefined, passed: false };
/** Each lets a workshop open. */
const PASSED: readonly Verdict[] = ['fine', 'fallback', 'storage'];

/** @param known it need not be looked for */
export function useObstacle(known: Obstacle | undefined): Met {
  const [round, setRound] = useState(0);
  const [openedAt] = useState(Date.now);
  const [last, setLast] = useState<Met & { readonly passed: boolean }>(NOTHING);
  const { checks, verdict, at } = useChecks(round, { isWanted: known === undefined, soonMs });
  useEffect(() => {
    if (known !== undefined) return;
    const again = () => setRound((before) => before + 1);
    const timer = setInterval(again, againMs);
    for (const turn of ['online', 'offline']) addEventListener(turn, again);
    return () => {
      clearInterval(timer);
      for (const turn of ['online', 'offline']) removeEventListener(turn, again);
    };
  }, [known]);
  useEffect(() => {
    if (verdict)
      setLast((before) => {
        // It passed a while ago, and the workshop is not open: what is tried here is not all it takes.
        const passes = PASSED.includes(verdict);
        const met = before.passed && passes ? 'blocked' : verdict;
        return { verdict: met, report: reportOf(met, checks, at), passed: passes };
      });
  }, [verdict, checks, at]);
  if (known === undefined) return last;
  return { verdict: known, report: reportOf(known, [], openedAt) };
}
