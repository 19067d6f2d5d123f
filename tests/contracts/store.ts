/**
 * What every `Store` promises (`server/store/store.ts`), whatever its database.
 * `describeStore` holds for any store; `describeLastingStore` adds what a kept place owes: reopening,
 * and a process killed in the middle of its writes.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entry } from '../../server/store/store.ts';
import { type BoardId, newId } from '../../shared/ids.ts';
import { describeEnds } from './store-ends.ts';
import { describeEntrance } from './store-entrance.ts';
import { counted, countedTo, update } from './store-entries.ts';
import { describeLogs } from './store-logs.ts';
import {
  batch,
  everythingOf,
  fill,
  type LastingPlace,
  links,
  type MakePlace,
  row,
  seqs,
} from './store-scene.ts';
import { describeSnapshots } from './store-snapshots.ts';

export function describeStore(name: string, makePlace: MakePlace): void {
  describe(`store: ${name}: logs`, () => describeLogs(makePlace));
  describe(`store: ${name}: snapshots`, () => describeSnapshots(makePlace));
  describe(`store: ${name}: entrance`, () => describeEntrance(makePlace));
  describe(`store: ${name}: ends`, () => describeEnds(makePlace));
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

    test.each([7, 50, 200])(
      '[ST35] killed while it folds, after %i acknowledged batches, a session has each event once',
      async (batches) => {
        const acknowledged = await place.killWhileAppending(batches, 'folded');
        const store = await place.open();
        for (const [board, last] of acknowledged) {
          const { snapshot: folded, tail } = await store.session(board);
          const end = folded?.seq ?? 0;
          expect(end % 7).toBe(0);
          if (folded) expect(folded).toEqual(countedTo(end));
          expect(tail).toEqual(
            tail.map((_, index) => ({ ...counted(end + index + 1), seq: end + index + 1 })),
          );
          expect(end + tail.length).toBeGreaterThanOrEqual(last);
          const next = end + tail.length + 1;
          expect((await store.append(batch([board, [counted(next)]]))).get(board)).toBe(next);
        }
        await store.close();
      },
    );
  });
}
