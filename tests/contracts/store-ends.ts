/** What a store promises of boards side by side, of their end, and of disk syncs. */
import { expect, test } from 'vitest';
import { type Store, StoreFault } from '../../server/store/store.ts';
import { type BoardId, newId } from '../../shared/ids.ts';
import { update } from './store-entries.ts';
import {
  batch,
  eachOpens,
  everythingOf,
  fill,
  type MakePlace,
  nothing,
  row,
} from './store-scene.ts';

export function describeEnds(makePlace: MakePlace): void {
  let store: Store;
  const makeBoard = eachOpens(makePlace, (opened) => {
    store = opened;
  });

  test('[ST14] what belongs to one board never shows in another', async () => {
    const [one, other] = [await makeBoard(), newId<'board'>()];
    await store.createBoard(row(other), [], []);
    await fill(store, one);
    expect(await everythingOf(store, other)).toEqual(nothing);
  });

  test('[ST15] a purged board is gone and leaves the others untouched', async () => {
    const [kept, purged] = [await makeBoard(), await makeBoard()];
    await fill(store, kept);
    await fill(store, purged);
    const before = await everythingOf(store, kept);
    await store.purge(purged);
    expect(await store.board(purged)).toBeUndefined();
    expect(await everythingOf(store, purged)).toEqual(nothing);
    expect(await everythingOf(store, kept)).toEqual(before);
    await expect(store.append(batch([purged, [update(1)]]))).rejects.toThrow(StoreFault);
    await store.purge(purged); // a second time is no fault
  });

  test('[ST27] boards are due from their purge date on, the longest due first', async () => {
    const [soon, late, never] = [await makeBoard(), await makeBoard(), await makeBoard()];
    expect(await store.setPurgeDate(soon, 200)).toBe(true);
    expect(await store.setPurgeDate(late, 100)).toBe(true);
    expect(await store.duePurges(99)).toEqual([]);
    const isDue = (id: BoardId, purgeAt: number) => ({ id, purgeAt, dueSince: null });
    expect(await store.duePurges(199)).toEqual([isDue(late, 100)]);
    expect(await store.duePurges(200)).toEqual([isDue(late, 100), isDue(soon, 200)]);
    expect((await store.board(never))?.purgeAt).toBe(row(never).purgeAt);
    expect((await store.board(late))?.purgeAt).toBe(100);
  });

  test('[ST27] since when a board is seen due is kept until it has another date, and so is the last look', async () => {
    const id = await makeBoard();
    await store.setPurgeDate(id, 100);
    await store.setDueSince(id, 150);
    expect(await store.duePurges(200)).toEqual([{ id, purgeAt: 100, dueSince: 150 }]);
    await store.setPurgeDate(id, 110);
    expect(await store.duePurges(200)).toEqual([{ id, purgeAt: 110, dueSince: null }]);
    expect(await store.lastLook('dates')).toBeUndefined();
    for (const at of [5, 3]) {
      await store.setLastLook('dates', at);
      expect(await store.lastLook('dates')).toBe(at);
    }
    expect(await store.lastLook('backup')).toBeUndefined();
  });

  test('[ST27] a board that is not there gets no purge date, and a purged one is not due', async () => {
    const id = await makeBoard();
    expect(await store.setPurgeDate(newId<'board'>(), 1)).toBe(false);
    await store.setPurgeDate(id, 1);
    await store.purge(id);
    expect(await store.duePurges(Number.MAX_SAFE_INTEGER)).toEqual([]);
  });

  test('[ST16] syncs asked for together all settle, and so does one with nothing to do', async () => {
    const id = await makeBoard();
    await store.append(batch([id, [update(1)]]));
    await Promise.all([store.sync(), store.sync(), store.sync()]);
    await expect(store.sync()).resolves.toBeUndefined();
  });
}
