import { expect, test } from 'vitest';
import { isRank } from '../../../shared/board/checks.ts';
import { byRank } from '../../../shared/board/fields.ts';
import { freshRanks, placeAt, type Ranked } from '../../../shared/board/rank.ts';

/** Puts something into a list as a command does; the list stays sorted. */
function put(list: readonly Ranked[], id: string, index: number): Ranked[] {
  const { rank, shifted } = placeAt(list, index);
  const moved = list.map((item) => ({ ...item, rank: shifted.get(item.id) ?? item.rank }));
  return [
    ...moved.map(({ id, rank }) => (rank === undefined ? { id } : { id, rank })),
    { id, rank },
  ].sort(byRank);
}
const idsOf = (list: readonly Ranked[]): string => list.map(({ id }) => id).join('');
const ranked = (...ranks: readonly string[]): Ranked[] =>
  ranks.map((rank, i) => ({ id: String(i), rank }));

test.each([
  [0, 'x012'],
  [1, '0x12'],
  [2, '01x2'],
  [3, '012x'],
  [99, '012x'],
  [Number.POSITIVE_INFINITY, '012x'],
  [-1, 'x012'],
])('[RK1] at %s among three: %s, without touching them', (index, expected) => {
  const list = ranked('a0', 'a1', 'a2');
  expect(idsOf(put(list, 'x', index))).toBe(expected);
  expect(placeAt(list, index).shifted.size).toBe(0);
});

test('[RK1] fresh ranks are in order', () => {
  const ranks = freshRanks(200);
  expect([...new Set(ranks)].sort((x, y) => (x < y ? -1 : 1))).toEqual(ranks);
});

test.each([
  [0, 'x0123', 0],
  [1, '0x123', 0],
  [2, '01x23', 1],
  [3, '012x3', 0],
  [4, '0123x', 0],
])('[RK2] at %s with two equals in the middle: %s, moving %s aside', (index, expected, moved) => {
  const list = ranked('a0', 'a1', 'a1', 'a2');
  expect(idsOf(put(list, 'x', index))).toBe(expected);
  expect(placeAt(list, index).shifted.size).toBe(moved);
});

test('[RK2] twenty people put something in one gap at once; each place among them is still there', () => {
  const gap = ranked('a0', 'a1');
  const people = Array.from('bcdefghijklmnopqrstu', (id) => ({ id, rank: placeAt(gap, 1).rank }));
  const list = [...gap, ...people].sort(byRank);
  expect(idsOf(list)).toBe('0bcdefghijklmnopqrstu1');
  for (let index = 0; index <= list.length; index++) {
    const [before, after] = [idsOf(list).slice(0, index), idsOf(list).slice(index)];
    expect(idsOf(put(list, 'X', index))).toBe(`${before}X${after}`);
  }
});

test.each([
  ['always between the same two', () => 1],
  ['each after the last one', (i: number) => 1 + i],
  ['always first', () => 0],
  ['always last', () => Number.POSITIVE_INFINITY],
])('[RK3] after 1,000 insertions, %s, ranks are short and valid', (_where, indexOf) => {
  let list = ranked('a0', 'a1');
  for (let i = 0; i < 1_000; i++) list = put(list, `x${i}`, indexOf(i));
  expect(new Set(list.map(({ rank }) => rank)).size).toBe(1_002);
  expect(Math.max(...list.map(({ rank }) => rank?.length ?? 0))).toBeLessThanOrEqual(26);
  expect(list.every(({ rank }) => isRank(rank))).toBe(true);
});

test.each([
  [
    'the first and the second integer',
    ['A00000000000000000000000001', 'A00000000000000000000000002'],
    0,
  ],
  ['the last integer', [`z${'z'.repeat(26)}`], 1],
  ['very long', ['a0', `a0${'z'.repeat(990)}`], 2],
  ['very long neighbours', [`a0${'V'.repeat(990)}`, `a0${'V'.repeat(991)}`], 1],
])('[RK3] beside ranks that are %s there is room', (_what, ranks, index) => {
  const list = ranked(...ranks);
  expect(list.every(({ rank }) => isRank(rank))).toBe(true);
  const ids = idsOf(list);
  const next = put(list, 'x', index);
  expect(idsOf(next)).toBe(`${ids.slice(0, index)}x${ids.slice(index)}`);
  expect(next.every(({ rank }) => isRank(rank))).toBe(true);
});

test.each([
  [0, 'x012'],
  [1, '0x12'],
  [2, '01x2'],
  [3, '012x'],
])('[RK4] at %s beside neighbours without a valid rank: %s', (index, expected) => {
  const list: Ranked[] = [{ id: '0' }, { id: '1' }, { id: '2', rank: 'a0' }];
  expect(idsOf(put(list, 'x', index))).toBe(expected);
});

test.each([
  ['', false],
  ['a', false],
  ['0', false],
  ['a0', true],
  ['Zz', true],
  ['a00', false],
  ['a0V', true],
  ['a0V0', false],
  ['a0-', false],
  ['a0é', false],
  [' a0', false],
  ['b0', false],
  ['b00', true],
  [`A${'0'.repeat(26)}`, false],
  [`a0${'V'.repeat(998)}`, true],
  [`a0${'V'.repeat(999)}`, false],
  [0, false],
  [null, false],
  [['a0'], false],
])('[RK5] %j is a rank: %s', (value, expected) => expect(isRank(value)).toBe(expected));
