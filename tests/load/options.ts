/** What the benchmark is asked for on its command line. */
import { parseArgs } from 'node:util';

export interface BenchOptions {
  readonly quick: boolean;
  /** What is felt in a page, and nothing else. */
  readonly browser: boolean;
  readonly markdown: boolean;
  /** Names of workloads, or how they begin; empty for all. */
  readonly only: readonly string[];
  readonly servers: readonly string[];
  readonly repeat: number;
  readonly seed: number;
  /** Seconds that a crowd works before anything counts; its own when absent. */
  readonly warmUp: number | undefined;
  /** How long W12 goes on. */
  readonly floodSeconds: number;
  /** Another build of our server than `dist/server/main.js`. */
  readonly program: string | undefined;
  /** Where to write profiles of the servers' processors; none are taken without. */
  readonly profile: string | undefined;
  /** Results of an earlier run, to be shown again instead of measuring. */
  readonly from: string | undefined;
}

export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      browser: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      servers: { type: 'string', default: '' },
      repeat: { type: 'string', default: '' },
      seed: { type: 'string', default: '1' },
      'warm-up': { type: 'string' },
      flood: { type: 'string', default: '300' },
      program: { type: 'string' },
      profile: { type: 'string' },
      from: { type: 'string' },
    },
  });
  const { quick, browser, markdown, program, profile, from, 'warm-up': warmUp } = values;
  return {
    quick,
    browser,
    markdown,
    program,
    profile,
    from,
    floodSeconds: wholeOf(values.flood, 'flood'),
    only: listOf(values.only),
    servers: listOf(values.servers),
    repeat: wholeOf(values.repeat || (quick ? '1' : '3'), 'repeat'),
    seed: wholeOf(values.seed, 'seed'),
    warmUp: warmUp === undefined ? undefined : wholeOf(warmUp, 'warm-up'),
  };
}

const listOf = (text: string): string[] => text.split(',').filter((part) => part !== '');

/** @throws Error when it is no whole number of at least 1 */
export function wholeOf(text: string, name: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} : un entier d’au moins 1`);
  return value;
}
