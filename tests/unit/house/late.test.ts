/** Every part that the page fetches late is one of those it fetches when idle: none is forgotten. */
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { type Node, nodesIn } from './nodes.ts';
import { readSources } from './tree.ts';

/** Lines with an `import()`, or a worker, that no call of `late` stands around. @param text of a module */
function forgotten(file: string, text: string): readonly string[] {
  const nodes = nodesIn(parseSync(file, text).program as unknown as Node);
  const known = nodes
    .filter(({ type, callee }) => type === 'CallExpression' && (callee as Node).name === 'late')
    .map(({ start, end }) => [Number(start), Number(end)] as const);
  return nodes
    .filter(({ type }) => type === 'ImportExpression')
    .filter(({ start }) => !known.some(([from, to]) => from < start && start < to))
    .map(({ start }) => `${file}: ${text.slice(start).split('\n', 1)[0]}`);
}

/** A table whose every entry is made known at once. */
const isTable = (text: string) => text.includes('for (const part of Object.values(PARTS)) late');

const page = [...readSources()].filter(([file]) => /^client\/.*\.tsx?$/.test(file));

test('[AW5] each late part of the page is known to what fetches them when it is idle', () => {
  const tables = page.filter(([, text]) => isTable(text)).map(([file]) => file);
  expect(tables).toEqual(['client/app/parts.ts']);
  const others = page.filter(([file]) => !tables.includes(file));
  expect(others.flatMap(([file, text]) => forgotten(file, text))).toEqual([]);
});

test('[AW5] a file that starts a worker has it fetched too', () => {
  const starters = page.filter(([, text]) => /\bnew Worker\(/.test(text));
  expect(starters.map(([file]) => file)).toEqual(['client/features/import/read-source.ts']);
  for (const [, text] of starters) expect(text).toMatch(/^late\(/m);
});

test.each([
  ["const a = late(() => import('a'));", 0],
  ["const a = late(async () => (await import('a')).a);", 0],
  ["const a = () => import('a');", 1],
  ["late(() => import('a')); const b = () => import('b');", 1],
  ["const { a } = await import('a');", 1],
])('[AW5] in %s so many are forgotten: %i', (text, count) => {
  expect(forgotten('planted.ts', text)).toHaveLength(count);
});
