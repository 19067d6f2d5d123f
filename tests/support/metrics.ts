/** Reads what Prometheus would. */

/** Series, as `name` or `name{label="value"}`, and their values. */
export const seriesOf = (text: string): ReadonlyMap<string, number> =>
  new Map(
    [...text.matchAll(/^([a-z_]+(?:\{[^}]*\})?) (\S+)$/gm)].map(([, series = '', value]) => [
      series,
      Number(value),
    ]),
  );
