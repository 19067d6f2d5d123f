/** What a store promises of boards and of what is written in them. */
import { expect, test } from 'vitest';
import { type NewEntry, type Store, StoreFault } from '../../server/store/store.ts';
import { newId } from '../../shared/ids.ts';
import { update } from './store-entries.ts';
import {
  author,
  batch,
  eachOpens,
  event,
  everythingOf,
  links,
  type MakePlace,
  nothing,
  row,
  seqs,
  snapshot,
} from './store-scene.ts';

export function describeLogs(makePlace: MakePlace): void {
  let store: Store;
  const makeBoard = eachOpens(makePlace, (opened) => {
    store = opened;
  });

  test('[ST1] a new board is there with its links and first entries', async () => {
    const id = await makeBoard([update(1), event('opened')]);
    expect(await store.board(id)).toEqual(row(id));
    expect(await store.links(id)).toEqual(expect.arrayContaining([...links]));
    expect(await store.links(id)).toHaveLength(links.length);
    expect(await store.readAfter(id, 0)).toEqual([
      { seq: 1, ...update(1) },
      { seq: 2, ...event('opened') },
    ]);
  });

  test('[ST1] a new board may come with the snapshot of its entries, and not beyond them', async () => {
    const id = newId<'board'>();
    await store.createBoard(row(id), links, [update(1)], snapshot(1));
    expect(await store.latestSnapshot(id)).toEqual(snapshot(1));
    const other = newId<'board'>();
    const beyond = store.createBoard(row(other), links, [update(1)], snapshot(2));
    await expect(beyond).rejects.toThrow(StoreFault);
    expect(await store.board(other)).toBeUndefined();
  });

  test('[ST1] a board that nobody created is absent everywhere', async () => {
    const id = newId<'board'>();
    expect(await store.board(id)).toBeUndefined();
    expect(await store.latestSnapshot(id)).toBeUndefined();
    expect(await everythingOf(store, id)).toEqual(nothing);
  });

  test('[ST2] an id already taken is refused and its board stays as it was', async () => {
    const id = await makeBoard([update(1)]);
    const again = store.createBoard({ ...row(id), createdAt: 5 }, [], [update(9)]);
    await expect(again).rejects.toThrow(StoreFault);
    expect(await store.board(id)).toEqual(row(id));
    expect(await store.readAfter(id, 0)).toHaveLength(1);
    expect(await store.links(id)).toHaveLength(links.length);
  });

  test('[ST3] boards lists every board, oldest first', async () => {
    const ids = [newId<'board'>(), newId<'board'>(), newId<'board'>()];
    for (const [index, id] of ids.entries()) {
      await store.createBoard({ ...row(id), createdAt: 1_000 - index }, [], []);
    }
    expect((await store.boards()).map((board) => board.id)).toEqual(ids.toReversed());
  });

  test('[ST4] entries are numbered 1, 2, 3… in each board, whatever the batches', async () => {
    const [one, two] = [await makeBoard(), await makeBoard([update(1)])];
    const first = await store.append(batch([one, [update(1), update(2)]], [two, [update(2)]]));
    const second = await store.append(batch([two, [update(3)]], [one, [event('x')]]));
    expect([...first]).toEqual([
      [one, 2],
      [two, 2],
    ]);
    expect([...second]).toEqual([
      [two, 3],
      [one, 3],
    ]);
    expect(seqs(await store.readAfter(one, 0))).toEqual([1, 2, 3]);
    expect(seqs(await store.readAfter(two, 0))).toEqual([1, 2, 3]);
  });

  test('[ST4] appends asked for at the same time leave no hole and lose nothing', async () => {
    const id = await makeBoard();
    const ends = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => store.append(batch([id, [update(n)]]))),
    );
    const entries = await store.readAfter(id, 0);
    expect(seqs(entries)).toEqual([1, 2, 3, 4, 5]);
    expect(ends.map((end) => end.get(id)).toSorted()).toEqual([1, 2, 3, 4, 5]);
  });

  test('[ST5] a batch with a board that does not exist is refused whole', async () => {
    const [here, gone] = [await makeBoard([update(1)]), newId<'board'>()];
    const refused = store.append(batch([here, [update(2)]], [gone, [update(1)]]));
    await expect(refused).rejects.toThrow(StoreFault);
    expect(seqs(await store.readAfter(here, 0))).toEqual([1]);
    expect((await store.append(batch([here, [update(2)]]))).get(here)).toBe(2);
  });

  test('[ST6] a board without entries in the batch is absent from the answer', async () => {
    const id = await makeBoard([update(1)]);
    expect((await store.append(batch([id, []]))).size).toBe(0);
    expect((await store.append(new Map())).size).toBe(0);
    expect(await store.readAfter(id, 0)).toHaveLength(1);
  });

  test('[ST7] reading after a seq gives what follows it, in order', async () => {
    const id = await makeBoard([1, 2, 3, 4].map(update));
    expect(seqs(await store.readAfter(id, 2))).toEqual([3, 4]);
    expect(await store.readAfter(id, 4)).toEqual([]);
    expect(await store.readAfter(id, 99)).toEqual([]);
  });

  test('[ST7] one kind alone can be read', async () => {
    const id = await makeBoard([update(1), event('a'), update(2), event('b')]);
    expect(seqs(await store.readAfter(id, 0, 'event'))).toEqual([2, 4]);
    expect(seqs(await store.readAfter(id, 2, 'event'))).toEqual([4]);
    expect(seqs(await store.readAfter(id, 1, 'update'))).toEqual([3]);
  });

  test('[ST29] who has how much in a log is known as it grows, and of another log anew', async () => {
    const id = await makeBoard([update(1), event('y')]);
    await store.append(batch([id, [update(2), { ...update(3), author }, event('longer')]]));
    const bytesOf = (...entries: readonly NewEntry[]) =>
      entries.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const shares = await store.logShares(id);
    expect(shares).toHaveLength(3);
    expect(shares).toEqual(
      expect.arrayContaining([
        { kind: 'update', author: null, entries: 2, bytes: bytesOf(update(1), update(2)) },
        { kind: 'update', author, entries: 1, bytes: bytesOf(update(3)) },
        { kind: 'event', author, entries: 2, bytes: bytesOf(event('y'), event('longer')) },
      ]),
    );
    await store.replaceLog(id, 'e2', [update(9)], snapshot(1));
    const [anew, ...rest] = await store.logShares(id);
    expect([anew?.bytes, rest, await store.logShares(newId<'board'>())]).toEqual([
      bytesOf(update(9)),
      [],
      [],
    ]);
  });

  test('[ST8] bytes come back the same, as plain Uint8Array', async () => {
    const whole = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const large = new Uint8Array(300_000).fill(7);
    const sent = [new Uint8Array(), whole, whole.subarray(10, 20), large];
    const id = await makeBoard(sent.map((bytes) => ({ ...update(1), bytes })));
    const read = (await store.readAfter(id, 0)).map((entry) => entry.bytes);
    expect(read).toEqual(sent);
    for (const bytes of read) expect(bytes.constructor).toBe(Uint8Array);
  });
}
