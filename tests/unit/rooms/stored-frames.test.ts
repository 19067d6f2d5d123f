import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createStoredFrames } from '../../../server/rooms/board/stored-frames.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import { createWork, type Work } from '../../../server/work/work.ts';
import { newId } from '../../../shared/ids.ts';
import { forge, smallBoard } from '../../support/forge.ts';

const entry = (bytes: Uint8Array) => ({ kind: 'update', author: null, at: 0, bytes }) as const;

async function largeBoard() {
  const store = await openSqlite(':memory:');
  const id = newId<'board'>();
  const doc = smallBoard();
  doc.getMap('board').set('notice', 'y'.repeat(300_000));
  const board = { id, createdAt: 0, purgeAt: 1, epoch: 'e1' };
  await store.createBoard(board, [], [entry(Y.encodeStateAsUpdate(doc))]);
  return { store, id, doc };
}

function counted(): Work & { runs: number } {
  const work = createWork();
  const counting = {
    runs: 0,
    run: ((task, input, bytes) => {
      counting.runs += 1;
      return work.run(task, input, bytes);
    }) as Work['run'],
  };
  return counting;
}

test('[OF5] whoever comes to the door of a large board has one reading for all', async () => {
  const { store, id } = await largeBoard();
  const work = counted();
  const frameOf = createStoredFrames(store, work);
  const frames = await Promise.all([frameOf(id), frameOf(id), frameOf(id)]);
  expect(new Set(frames).size).toBe(1);
  expect(await frameOf(id)).toBe(frames[0]);
  expect(work.runs).toBe(1);
});

test('[OF5] it is read again once the log has grown, and forgotten with its board', async () => {
  const { store, id, doc } = await largeBoard();
  const frameOf = createStoredFrames(store, counted());
  const before = await frameOf(id);
  const change = forge(doc, 30, (copy) => void copy.getMap('board').set('subtitle', 'après'));
  await store.append(new Map([[id, [entry(change)]]]));
  const after = await frameOf(id);
  expect(before?.info.subtitle).not.toBe('après');
  expect(after?.info.subtitle).toBe('après');
  await store.purge(id);
  expect(await frameOf(id)).toBeUndefined();
});
