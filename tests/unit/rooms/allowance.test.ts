import { expect, test } from 'vitest';
import { createAllowance } from '../../../server/rooms/socket/allowance.ts';
import { createAllowances } from '../../../server/rooms/socket/allowances.ts';
import type { PersonId } from '../../../shared/ids.ts';

const [ana, ben] = ['ana' as PersonId, 'ben' as PersonId];
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

test('[RO51] all sockets of a person have one allowance, and it outlives them', () => {
  let now = 0;
  const { take, giveBack } = createAllowances(limits, () => now);
  const [first, second] = [take(ana), take(ana)];
  for (let i = 0; i < 10; i++) expect([first.spend(1), second.spend(1)]).toEqual([0, 0]);
  expect([second.spend(1), take(ben).spend(1)]).toEqual([100, 0]);
  giveBack(ana);
  giveBack(ana);
  expect(take(ana).spend(1)).toBe(200);
  now += 120_000; // it is used all the while
  expect(take(ana)).toBe(first);
});

test('[RO51] it is forgotten a minute after the last socket has gone, when it is whole again', () => {
  let now = 0;
  const { take, giveBack } = createAllowances(limits, () => now);
  const first = take(ana);
  giveBack(ana);
  now += 59_999;
  const again = take(ana);
  giveBack(ana);
  now += 60_000;
  expect([again === first, take(ana) === first]).toEqual([true, false]);
  giveBack(ben); // who has none
});
