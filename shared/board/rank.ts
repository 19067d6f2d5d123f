/**
 * Places in an ordered list. A rank is a fractional index; people who add at the same moment get
 * equal ranks, ties are broken by id (`byRank`), and a place between two equals makes room.
 */
import { generateNKeysBetween } from 'fractional-indexing';

export interface Ranked {
  readonly id: string;
  /** Absent when malformed: such an entity comes first, and gets a rank when room is made there. */
  readonly rank?: string;
}
/** `shifted`: neighbours that must take another rank, in the same transaction; order unchanged. */
export interface Placement {
  readonly rank: string;
  readonly shifted: ReadonlyMap<string, string>;
}

/**
 * Longer ranks make room among neighbours instead. Below the 27 characters at which the library
 * reaches its first and last integers and could give a rank that nothing fits beside.
 */
const maxComfortableLength = 26;

/**
 * Ranks for something put at `index` of a sorted list it is not part of.
 * @param index 0 to `siblings.length`; anything beyond is the end
 */
export function placeAt(siblings: readonly Ranked[], index: number): Placement {
  const at = Math.max(0, Math.min(index, siblings.length));
  for (let [from, to] = [at, at]; ; ) {
    const before = siblings[from - 1]?.rank;
    while (to < siblings.length && siblings[to]?.rank === before) to++;
    const ranks = generateNKeysBetween(before, siblings[to]?.rank, 1 + to - from);
    const isWhole = from === 0 && to === siblings.length;
    if (isWhole || ranks.every((rank) => rank.length <= maxComfortableLength)) {
      const [rank = ''] = ranks.splice(at - from, 1);
      const window = siblings.slice(from, to);
      return { rank, shifted: new Map(window.map(({ id }, i) => [id, ranks[i] ?? rank])) };
    }
    const reach = 1 + to - from;
    from = Math.max(0, from - reach);
    to = Math.min(siblings.length, to + reach);
  }
}

/** `count` ranks for a fresh list, in order. */
export const freshRanks = (count: number): readonly string[] =>
  generateNKeysBetween(null, null, count);
