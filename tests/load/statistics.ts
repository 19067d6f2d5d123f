/**
 * The few numbers the benchmark speaks in. Data in, numbers out: no clock, no process.
 * Ratios are taken within one repetition, where both servers met the same noise.
 */

/** Milliseconds, of whatever number of samples; all 0 when there are none. */
export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Ratios of one figure of two servers, one per repetition that both finished. */
export interface Ratio {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly pairs: number;
}

/**
 * The nearest rank: a value that was really measured, never one in between.
 * @param sorted ascending, at least one value
 * @param share 0 to 1
 */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) throw new Error('no sample to take a percentile of');
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[Math.min(rank, sorted.length) - 1] ?? Number.NaN;
}

export function spreadOf(samples: readonly number[]): Spread {
  if (samples.length === 0) return { count: 0, p50: 0, p95: 0, p99: 0, max: 0 };
  const sorted = Float64Array.from(samples).sort();
  return {
    count: sorted.length,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    max: percentile(sorted, 1),
  };
}

/** The middle value, or the mean of the two middle ones; undefined for none. */
export function median(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = Float64Array.from(values).sort();
  const low = sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
  const high = sorted[sorted.length >> 1] ?? Number.NaN;
  return (low + high) / 2;
}

/**
 * How many times `theirs` is `ours`, by repetition; undefined when no repetition has both.
 * @param ours repetition → figure, likewise `theirs`; a base of 0 gives no ratio
 */
export function ratioOf(
  ours: ReadonlyMap<number, number>,
  theirs: ReadonlyMap<number, number>,
): Ratio | undefined {
  const ratios = [...ours].flatMap(([repetition, value]) => {
    const base = theirs.get(repetition);
    return base === undefined || base === 0 ? [] : [value / base];
  });
  const middle = median(ratios);
  if (middle === undefined) return undefined;
  return {
    median: middle,
    min: Math.min(...ratios),
    max: Math.max(...ratios),
    pairs: ratios.length,
  };
}

/** The servers in the order of one repetition: each comes first, second, third… in its turn. */
export const rotated = <Item>(items: readonly Item[], repetition: number): Item[] =>
  items.map((_, index) => items[(index + repetition) % items.length] as Item);
