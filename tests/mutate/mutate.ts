/**
 * `npm run mutate -- <file, folder or pattern>… [--sample 60] [--seed 1]`: plants small faults in
 * production code, one at a time, and prints which of them no unit or component test notices.
 * A whole folder takes from minutes to an hour; a sample judges it in a few minutes.
 */
import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { reportOf } from './report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const [sample, seed] = [Number(values.sample ?? Number.POSITIVE_INFINITY), Number(values.seed)];
if (positionals.length === 0 || !(sample > 0) || !Number.isSafeInteger(seed)) {
  console.error('npm run mutate -- <file or folder>… [--sample 60] [--seed 1]');
  process.exit(2);
}

// A rule of the domain or of the server is held by its own tests: those of screens take ten times
// as long and only meet it by chance.
const hasScreens = positionals.some((path) => path.startsWith('client'));
process.env.MUTATE_PROJECTS = hasScreens ? 'unit,dom' : 'unit';

const start = performance.now();
const mutants = await new Stryker({
  mutate: positionals.map(patternOf),
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutate/vitest.config.mjs', related: true },
  coverageAnalysis: 'perTest',
  concurrency: Math.min(2, availableParallelism()),
  plugins: ['@stryker-mutator/vitest-runner', './tests/mutate/sample.mjs'],
  ...(sample < Number.POSITIVE_INFINITY && {
    checkers: ['sample'],
    sample: { size: sample, seed },
  }),
  warnings: { unknownOptions: false },
  // TypeScript 7 has no interface for programs: Stryker fails on the real one.
  tsconfigFile: 'none.json',
  disableTypeChecks: false,
  ignorePatterns: ['/dist', '/data', '/tests/load/results', '/tests/e2e'],
  incremental: values.sample === undefined,
  incrementalFile: '.mutate/incremental.json',
  tempDirName: '.mutate/sandbox',
  cleanTempDir: 'always',
  reporters: ['progress-append-only'],
  logLevel: 'warn',
  allowConsoleColors: false,
} as object).runMutationTest();

const seconds = Math.round((performance.now() - start) / 1000);
console.log(`${reportOf(mutants)}\n${seconds} s`);

function patternOf(path: string): string {
  return existsSync(path) && statSync(path).isDirectory()
    ? `${path.replace(/\/$/, '')}/**/*.{ts,tsx}`
    : path;
}
