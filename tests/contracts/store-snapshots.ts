/** What a store promises of snapshots, and of a log that takes the place of another. */
import { expect, test } from 'vitest';
import { type Store, StoreFault } from '../../server/store/store.ts';
import { newId } from '../../shared/ids.ts';
import { update } from './store-entries.ts';
import {
  author,
  batch,
  eachOpens,
  event,
  everythingOf,
  fill,
  type MakePlace,
  nothing,
  row,
  seqs,
  session,
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
      session: { snapshot: undefined, tail: [{ seq: 2, ...event('opened') }] },
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

  test('[ST34] what a board is now: its snapshots, and of each kind what came after', async () => {
    const id = await makeBoard([update(1), event('a'), update(2), event('b')]);
    const seqsNow = async () =>
      [await store.document(id), await store.session(id)].map(({ snapshot: known, tail }) => [
        known?.seq,
        ...seqs(tail),
      ]);
    expect(await seqsNow()).toEqual([
      [undefined, 1, 3],
      [undefined, 2, 4],
    ]);
    await store.saveSnapshot(id, snapshot(2));
    await store.saveSession(id, session(3));
    expect(await seqsNow()).toEqual([
      [2, 3],
      [3, 4],
    ]);
    expect((await store.document(id)).snapshot).toEqual(snapshot(2));
    expect((await store.session(id)).snapshot).toEqual(session(3));
    const gone = newId<'board'>();
    const empty = { snapshot: undefined, tail: [] };
    expect([await store.document(gone), await store.session(gone)]).toEqual([empty, empty]);
  });

  test('[ST35] a session stands in the place of its events, whose numbers are never given again', async () => {
    const id = await makeBoard([update(1), event('a'), event('b')]);
    await store.saveSession(id, session(3));
    expect(seqs(await store.readAfter(id, 0))).toEqual([1]);
    expect(await store.logShares(id)).toMatchObject([{ kind: 'update', entries: 1 }]);
    expect((await store.append(batch([id, [event('c'), update(5)]]))).get(id)).toBe(5);
    expect(seqs((await store.session(id)).tail)).toEqual([4]);
    expect(await store.logShares(id)).toContainEqual({
      kind: 'event',
      author,
      entries: 1,
      bytes: event('c').bytes.length,
    });
  });

  test('[ST35] of sessions the latest stands, and none beyond the log or of no board', async () => {
    const id = await makeBoard([event('a'), event('b'), event('c')]);
    const other = await makeBoard([event('a')]);
    await store.saveSession(id, session(2));
    await store.saveSession(id, session(1));
    expect((await store.session(id)).snapshot).toEqual(session(2));
    await store.saveSession(id, { ...session(2), bytes: Uint8Array.of(42) });
    expect((await store.session(id)).snapshot?.bytes).toEqual(Uint8Array.of(42));
    await expect(store.saveSession(id, session(4))).rejects.toThrow(StoreFault);
    await expect(store.saveSession(newId<'board'>(), session(0))).rejects.toThrow(StoreFault);
    expect(seqs((await store.session(id)).tail)).toEqual([3]);
    expect(seqs(await store.readAfter(other, 0))).toEqual([1]);
  });

  test('[ST35] many events leave the log in parts, and nobody reads them meanwhile', async () => {
    const id = await makeBoard(Array.from({ length: 700 }, () => event('a')));
    const saved = store.saveSession(id, session(699));
    expect(seqs((await store.session(id)).tail)).toEqual([700]);
    const left = (await store.readAfter(id, 0)).length;
    expect([left > 1, left < 700]).toEqual([true, true]);
    await store.append(batch([id, [event('b')]]));
    await saved;
    expect(seqs(await store.readAfter(id, 0))).toEqual([700, 701]);
  });

  test('[EP2] with another log comes another session', async () => {
    const id = await makeBoard([update(1), event('a')]);
    await store.saveSession(id, session(2));
    await store.replaceLog(id, 'e2', [update(9)], snapshot(1));
    expect((await store.session(id)).snapshot).toBeUndefined();
    await store.replaceLog(id, 'e3', [update(9)], snapshot(1), session(1));
    expect(await store.session(id)).toEqual({ snapshot: session(1), tail: [] });
    expect((await store.append(batch([id, [event('b')]]))).get(id)).toBe(2);
  });
}
