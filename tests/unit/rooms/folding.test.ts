/** When what has grown is folded, and what is to be forgotten is gone. */
import { expect, test } from 'vitest';
import { createFolding } from '../../../server/rooms/board/folding.ts';
import { type BoardId, newId } from '../../../shared/ids.ts';
import { memoryLog } from '../../support/log.ts';

/** A fold that ends when the test says so. */
function opened() {
  const folds: { readonly end: number; readonly forgets: boolean }[] = [];
  const ends: (() => void)[] = [];
  const fold = (end: number, forgets: boolean) => {
    folds.push({ end, forgets });
    return new Promise<number>((resolve) => ends.push(() => resolve(10)));
  };
  const isLong = ({ tailEntries }: { readonly tailEntries: number }) => tailEntries > 1;
  const deps = { id: newId<'board'>() as BoardId, clock: () => 0, log: memoryLog().log };
  const extent = { snapshotBytes: 0, tailEntries: 0, tailBytes: 0, seq: 0 };
  const folding = createFolding(extent, { isLong, fold }, deps);
  return { folding, folds, end: () => ends.shift()?.() };
}

test('[RO62] what is to be forgotten while a fold of it is under way is forgotten by another', async () => {
  const { folding, folds, end } = opened();
  folding.grew(2, 2, 20);
  folding.forget();
  expect(folds).toEqual([{ end: 2, forgets: false }]);
  end();
  await folding.settled();
  await Promise.resolve();
  expect(folds).toEqual([
    { end: 2, forgets: false },
    { end: 2, forgets: true },
  ]);
  end();
  await folding.settled();
  await folding.foldAll();
  expect(folds).toHaveLength(2);
});

test('[RO62] what is to be forgotten is folded, however short', async () => {
  const { folding, folds, end } = opened();
  folding.grew(1, 1, 10);
  expect(folds).toEqual([]);
  folding.forget();
  await Promise.resolve();
  expect(folds).toEqual([{ end: 1, forgets: true }]);
  end();
  await folding.settled();
});
