import { expect, test } from 'vitest';
import { createRateLimit } from '../../../server/rate-limit.ts';

function bucketOf(perMinute: number) {
  let now = 1_000_000;
  const take = createRateLimit(perMinute, () => now);
  const wait = (ms: number) => {
    now += ms;
  };
  return { take, wait };
}
const takeMany = (take: (key: string) => number, times: number) =>
  Array.from({ length: times }, () => take('a'));

test('[HT20] a minute’s worth may come at once, then the wait is told in seconds', () => {
  const { take } = bucketOf(6);
  expect(takeMany(take, 8)).toEqual([0, 0, 0, 0, 0, 0, 10, 10]);
});

test('[HT20] what was taken comes back evenly, up to a minute’s worth', () => {
  const { take, wait } = bucketOf(6);
  takeMany(take, 6);
  wait(9_999);
  expect(take('a')).toBe(1);
  wait(1);
  expect(takeMany(take, 2)).toEqual([0, 10]);
  wait(3_600_000);
  expect(takeMany(take, 7)).toEqual([0, 0, 0, 0, 0, 0, 10]);
});

test('[HT20] insisting while it is empty does not lengthen the wait', () => {
  const { take, wait } = bucketOf(6);
  takeMany(take, 100);
  wait(10_000);
  expect(take('a')).toBe(0);
});

test('[HT21] one address does not slow another', () => {
  const { take } = bucketOf(1);
  expect([take('a'), take('a'), take('b')]).toEqual([0, 60, 0]);
});

test('[HT20] a clock that goes back takes nothing away', () => {
  const { take, wait } = bucketOf(2);
  take('a');
  wait(-500_000);
  expect(takeMany(take, 2)).toEqual([0, 30]);
});

test('[HT21] the addresses remembered are bounded: a flood of them forgets the quiet ones first', () => {
  const { take } = bucketOf(1);
  take('quiet');
  for (let n = 0; n < 19_999; n++) take(`flood ${n}`);
  expect(take('flood 0')).toBe(60);
  expect(take('quiet')).toBe(60);
  for (let n = 0; n < 20_000; n++) take(`more ${n}`);
  expect(take('quiet')).toBe(0);
});

test('[HT20] several may be taken as one, all or none, and never more than there can be', () => {
  const { take, wait } = bucketOf(6);
  expect([take('a', 4), take('a', 4), take('a', 2), take('b', 100)]).toEqual([0, 20, 0, 0]);
  wait(30_000);
  expect([take('a', 4), take('a', 3), take('b', 100)]).toEqual([10, 0, 30]);
});
