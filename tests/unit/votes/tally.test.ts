import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ActionId } from '../../../shared/ids.ts';
import { rankingOf } from '../../../shared/session/votes/tally.ts';
import { addUp, type Ballot, type GroupKey } from '../../../shared/session/votes/votes.ts';

const ballot = (group: string, dots: Record<string, number>): Ballot => ({
  group: group as GroupKey,
  dots: new Map(Object.entries(dots) as [ActionId, number][]),
});
const ids = ['a', 'b', 'c', 'd', 'e'] as ActionId[];

test('[VG1] dots and hands add up to the total, and the room’s hands stay apart', () => {
  const result = addUp([ballot('direction:eau', { a: 2, b: 1 }), ballot('actor:cci', { a: 3 })]);
  expect(result).toMatchObject({ ballots: 2, groups: 2 });
  const [first, second] = rankingOf(result, { b: 7 } as Record<ActionId, number>, new Map(), ids);
  expect(first).toMatchObject({ actionId: 'b', dots: 1, room: 7, total: 8, rank: 1 });
  expect(second).toMatchObject({ actionId: 'a', dots: 5, room: 0, total: 5, rank: 2 });
});

test('[VG2] equals share a rank, in the order of the board, and the next comes after as many', () => {
  const result = addUp([ballot('direction:eau', { d: 2, b: 2, a: 3, c: 1 })]);
  const rows = rankingOf(result, {}, new Map(), ids);
  expect(rows.map(({ actionId, rank }) => [actionId, rank])).toEqual([
    ['a', 1],
    ['b', 2],
    ['d', 2],
    ['c', 4],
  ]);
});

test('[VG3] each direction has one voice, however many of its people vote', () => {
  const result = addUp([
    ...Array.from({ length: 6 }, () => ballot('direction:eau', { a: 5 })),
    ballot('actor:cci', { b: 1 }),
    ballot('direction:dsi', { b: 1, c: 3 }),
  ]);
  const rows = rankingOf(result, {}, new Map(), ids);
  expect(rows.map(({ actionId, voices }) => [actionId, voices])).toEqual([
    ['a', 1],
    ['c', 0.75],
    ['b', 1.25],
  ]);
  expect(rows.map(({ rank, rankByVoices }) => [rank, rankByVoices])).toEqual([
    [1, 2],
    [2, 3],
    [3, 1],
  ]);
});

test('[VG13] an action set aside since the close has no rank, and takes none from the others', () => {
  const result = addUp([ballot('direction:eau', { a: 5, b: 3, c: 1 })]);
  const rows = rankingOf(result, {}, new Map(), ['b', 'c'] as ActionId[]);
  expect(rows.map(({ actionId, rank }) => [actionId, rank])).toEqual([
    ['b', 1],
    ['c', 2],
  ]);
});

test('[VG3] voices of merged actions add up to hundredths', () => {
  const result = addUp([
    ballot('direction:eau', { a: 1, c: 9 }),
    ballot('actor:cci', { b: 2, c: 8 }),
  ]);
  const merged = new Map([['a' as ActionId, ['b' as ActionId]]]);
  expect(rankingOf(result, {}, merged, ['a', 'c'] as ActionId[])).toMatchObject([
    { actionId: 'c', voices: 1.7 },
    { actionId: 'a', voices: 0.3 },
  ]);
});

test('[VG4] whatever was cast, merged or shown by hand, the ranking adds up to it', () => {
  const dots = fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 1, max: 9 }));
  const ballots = fc.array(fc.tuple(fc.constantFrom('direction:a', 'actor:b', 'person:c'), dots));
  const merges = fc.uniqueArray(fc.constantFrom('b', 'c', 'd'));
  fc.assert(
    fc.property(ballots, dots, merges, (cast, room, merged) => {
      const result = addUp(cast.map(([group, one]) => ballot(group, one)));
      const sources = new Map([['a' as ActionId, merged as ActionId[]]]);
      const rows = rankingOf(result, room as Record<ActionId, number>, sources, ids);
      const sum = (counts: Record<string, number>) =>
        Object.values(counts).reduce((all, one) => all + one, 0);
      expect(rows.reduce((all, { total }) => all + total, 0)).toBe(
        cast.reduce((all, [, one]) => all + sum(one), 0) + sum(room),
      );
      expect(rows.filter(({ actionId }) => (merged as string[]).includes(actionId))).toEqual([]);
      const groups = new Set(cast.filter(([, one]) => sum(one) > 0).map(([group]) => group));
      const voices = rows.reduce((all, row) => all + row.voices, 0);
      expect(Math.abs(voices - groups.size)).toBeLessThan(0.1);
    }),
    { seed: 1_109, numRuns: 300 },
  );
});
