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
import { update } from './store-entries.ts';
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
  });
}
