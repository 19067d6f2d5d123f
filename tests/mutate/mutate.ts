/**
 * `npm run mutate -- <file or folder>… [--sample 60] [--seed 1]`: plants small faults in production
 * code, one at a time, and prints which of them no unit or component test notices.
 * A whole folder takes from minutes to an hour; a sample judges it in a few minutes.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { readSources } from '../unit/house/tree.ts';
import { mutatedFiles, testsReaching } from './reach.ts';
import { reportOf } from './report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const tree = readSources();
const files = mutatedFiles(tree, positionals);
const tests = testsReaching(tree, files);
const [size, seed] = [Number(values.sample ?? 0), Number(values.seed)];
if (files.length === 0 || !Number.isSafeInteger(size) || !Number.isSafeInteger(seed)) {
  console.error('npm run mutate -- <file or folder>… [--sample 60] [--seed 1]');
  process.exit(2);
}
console.log(`${files.length} files, reached by ${tests.length} test files`);

const start = performance.now();
const options = {
  mutate: files,
  testRunner: 'vitest',
  testFiles: tests,
  vitest: { configFile: 'tests/mutate/vitest.config.mjs', related: false },
  coverageAnalysis: 'perTest',
  // A fault in what a module makes once, as its tables, is not there when tests run: each of them
  // would count as missed.
  ignoreStatic: true,
  concurrency: Math.min(2, availableParallelism()),
  plugins: ['@stryker-mutator/vitest-runner', './tests/mutate/sample.mjs'],
  checkers: size > 0 ? ['sample'] : [],
  sample: { size, seed },
  warnings: { unknownOptions: false },
  // Loops that do not end are counted and cut; a short time would take a busy machine for one.
  timeoutMS: 20_000,
  // The first run is of every test that reaches the files: on a busy machine, more than the usual 5.
  dryRunTimeoutMinutes: 20,
  // TypeScript 7 has no interface for programs: Stryker fails on the real configuration.
  tsconfigFile: 'none.json',
  disableTypeChecks: false,
  ignorePatterns: ['/dist', '/data', '/tests/load/results', '/tests/e2e'],
  // What a sample left out would be taken for judged by the next run.
  incremental: size === 0,
  incrementalFile: '.mutate/incremental.json',
  tempDirName: '.mutate/sandbox',
  cleanTempDir: 'always',
  reporters: ['progress-append-only'],
  logLevel: 'warn',
};
// Its type knows nothing of our own checker's option.
const mutants = await new Stryker(options as object).runMutationTest();

const seconds = Math.round((performance.now() - start) / 1000);
console.log(`${reportOf(mutants, process.cwd())}\n${seconds} s`);
