/** What a view is made from, and what of it comes out the same for all viewers. */
import type { Present } from './present.ts';
import type { SessionState } from './state.ts';

/** What it holds is never changed, only replaced. */
export interface Scene {
  readonly state: SessionState;
  readonly present: readonly Present[];
  readonly entryCode: string | null;
  /** Server clock, milliseconds since 1970. */
  readonly now: number;
}

/**
 * Makes once what is the same for all viewers, and again only when something it is made from is another.
 * @param madeOf what it is made from, compared by identity
 */
export function madeFrom<Value>(
  madeOf: (scene: Scene) => readonly [object, ...object[]],
  make: (scene: Scene) => Value,
): (scene: Scene) => Value {
  const made = new WeakMap<object, { readonly from: readonly object[]; readonly value: Value }>();
  return (scene) => {
    const from = madeOf(scene);
    const known = made.get(from[0]);
    if (known?.from.every((one, i) => one === from[i])) return known.value;
    const value = make(scene);
    made.set(from[0], { from, value });
    return value;
  };
}
