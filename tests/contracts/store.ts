/**
 * What every `Store` promises (`server/store/store.ts`), whatever its database.
 * `describeStore` holds for any store; `describeLastingStore` adds what a kept place owes: reopening,
 * and a process killed in the middle of its writes.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type BoardRow,
  type Entry,
  type NewEntry,
  type PersonRow,
  type Snapshot,
  type Store,
  StoreFault,
} from '../../server/store/store.ts';
import { type BoardId, newId, type PersonId } from '../../shared/ids.ts';
import { CODE_ALPHABET } from '../../shared/session/entry-code.ts';
import type { Role } from '../../shared/session/roles.ts';
import { update } from './store-entries.ts';

/** One place to keep boards in, empty at first. */
export interface StorePlace {
  /** Opens the place; a place that lasts may be opened again after a close. */
  open(): Promise<Store>;
  /** Removes the place, its stores being closed. */
  remove(): Promise<void>;
}

export interface LastingPlace extends StorePlace {
  /**
   * Runs `tests/support/append-forever.ts` on this place in a process of its own and kills it with
   * SIGKILL after that many acknowledged batches.
   * @returns what the process had acknowledged: the last seq per board
   */
  killWhileAppending(batches: number): Promise<ReadonlyMap<BoardId, number>>;
}

export function describeStore(name: string, makePlace: () => Promise<StorePlace>): void {
  describe(`store: ${name}`, () => {
    let place: StorePlace;
    let store: Store;
    beforeEach(async () => {
      place = await makePlace();
      store = await place.open();
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });

    const makeBoard = async (entries: readonly NewEntry[] = []): Promise<BoardId> => {
      const id = newId<'board'>();
      await store.createBoard(row(id), links, entries);
      return id;
    };

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
      expect(await store.replaceLog(id, 'e2', [update(9), event('opened')], snapshot(2))).toBe(
        true,
      );
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

    test('[ST11] replacing a link leaves one link for the role, the new one', async () => {
      const id = await makeBoard();
      await store.replaceLink(id, { role: 'observer', hash: hash(77) });
      const after = await store.links(id);
      expect(after).toHaveLength(links.length);
      expect(after.find((link) => link.role === 'observer')?.hash).toEqual(hash(77));
      expect(after.find((link) => link.role === 'facilitator')?.hash).toEqual(hash(1));
    });

    test('[ST26] a link is known by its hash, whichever its board, until it is replaced', async () => {
      const id = await makeBoard();
      expect(await store.isLinkHash(hash(3))).toBe(true);
      expect(await store.isLinkHash(hash(77))).toBe(false);
      await store.replaceLink(id, { role: 'observer', hash: hash(77) });
      expect(await store.isLinkHash(hash(77))).toBe(true);
      await store.purge(id);
      expect(await store.isLinkHash(hash(77))).toBe(false);
    });

    test('[LK1] replacing a link takes ticket and name from everybody of its role but one', async () => {
      const id = await makeBoard();
      const [ana, ben, eye] = [person('Ana'), person('Ben'), person('Mur', 'observer')];
      for (const each of [ana, ben, eye]) await store.savePerson(id, each);
      await store.replaceLink(id, { role: 'participant', hash: hash(77) }, ben.id);
      const byName = (a: PersonRow, b: PersonRow) => a.id.localeCompare(b.id);
      expect((await store.people(id)).toSorted(byName)).toEqual(
        [{ ...ana, name: '', ticketHash: null }, ben, eye].toSorted(byName),
      );
      await store.replaceLink(id, { role: 'participant', hash: hash(78) });
      expect((await store.people(id)).filter(({ ticketHash }) => ticketHash)).toEqual([eye]);
    });

    test('[LK8] a board has one code while its entry is open, and shares it with no other', async () => {
      const [one, two] = [await makeBoard(), newId<'board'>()];
      await store.createBoard({ id: two, createdAt: 1, purgeAt: 2, epoch: 'e1' }, [], []);
      expect(await store.entryCode(one)).toBeUndefined();
      expect(await store.openEntry(one, 'CDFGHJ')).toBe(true);
      expect(await store.openEntry(two, 'CDFGHJ')).toBe(false);
      expect(await store.entryCode(two)).toBeUndefined();
      expect(await store.openEntry(one, 'CDFGHJ')).toBe(true);
      expect(await store.openEntry(one, '234567')).toBe(true);
      expect(await store.openEntry(two, 'CDFGHJ')).toBe(true);
      expect([await store.entryCode(one), await store.entryCode(two)]).toEqual([
        '234567',
        'CDFGHJ',
      ]);
      await store.closeEntry(one);
      expect([await store.entryCode(one), await store.entryCode(two)]).toEqual([
        undefined,
        'CDFGHJ',
      ]);
      await expect(store.openEntry(newId<'board'>(), 'KKKKKK')).rejects.toThrow(StoreFault);
    });

    test('[LK9] a code is exchanged for a pass of its board, good until its time', async () => {
      const [one, other] = [await makeBoard(), newId<'board'>()];
      const pass = { hash: hash(50), expiresAt: 100 };
      expect(await store.takePass('CDFGHJ', pass, 10)).toBeUndefined();
      expect(await store.hasPass(one, pass.hash, 10)).toBe(false);
      await store.openEntry(one, 'CDFGHJ');
      expect(await store.takePass('CDFGHJ', pass, 10)).toBe(one);
      expect(await store.hasPass(one, pass.hash, 99)).toBe(true);
      expect(await store.hasPass(one, pass.hash, 100)).toBe(false);
      expect(await store.hasPass(one, hash(51), 10)).toBe(false);
      expect(await store.hasPass(other, pass.hash, 10)).toBe(false);
      expect(await store.takePass('CDFGHJ', { hash: hash(51), expiresAt: 200 }, 100)).toBe(one);
      expect(await store.hasPass(one, pass.hash, 10)).toBe(false); // over, so forgotten
    });

    test.each(['closed', 'purged', 'participant', 'observer'] as const)(
      '[LK9] passes and code after the entry or a link: %s',
      async (end) => {
        const id = await makeBoard();
        await store.openEntry(id, 'CDFGHJ');
        await store.takePass('CDFGHJ', { hash: hash(50), expiresAt: 100 }, 10);
        if (end === 'closed') await store.closeEntry(id);
        else if (end === 'purged') await store.purge(id);
        else await store.replaceLink(id, { role: end, hash: hash(77) });
        const stays = end === 'observer';
        expect(await store.hasPass(id, hash(50), 10)).toBe(stays);
        expect(await store.entryCode(id)).toBe(stays ? 'CDFGHJ' : undefined);
      },
    );

    test('[ST12] a person saved twice is one row, as saved last', async () => {
      const id = await makeBoard();
      const ana = person('Ana');
      const removed = { ...ana, name: '', ticketHash: null };
      await store.savePerson(id, ana);
      expect(await store.people(id)).toEqual([ana]);
      await store.savePerson(id, removed);
      expect(await store.people(id)).toEqual([removed]);
    });

    test('[ST31] whoever leaves no trace is deleted alone, whoever is somebody is not', async () => {
      const [id, other] = [await makeBoard([event('opened')]), await makeBoard()];
      const visitor = { ...person('', 'observer'), directionId: null };
      const somebody: readonly PersonRow[] = [
        { ...visitor, id: author }, // wrote in the log
        { ...visitor, id: newId<'person'>(), name: 'Mur' },
        { ...visitor, id: newId<'person'>(), role: 'participant' },
        { ...visitor, id: newId<'person'>(), role: 'facilitator' },
        { ...visitor, id: newId<'person'>(), directionId: newId<'direction'>() },
        { ...visitor, id: newId<'person'>(), actorId: newId<'actor'>() },
        { ...visitor, id: newId<'person'>(), ticketHash: null }, // removed: their page is told so
      ];
      for (const each of somebody) await store.savePerson(id, each);
      const second = { ...visitor, id: newId<'person'>() };
      for (const each of [visitor, second]) await store.savePerson(id, each);
      await store.savePerson(other, visitor);
      for (const each of somebody) expect(await store.forgetVisitor(id, each.id)).toBe(false);
      expect(await store.forgetVisitor(id, visitor.id)).toBe(true);
      expect(await store.forgetVisitor(id, visitor.id)).toBe(false);
      expect(await store.personByTicket(other, hash(8))).toEqual(visitor);
      const left = async () => new Set((await store.people(id)).map((each) => each.id));
      expect(await left()).toEqual(new Set(somebody.map((each) => each.id).concat(second.id)));
      await store.forgetVisitors();
      expect(await left()).toEqual(new Set(somebody.map((each) => each.id)));
      expect(await store.people(other)).toEqual([]);
    });

    test('[UP12] a person is found by their ticket, in their board and while they have it', async () => {
      const [id, other] = [await makeBoard(), await makeBoard()];
      const ana = { ...person('Ana'), ticketHash: hash(20) };
      await store.savePerson(id, ana);
      await store.savePerson(id, person('Ben'));
      expect(await store.personByTicket(id, hash(20))).toEqual(ana);
      expect(await store.personByTicket(other, hash(20))).toBeUndefined();
      await store.savePerson(id, { ...ana, ticketHash: null });
      expect(await store.personByTicket(id, hash(20))).toBeUndefined();
    });

    test('[ST13] a client id stays with the person who claimed it first', async () => {
      const id = await makeBoard();
      const [ana, ben] = [newId<'person'>(), newId<'person'>()];
      await store.claimClients(
        id,
        new Map([
          [1, ana],
          [4_294_967_295, ana],
        ]),
      );
      await store.claimClients(
        id,
        new Map([
          [1, ben],
          [2, ben],
        ]),
      );
      expect(await store.clients(id)).toEqual(
        new Map([
          [1, ana],
          [2, ben],
          [4_294_967_295, ana],
        ]),
      );
    });

    test('[ST13] client ids are bound with the entries written under them, or neither is kept', async () => {
      const [id, gone] = [await makeBoard(), newId<'board'>()];
      const [ana, ben] = [newId<'person'>(), newId<'person'>()];
      const claims = (board: BoardId, person: PersonId) =>
        new Map([[board, new Map([[1, person]])]]);
      await expect(store.append(batch([id, [update(1)]]), claims(gone, ana))).rejects.toThrow(
        StoreFault,
      );
      expect([await store.readAfter(id, 0), (await store.clients(id)).size]).toEqual([[], 0]);
      await store.append(batch([id, [update(1)]]), claims(id, ana));
      await store.append(batch([id, []]), claims(id, ben));
      expect([(await store.readAfter(id, 0)).length, await store.clients(id)]).toEqual([
        1,
        new Map([[1, ana]]),
      ]);
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
  });
}

export function describeLastingStore(name: string, makePlace: () => Promise<LastingPlace>): void {
  describe(`lasting store: ${name}`, () => {
    let place: LastingPlace;
    beforeEach(async () => {
      place = await makePlace();
    });
    afterEach(() => place.remove());

    test('[ST17] a reopened store has everything and goes on counting', async () => {
      const id = newId<'board'>();
      const first = await place.open();
      await first.createBoard(row(id), links, [update(1)]);
      await fill(first, id);
      const before = await everythingOf(first, id);
      await first.close();

      const second = await place.open();
      expect(await everythingOf(second, id)).toEqual(before);
      const end = await second.append(batch([id, [update(3)]]));
      expect(end.get(id)).toBe(before.entries.length + 1);
      await second.close();
    });

    test.each([1, 40, 333])(
      '[ST18] killed after %i acknowledged batches, nothing acknowledged is lost',
      async (batches) => {
        const acknowledged = await place.killWhileAppending(batches);
        expect(acknowledged.size).toBe(2);
        const store = await place.open();
        const logs = new Map<BoardId, readonly Entry[]>();
        for (const [board, last] of acknowledged) {
          const entries = await store.readAfter(board, 0);
          expect(last).toBeGreaterThanOrEqual(batches);
          expect(entries.length).toBeGreaterThanOrEqual(last);
          expect(seqs(entries)).toEqual(entries.map((_, index) => index + 1));
          for (const entry of entries) expect(entry.bytes).toEqual(update(entry.seq).bytes);
          logs.set(board, entries);
        }
        // Each batch wrote to both boards: all of it or nothing.
        expect(new Set([...logs.values()].map((entries) => entries.length)).size).toBe(1);
        await store.close();
      },
    );
  });
}

const row = (id: BoardId): BoardRow => ({
  id,
  createdAt: 1_700_000_000_000,
  purgeAt: 1_800_000_000_000,
  epoch: 'e1',
});
const author = 'ana00000000000' as PersonId;
const event = (type: string): NewEntry => ({
  kind: 'event',
  author,
  at: 1_700_000_000_500,
  bytes: new TextEncoder().encode(JSON.stringify({ type })),
});

const hash = (byte: number) => new Uint8Array(32).fill(byte);
const links = [
  { role: 'facilitator', hash: hash(1) },
  { role: 'participant', hash: hash(2) },
  { role: 'observer', hash: hash(3) },
] as const;

const snapshot = (seq: number): Snapshot => ({
  seq,
  state: Uint8Array.of(1, 2, seq),
  stateVector: Uint8Array.of(9, seq),
  schema: 3,
});

const person = (name: string, role: Role = 'participant'): PersonRow => ({
  id: newId<'person'>(),
  role,
  name,
  directionId: newId<'direction'>(),
  actorId: null,
  ticketHash: hash(8),
  joinedAt: 1_700_000_000_001,
});

const batch = (...boards: readonly (readonly [BoardId, readonly NewEntry[]])[]) => new Map(boards);
const seqs = (entries: readonly Entry[]) => entries.map((entry) => entry.seq);

/** Puts something of each kind into a board. */
async function fill(store: Store, id: BoardId): Promise<void> {
  const ana = person('Ana');
  await store.append(batch([id, [update(1), event('y')]]));
  await store.saveSnapshot(id, snapshot(1));
  await store.replaceLink(id, { role: 'observer', hash: hash(4) });
  await store.savePerson(id, ana);
  await store.claimClients(id, new Map([[7, ana.id]]));
  const code = [...id.slice(0, 6)].map((one) => CODE_ALPHABET.charAt(one.charCodeAt(0) % 24));
  await store.openEntry(id, code.join(''));
}

const nothing = {
  entries: [],
  snapshot: undefined,
  links: [],
  people: [],
  clients: new Map(),
  code: undefined,
};
const everythingOf = async (store: Store, id: BoardId) => ({
  entries: await store.readAfter(id, 0),
  snapshot: await store.latestSnapshot(id),
  links: await store.links(id),
  people: await store.people(id),
  clients: await store.clients(id),
  code: await store.entryCode(id),
});
