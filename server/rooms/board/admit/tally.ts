/** Sizes after an update: characters of texts, members of sets, parts, entities. */
import * as Y from 'yjs';
import { fieldAt } from '../../../../shared/board/fields.ts';
import { splitKey } from '../../../../shared/board/members.ts';
import { ENTITY_ROOTS, LIMITS } from '../../../../shared/board/schema.ts';
import type { Verdict } from './permit.ts';
import type { Characters, Entities, Fields } from './places.ts';

type Keyed = Entities | Fields;

export type Tally = ReturnType<typeof createTally>;

/** @param isOurs whether what stands under a client id was written by the server, such as an import */
export function createTally(isOurs: (client: number) => boolean) {
  const grown = new Map<Characters, { added: number; removed: number }>();
  /** What the keys touched by the update will hold; undefined once emptied. */
  const keys = new Map<Keyed, Map<string, Y.Item | undefined>>();
  const keysOf = (map: Keyed) => {
    const touched = keys.get(map) ?? new Map<string, Y.Item | undefined>();
    keys.set(map, touched);
    return touched;
  };

  return {
    /** @param length UTF-16 units added, or taken away when negative */
    characters: (text: Characters, length: number) => {
      const sum = grown.get(text) ?? { added: 0, removed: 0 };
      if (length > 0) sum.added += length;
      else sum.removed -= length;
      grown.set(text, sum);
    },
    /** A key of a map has a new value. */
    filled: (map: Keyed, key: string, item: Y.Item) => void keysOf(map).set(key, item),
    /** A value is deleted; it empties its key when it was the one that counted. */
    emptied: (map: Keyed, key: string, item: Y.Item) => {
      const touched = keysOf(map);
      const current = touched.has(key) ? touched.get(key) : map.live?._map.get(key);
      if (current === item) touched.set(key, undefined);
    },
    verdict: (): Verdict => {
      for (const [text, { added, removed }] of grown)
        if (added > removed && isTooLong(text, added - removed, isOurs)) return 'too-large';
      for (const [map, touched] of keys) if (isTooMany(map, touched)) return 'too-many';
      return null;
    },
  };
}

function isTooLong(
  { live, field }: Characters,
  growth: number,
  isOurs: (client: number) => boolean,
): boolean {
  const before = live instanceof Y.Text ? live.length : 0;
  if (before + growth <= field.max) return false;
  // Only an import can be beyond the limit: writing and deleting again and again makes no room.
  if (everHeld(live, isOurs) <= field.max) return true;
  // It was shortened, and its author undoes that: not longer than it ever was.
  const longest = everHeld(live, () => true);
  return before + growth > Math.min(longest, LIMITS.importedCharacters);
}

function everHeld(
  live: Y.AbstractType<unknown> | undefined,
  counts: (client: number) => boolean,
): number {
  let length = 0;
  for (let item = live?._start ?? null; item; item = item.right)
    if (counts(item.id.client)) length += item.length;
  return length;
}

type Touched = ReadonlyMap<string, Y.Item | undefined>;

function isTooMany(map: Keyed, touched: Touched): boolean {
  if (map.holds === 'entities')
    return exceeds(map, touched, { max: ENTITY_ROOTS[map.root].max, isCounted: () => true });
  const names = new Set([...touched.keys()].map((key) => splitKey(key)[0]));
  return [...names].some((name) => {
    const field = map.fields[name];
    if (field?.kind !== 'set' && field?.kind !== 'parts') return false;
    const isCounted = (key: string) => fieldAt(map.fields, key)?.field === field;
    return exceeds(map, touched, { max: field.max, isCounted });
  });
}

interface Many {
  readonly max: number;
  /** Whether a key of the map is one of those counted together. */
  readonly isCounted: (key: string) => boolean;
}

function exceeds(map: Keyed, touched: Touched, { max, isCounted }: Many): boolean {
  const counted = [...touched].filter(([key]) => isCounted(key));
  const added = counted.filter(([key, item]) => item && !isHeld(map, key)).length;
  if (added === 0) return false;
  const gone = counted.filter(([key, item]) => !item && isHeld(map, key)).length;
  let held = 0;
  for (const [key, item] of map.live?._map ?? []) if (!item.deleted && isCounted(key)) held++;
  return held + added - gone > max;
}

const isHeld = (map: Keyed, key: string): boolean => map.live?._map.get(key)?.deleted === false;
