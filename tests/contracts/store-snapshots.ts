/** What a store promises of snapshots, and of a log that takes the place of another. */
import { expect, test } from 'vitest';
import { type Store, StoreFault } from '../../server/store/store.ts';
import { newId } from '../../shared/ids.ts';
import { update } from './store-entries.ts';
import {
  batch,
  eachOpens,
  event,
  everythingOf,
  fill,
  type MakePlace,
  nothing,
  row,
  seqs,
  snapshot,
} from './store-scene.ts';

export function describeSnapshots(makePlace: MakePlace): void {
  let store: Store;
  const makeBoard = eachOpens(makePlace, (opened) => {
    store = opened;
  });

  test('[ST9] the latest snapshot replaces older ones and an older one changes nothing', async () => {
    const id = await makeBoard([1, 2, 3].map(update));
    await store.saveSnapshot(id, snapshot(2));
    expect(await store.latestSnapshot(id)).toEqual(snapshot(2));
    await store.saveSnapshot(id, snapshot(3));
    await store.saveSnapshot(id, snapshot(1));
    expect(await store.latestSnapshot(id)).toEqual(snapshot(3));
    expect(await store.readAfter(id, 0)).toHaveLength(3);
  });

  test('[ST9] a snapshot with the same seq replaces the stored one', async () => {
    const id = await makeBoard([update(1)]);
    const flattened = { ...snapshot(1), state: Uint8Array.of(42) };
    await store.saveSnapshot(id, snapshot(1));
    await store.saveSnapshot(id, flattened);
    expect(await store.latestSnapshot(id)).toEqual(flattened);
  });

  test('[ST32] the answer made with a snapshot is of that one, and goes with it', async () => {
    const id = await makeBoard([1, 2, 3].map(update));
    const [answer, later] = [Uint8Array.of(18, 1), Uint8Array.of(18, 2)];
    await store.saveSnapshot(id, { ...snapshot(2), answer });
    expect(await store.latestSnapshot(id)).toEqual({ ...snapshot(2), answer });
    await store.saveSnapshot(id, { ...snapshot(1), answer: later });
    expect(await store.latestSnapshot(id)).toEqual({ ...snapshot(2), answer });
    await store.saveSnapshot(id, { ...snapshot(2), answer: later });
    expect((await store.latestSnapshot(id))?.answer).toEqual(later);
    await store.saveSnapshot(id, snapshot(3));
    expect(await store.latestSnapshot(id)).toEqual(snapshot(3));
    await store.saveSnapshot(id, { ...snapshot(3), answer });
    await store.replaceLog(id, 'e2', [update(9)], snapshot(1));
    expect(await store.latestSnapshot(id)).toEqual(snapshot(1));
  });

  test('[EP2] another log takes the place of a board’s, and of who wrote it nothing stays', async () => {
    const id = await makeBoard([1, 2, 3].map(update));
    const other = await makeBoard([update(4)]);
    await fill(store, id);
    const before = await everythingOf(store, id);
    expect(await store.replaceLog(id, 'e2', [update(9), event('opened')], snapshot(2))).toBe(true);
    expect(await store.board(id)).toEqual({ ...row(id), epoch: 'e2' });
    expect(await everythingOf(store, id)).toEqual({
      ...before,
      entries: [
        { seq: 1, ...update(9) },
        { seq: 2, ...event('opened') },
      ],
      snapshot: snapshot(2),
      clients: new Map(),
    });
    expect((await store.append(batch([id, [update(10)]]))).get(id)).toBe(3);
    expect(await store.board(other)).toEqual(row(other));
    expect(seqs(await store.readAfter(other, 0))).toEqual([1]);
  });

  test('[EP2] a log that cannot be replaced whole stays as it was', async () => {
    const id = await makeBoard([1, 2, 3].map(update));
    const beyond = store.replaceLog(id, 'e2', [update(9)], snapshot(2));
    await expect(beyond).rejects.toThrow(StoreFault);
    expect(await store.board(id)).toEqual(row(id));
    expect(seqs(await store.readAfter(id, 0))).toEqual([1, 2, 3]);
    const gone = newId<'board'>();
    expect(await store.replaceLog(gone, 'e2', [update(9)], snapshot(1))).toBe(false);
    expect(await everythingOf(store, gone)).toEqual(nothing);
  });

  test('[ST10] a snapshot beyond the end of the log is refused', async () => {
    const id = await makeBoard([update(1)]);
    await expect(store.saveSnapshot(id, snapshot(2))).rejects.toThrow(StoreFault);
    expect(await store.latestSnapshot(id)).toBeUndefined();
  });
}
