/** What stands between this page and its workshop: known, or found by trying, and tried again. */
import { useEffect, useState } from 'react';
import type { Obstacle, Verdict } from '../../../shared/protocol/obstacles.ts';
import { type Report, reportOf } from '../../entry/network/report.ts';
import { useChecks } from './use-checks.ts';

/** The page itself goes on trying much faster: this only keeps what it says true. */
const againMs = 30_000;

export interface Met {
  /** Undefined while it is looked for the first time. */
  readonly verdict: Verdict | undefined;
  readonly report: Report | undefined;
}

/** @param known it need not be looked for */
export function useObstacle(known: Obstacle | undefined): Met {
  const [round, setRound] = useState(0);
  const [openedAt] = useState(Date.now);
  const [last, setLast] = useState<Met>({ verdict: undefined, report: undefined });
  const { checks, verdict, at } = useChecks(round, known === undefined);
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
    if (verdict) setLast({ verdict, report: reportOf(verdict, checks, at) });
  }, [verdict, checks, at]);
  if (known === undefined) return last;
  return { verdict: known, report: reportOf(known, [], openedAt) };
}
