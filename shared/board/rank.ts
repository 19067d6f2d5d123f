/**
 * Places in an ordered list. A rank is a fractional index; people who add at the same moment get
 * equal ranks, ties are broken by id (`byRank`), and a place between two equals makes room.
 */
import { generateNKeysBetween } from 'fractional-indexing';

export interface Ranked {
  readonly id: string;
  readonly rank?: string;
}
/** `shifted`: neighbours with an equal rank that must move aside, in the same transaction. */
export interface Placement {
  readonly rank: string;
  readonly shifted: ReadonlyMap<string, string>;
}

/**
 * Ranks for something put at `index` of a sorted list it is not part of.
 * @param index 0 to `siblings.length`; anything beyond is the end
 */
export function placeAt(siblings: readonly Ranked[], index: number): Placement {
  const before = siblings[Math.min(index, siblings.length) - 1]?.rank;
  const aside: Ranked[] = [];
  let next = Math.max(0, index);
  for (; siblings[next]?.rank !== undefined && siblings[next]?.rank === before; next++)
    aside.push(siblings[next] as Ranked);
  const after = siblings[next]?.rank;
  const [rank = '', ...others] = generateNKeysBetween(before, after, 1 + aside.length);
  return { rank, shifted: new Map(aside.map((sibling, i) => [sibling.id, others[i] ?? rank])) };
}

/** `count` ranks for a fresh list, in order. */
export const freshRanks = (count: number): readonly string[] =>
  generateNKeysBetween(null, null, count);
