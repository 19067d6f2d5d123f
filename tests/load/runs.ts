/** What was measured, as it is kept on disk and as tables are made of it. */
import type { ServerName } from './servers/flavour.ts';
import { median, type Ratio, ratioOf } from './statistics.ts';
import type { Figures } from './workloads/workload.ts';

export interface Run {
  readonly workload: string;
  readonly server: ServerName;
  readonly repetition: number;
  readonly figures: Figures;
  readonly stallMs: number;
  readonly note?: string;
  /** Why its figures do not count: the generator stood still, or it failed. */
  readonly leftOut?: string;
}

const counted = (runs: readonly Run[], workload: string, server: ServerName): readonly Run[] =>
  runs.filter(
    (run) => run.workload === workload && run.server === server && run.leftOut === undefined,
  );

/** Repetition → figure. */
const byRepetition = (runs: readonly Run[], figure: string): ReadonlyMap<number, number> =>
  new Map(
    runs.flatMap(({ repetition, figures }) => {
      const value = figures[figure];
      return value === undefined ? [] : [[repetition, value] as const];
    }),
  );

export interface Summary {
  readonly count: number;
  /** Median of each figure. */
  readonly figures: Figures;
  readonly note: string | undefined;
}

export function summaryOf(
  runs: readonly Run[],
  workload: string,
  server: ServerName,
): Summary | undefined {
  const own = counted(runs, workload, server);
  if (own.length === 0) return undefined;
  const names = Object.keys(own[0]?.figures ?? {});
  const figures = Object.fromEntries(
    names.map((name) => [name, median([...byRepetition(own, name).values()]) ?? 0]),
  );
  return { count: own.length, figures, note: own.at(-1)?.note };
}

export const ratioBetween = (
  runs: readonly Run[],
  workload: string,
  figure: string,
  [server, base]: readonly [ServerName, ServerName],
): Ratio | undefined =>
  ratioOf(
    byRepetition(counted(runs, workload, server), figure),
    byRepetition(counted(runs, workload, base), figure),
  );
