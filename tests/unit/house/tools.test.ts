/** The tools of whoever works here: what they print. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { mutatedFiles, testsReaching } from '../../mutate/reach.ts';
import { type Planted, reportOf } from '../../mutate/report.ts';
import { slowest } from '../../support/slowest.ts';

test('[HO23] the ten slowest files are told, the slowest first', () => {
  const files = Array.from({ length: 12 }, (_, index) => [`${index}.ts`, index * 1_234] as const);
  const lines = slowest(files);
  expect(lines).toHaveLength(10);
  expect(lines[0]).toBe('   13.6 s  11.ts');
  expect(lines.at(-1)).toBe('    2.5 s  2.ts');
});

const fault = (fileName: string, status: string, line = 1): Planted => ({
  fileName,
  status,
  mutatorName: 'BooleanLiteral',
  replacement: 'false',
  location: { start: { line, column: 4 } },
});

test('[HO24] a hanging fault is noticed, one on a line that no test runs is not', () => {
  const lines = reportOf([
    fault('a.ts', 'Killed'),
    fault('a.ts', 'Timeout'),
    fault('a.ts', 'Survived', 7),
    fault('a.ts', 'NoCoverage', 9),
    fault('b.ts', 'Killed'),
  ]).split('\n');
  expect(lines).toEqual([
    'a.ts:7:5 Survived BooleanLiteral → false',
    'a.ts:9:5 NoCoverage BooleanLiteral → false',
    '',
    'score  tried  hung  of all  no test  file',
    ' 50.0      3     1       4        1  a.ts',
    '100.0      1     0       1        0  b.ts',
    ' 60.0      4     1       5        1  all',
  ]);
});

test('[HO24] what a sample leaves out counts neither for nor against', () => {
  const lines = reportOf([
    fault('a.ts', 'Killed'),
    fault('a.ts', 'CompileError'),
    fault('a.ts', 'CompileError'),
    fault('a.ts', 'NoCoverage'),
    fault('b.ts', 'CompileError'),
  ]).split('\n');
  expect(lines.slice(-3)).toEqual([
    ' 75.0      1     0       4        1  a.ts',
    '    –      0     0       1        0  b.ts',
    ' 80.0      1     0       5        1  all',
  ]);
});

test('[HO24] the same seed draws the same sample, another seed another', () => {
  // Stryker starts it without a compiler, so it is no TypeScript.
  const program = `
    import { drawn } from './tests/mutate/sample.mjs';
    const all = Array.from({ length: 500 }, (_, index) => index);
    const samples = [drawn(all, 20, 1), drawn(all, 20, 1), drawn(all, 20, 2), drawn([7], 20, 1)];
    process.stdout.write(JSON.stringify(samples));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  const [first, again, other, few] = JSON.parse(stdout);
  expect(new Set(first).size).toBe(20);
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
  expect(few).toEqual([7]);
});

test('[HO24] a file is judged by the tests that reach it, a file of the client by those of screens too', () => {
  const tree = new Map([
    ['shared/a/a.ts', ''],
    ['shared/a/b.ts', "import { a } from './a.ts';"],
    ['client/c.tsx', "import { b } from '../shared/a/b.ts';"],
    ['tests/unit/a.test.ts', "import { b } from '../../shared/a/b.ts';"],
    ['tests/unit/c.test.tsx', "import { c } from '../../client/c.tsx';"],
    ['tests/unit/house/d.test.ts', "import { a } from '../../../shared/a/a.ts';"],
    ['tests/e2e/e.test.ts', "import { a } from '../../shared/a/a.ts';"],
  ]);
  expect(mutatedFiles(tree, ['shared/a/', 'client/c.tsx', 'shared/b'])).toEqual([
    'shared/a/a.ts',
    'shared/a/b.ts',
    'client/c.tsx',
  ]);
  expect(testsReaching(tree, ['shared/a/a.ts'])).toEqual(['tests/unit/a.test.ts']);
  expect(testsReaching(tree, ['client/c.tsx'])).toEqual(['tests/unit/c.test.tsx']);
});
