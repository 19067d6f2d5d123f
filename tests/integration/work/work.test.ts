import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { NewBoard } from '../../../server/work/new-board.ts';
import { type Input, perform, type Task } from '../../../server/work/tasks.ts';
import { inThread, workerFile } from '../../../server/work/thread.ts';
import { createWork, promptLimits, threadFromBytes } from '../../../server/work/work.ts';
import { smallBoard } from '../../support/forge.ts';
import { largeWorkshop } from '../../support/large-workshop.ts';
import { unwrap } from '../../support/result.ts';
import { demoText } from '../../support/workshop-file.ts';

const eventOf = (event: object) => ({ bytes: new TextEncoder().encode(JSON.stringify(event)) });
const updates = [Y.encodeStateAsUpdate(smallBoard())];
const at = 1_790_000_000_000;
const session = { snapshot: undefined, tail: [] };
const known = { session, names: null, now: at } as const;

test.each<[Task, Input<Task>]>([
  ['fold', updates],
  ['readFrame', updates],
  ['foldSession', { snapshot: undefined, tail: [eventOf({ type: 'frozen', at, by: 'ana' })] }],
  ['exportFile', { updates, format: 'csv', ...known }],
  ['importFile', { text: 'no workshop', at }],
])('[OF1] %s gives from a thread what it gives here', async (task, input) => {
  expect(await inThread(task, input, promptLimits)).toEqual(await perform(task, input));
});

test('[OF1] an import from a thread makes the same board', async () => {
  const input = { text: demoText, at };
  const [there, here] = [
    await inThread('importFile', input, promptLimits),
    await perform('importFile', input),
  ];
  if (!there.ok || !here.ok) throw new Error('the demonstration is readable');
  expect(there.value.faults).toEqual(here.value.faults);
  expect(await fileOf(there.value)).toEqual(await fileOf(here.value));
});

/** As a file, which leaves out the ids an import makes. */
async function fileOf({ entries: [first] }: NewBoard): Promise<string> {
  if (!first) throw new Error('a board begins with one update');
  const exported = await perform('exportFile', {
    updates: [first.bytes],
    format: 'json',
    ...known,
  });
  return new TextDecoder().decode(unwrap(exported).bytes);
}

test('[OF2] a thread that takes too long is ended, and says so', async () => {
  const limits = { ...promptLimits, milliseconds: 1 };
  await expect(inThread('fold', updates, limits)).rejects.toMatchObject({ kind: 'time' });
});

test('[OF2] a thread that takes too much memory is ended, and says so', async () => {
  const input = { text: largeWorkshop(), at };
  await expect(
    inThread('importFile', input, { milliseconds: 20_000, megabytes: 40 }),
  ).rejects.toMatchObject({ kind: 'memory' });
});

test('[OF3] what is small is done here, what is large in a thread', async () => {
  const neverThere = createWork({ ...promptLimits, milliseconds: 1 });
  expect(await neverThere.run('readFrame', updates, threadFromBytes - 1)).toEqual(
    await perform('readFrame', updates),
  );
  const there = neverThere.run('readFrame', updates, threadFromBytes);
  await expect(there).rejects.toMatchObject({ kind: 'time' });
});

test('[OF3] one thread at a time; whoever comes when too many wait is told at once', async () => {
  const work = createWork({ ...promptLimits, waiting: 1 });
  const ended: number[] = [];
  const runs = [1, 2].map(async (n) => {
    await work.run('readFrame', updates, threadFromBytes);
    ended.push(n);
  });
  await expect(work.run('readFrame', updates, threadFromBytes)).rejects.toMatchObject({
    kind: 'busy',
  });
  expect(ended).toEqual([]);
  await Promise.all(runs);
  expect(ended).toEqual([1, 2]);
});

test('[OF4] the thread’s program lies beside ours, as a source or built', () => {
  expect(workerFile('file:///home/server/work/thread.ts').pathname).toBe(
    '/home/server/work/worker.ts',
  );
  expect(workerFile('file:///home/dist/server/main.js').pathname).toBe(
    '/home/dist/server/worker.js',
  );
});
