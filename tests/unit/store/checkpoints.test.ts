/** What is written moves to the main file beside the event loop. */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCheckpoints } from '../../../server/store/checkpoints.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import { newId } from '../../../shared/ids.ts';
import { untilTrue } from '../../support/until.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gommette-checkpoints-'));
});
afterEach(() => rm(directory, { recursive: true }));

/** A thread that is done when the test says so. */
function opened() {
  const did: string[] = [];
  let onMoved = () => {};
  /** Whether somebody reads, or the file cannot be emptied for another reason. */
  const held: { by: 'nobody' | 'a reader' | 'the disk' } = { by: 'nobody' };
  const isEmptied = () => {
    did.push('empty');
    if (held.by === 'the disk') throw new Error('the disk is full');
    return held.by === 'nobody';
  };
  const checkpoints = createCheckpoints('a path', isEmptied, (path, moved) => {
    did.push(`start ${path}`);
    onMoved = moved;
    return {
      move: () => void did.push('move'),
      end: async () => void did.push('end'),
    };
  });
  return { ...checkpoints, did, held, moved: () => onMoved() };
}

test('[ST33] a thread moves what was written once it is worth it, and what came meanwhile after', async () => {
  const { wrote, close, did, moved } = opened();
  wrote(3_999);
  expect(did).toEqual([]);
  wrote(1);
  expect(did).toEqual(['start a path', 'move']);
  wrote(9_000); // one at a time
  expect(did).toHaveLength(2);
  moved();
  expect(did.slice(2)).toEqual(['move']);
  moved();
  wrote(3_000);
  expect(did).toHaveLength(3);
  wrote(1_000);
  await close();
  expect(did.slice(3)).toEqual(['move', 'end']);
});

test('[ST36] what was removed leaves the write-ahead file once the thread is done, or as soon as nobody reads there', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { wrote, empty, close, did, held, moved } = opened();
  wrote(4_000);
  empty();
  empty();
  expect(did.slice(1)).toEqual(['move']);
  moved();
  expect(did.slice(2)).toEqual(['empty']);
  for (const by of ['a reader', 'the disk', 'nobody'] as const) {
    held.by = by;
    if (by === 'a reader') empty();
    else await vi.advanceTimersByTimeAsync(1_000);
    moved();
  }
  expect(did.slice(3)).toEqual(['move', 'empty', 'move', 'empty', 'move', 'empty']);
  await vi.advanceTimersByTimeAsync(10_000);
  held.by = 'a reader';
  empty();
  moved();
  await close();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(did.slice(9)).toEqual(['move', 'empty', 'end']);
  vi.useRealTimers();
});

test('[ST33] where little was written no thread begins, and nothing is to be ended', async () => {
  const { wrote, close, did } = opened();
  wrote(10);
  await close();
  expect(did).toEqual([]);
});

test('[ST33] of a store that goes on being written the main file takes what the database alone would leave', async () => {
  const store = await openSqlite(directory);
  const id = newId<'board'>();
  await store.createBoard({ id, createdAt: 1, purgeAt: 2, epoch: 'e1' }, [], []);
  const bytes = new Uint8Array(20_000_000).fill(7);
  const large = { kind: 'update', author: null, at: 1, bytes } as const;
  await store.append(new Map([[id, [large]]]));
  const file = join(directory, 'gommette.db');
  await untilTrue(async () => (await stat(file)).size > bytes.length);
  expect((await store.append(new Map([[id, [large]]]))).get(id)).toBe(2);
  await store.close();
  const again = await openSqlite(directory);
  const sizes = (await again.readAfter(id, 0)).map((entry) => entry.bytes.length);
  expect(sizes).toEqual([bytes.length, bytes.length]);
  await again.close();
});
