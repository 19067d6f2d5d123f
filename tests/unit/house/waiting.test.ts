/** No test waits for less than a busy machine takes: what must come has one patience, written once. */
import { expect, test } from 'vitest';
import { readSources } from './tree.ts';

const own = 'tests/unit/house/waiting.test.ts';
const tests = [...readSources()].filter(
  ([file]) => /^tests\/.*\.tsx?$/.test(file) && !file.startsWith('tests/load/') && file !== own,
);
const saying = (name: RegExp) => tests.filter(([, text]) => name.test(text)).map(([file]) => file);

test('[HO26] waiting is done in one place', () => {
  expect(saying(/\bvi\.wait(For|Until)\(/)).toEqual(['tests/support/until.ts']);
});

test('[HO26] no poll and no wait for an element has a shorter patience of its own', () => {
  const shorter = /(until|poll|wait|find)\w*\([^;]{0,200}\{ timeout: ([12]?\d_\d{3}|\d{1,4}) \}/;
  expect(saying(shorter)).toEqual([
    'tests/unit/app/board-page.test.tsx', // for what must not come
  ]);
  expect('expect.poll(\n  drawn,\n  { timeout: 8_000 })').toMatch(shorter);
  expect('element.waitFor({ timeout: 800 })').toMatch(shorter);
  expect('expect.poll(drawn, { timeout: 60_000 })').not.toMatch(shorter);
});
