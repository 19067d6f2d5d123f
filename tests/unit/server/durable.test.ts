/** One disk sync serves everybody who waited for it, and never somebody who came after it began. */
import { expect, test } from 'vitest';
import { shareRuns } from '../../../server/store/durable.ts';

/** Work that ends when the test says so. */
function handWork() {
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const work = () =>
    new Promise<void>((resolve, reject) => {
      ends.push({ resolve, reject });
    });
  return { work, ends };
}

test('[ST24] callers during a sync share the next one', async () => {
  const { work, ends } = handWork();
  const sync = shareRuns(work);
  const first = sync();
  const later = [sync(), sync(), sync()];
  expect(ends).toHaveLength(1);

  ends[0]?.resolve();
  await first;
  expect(ends).toHaveLength(2);
  const tooLate = sync(); // the second has begun, perhaps before this caller's write

  ends[1]?.resolve();
  await Promise.all(later);
  expect(ends).toHaveLength(3);
  ends[2]?.resolve();
  await tooLate;
});

test('[ST24] a caller after the last sync starts one of its own', async () => {
  const { work, ends } = handWork();
  const sync = shareRuns(work);
  for (const turn of [0, 1, 2]) {
    const done = sync();
    expect(ends).toHaveLength(turn + 1);
    ends[turn]?.resolve();
    await done;
  }
});

test('[ST25] after a failed sync every later one fails without trying', async () => {
  const { work, ends } = handWork();
  const sync = shareRuns(work);
  const [first, second] = [sync(), sync()];
  ends[0]?.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
  await expect(first).rejects.toMatchObject({ name: 'StoreFault', kind: 'full' });
  await expect(second).rejects.toMatchObject({ kind: 'full' });
  await expect(sync()).rejects.toMatchObject({ kind: 'full' });
  expect(ends).toHaveLength(1);
});
