/** Chance that can be repeated: the same seed gives the same run. Not for secrets. */
export interface Random {
  /** 0 to below 1. */
  readonly next: () => number;
  /** Whole, 0 to below `end`. */
  readonly below: (end: number) => number;
  /** One of a list that has at least one. */
  readonly pick: <Item>(items: readonly Item[]) => Item;
}

/** @param seed whole; the generator is mulberry32 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}
