import { expect, test } from 'vitest';
import { createAllowance } from '../../../server/rooms/socket/allowance.ts';

const limits = { messagesPerSecond: 10, messageBurst: 20, bytesPerSecond: 1_000, byteBurst: 5_000 };

test('[RO21] a burst passes, then messages come at the rate allowed', () => {
  let now = 0;
  const { spend } = createAllowance(limits, () => now);
  for (let i = 0; i < 20; i++) expect(spend(1)).toBe(0);
  expect(spend(1)).toBe(100); // one message of ten a second
  now += 100;
  expect(spend(1)).toBe(100);
  now += 1_100;
  expect(spend(1)).toBe(0);
});

test('[RO21] many bytes in few messages are slowed too', () => {
  const { spend } = createAllowance(limits, () => 0);
  expect(spend(5_000)).toBe(0);
  expect(spend(500)).toBe(500);
});

test('[RO21] a clock set back costs nobody anything', () => {
  let now = 1_000_000;
  const { spend } = createAllowance(limits, () => now);
  now = 0;
  expect(spend(1)).toBe(0);
});

test('[RO21] whoever keeps the server busy waits, whatever the reason', () => {
  let now = 0;
  const { work } = createAllowance(limits, () => now);
  expect(work(900)).toBe(0);
  expect(work(120)).toBe(100); // a fifth of the time is theirs
  now += 100;
  expect(work(0)).toBe(0);
});
