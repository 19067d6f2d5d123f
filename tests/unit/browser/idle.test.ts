/** The order in which parts are fetched while a page has nothing to do, told by hand. */
import { expect, test } from 'vitest';
import { fetchParts, firstPauseMs, longestPauseMs } from '../../../client/browser/idle.ts';

/** @param failing how often each part fails before it comes */
function stage(failing: Readonly<Record<string, number>> = {}) {
  const said: string[] = [];
  const parts = new Set<() => Promise<unknown>>();
  const left = new Map(Object.entries(failing));
  const add = (name: string, onHere: () => void = () => {}) =>
    parts.add(async () => {
      said.push(name);
      const fails = left.get(name) ?? 0;
      left.set(name, fails - 1);
      if (fails > 0) throw new Error('cut');
      onHere();
    });
  const run = () =>
    fetchParts({
      parts: () => parts,
      idle: async () => void said.push('idle'),
      unspared: async () => void said.push('line'),
      pause: async (ms) => void said.push(`${ms} ms`),
    });
  return { said, add, run };
}
const names = (said: readonly string[]) => said.filter((each) => !/^(idle|line)$/.test(each));

test('[AW4] parts are fetched one after the other, each once the page is idle and the line not spared', async () => {
  const { said, add, run } = stage();
  add('sheet');
  add('votes');
  await run();
  expect(said).toEqual(['line', 'idle', 'sheet', 'line', 'idle', 'votes']);
});

test('[AW4] a part that came may bring others, which are fetched too', async () => {
  const { said, add, run } = stage();
  add('cockpit', () => add('agenda'));
  await run();
  expect(names(said)).toEqual(['cockpit', 'agenda']);
});

test('[AW4] one that fails holds up no other, and is asked for again after a pause that grows', async () => {
  const { said, add, run } = stage({ sheet: 2 });
  add('sheet');
  add('votes');
  await run();
  expect(names(said)).toEqual(['sheet', 'votes', '5000 ms', 'sheet', '10000 ms', 'sheet']);
});

test('[AW4] the pause stays below five minutes, however often it fails', async () => {
  const { said, add, run } = stage({ sheet: 12 });
  add('sheet');
  await run();
  expect(firstPauseMs).toBe(5_000);
  expect(said.filter((each) => each === `${longestPauseMs} ms`).length).toBeGreaterThan(3);
  expect(longestPauseMs).toBe(300_000);
});
