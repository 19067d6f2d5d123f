/** Sizes after an update: characters of texts, members of sets, parts, entities. */
import * as Y from 'yjs';
import { splitKey } from '../../../../shared/board/members.ts';
import { ENTITY_ROOTS, LIMITS } from '../../../../shared/board/schema.ts';
import type { Verdict } from './permit.ts';
import type { Characters, Entities, Fields } from './places.ts';

type Keyed = Entities | Fields;

export type Tally = ReturnType<typeof createTally>;

/** @param isOurs whether what stands under a client id was written by the server, such as an import */
export function createTally(isOurs: (client: number) => boolean) {
  const grown = new Map<Characters, { added: number; removed: number }>();
  const keys = new Map<Keyed, Map<string, Key>>();
  const keyAt = (map: Keyed, name: string): Key => {
    const touched = keys.get(map) ?? new Map<string, Key>();
    keys.set(map, touched);
    const key = touched.get(name) ?? { brought: new Set(), isEmptied: false };
    touched.set(name, key);
    return key;
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
    filled: (map: Keyed, key: string, item: Y.Item) => void keyAt(map, key).brought.add(item),
    /** A value is deleted: one that the update brings, one that stands there, or one of the past. */
    emptied: (map: Keyed, key: string, item: Y.Item) => {
      const at = keyAt(map, key);
      at.brought.delete(item);
      if (map.live?._map.get(key) === item) at.isEmptied = true;
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

interface Key {
  /** Values that the update brings and leaves: any of them may be the one that will count. */
  readonly brought: Set<Y.Item>;
  /** What stood there goes. A value that lost to it may be deleted as often as anybody likes. */
  isEmptied: boolean;
}

/** A root is one list; an entity has one for each of its sets and lists. */
const listOf = (map: Keyed, key: string): string =>
  map.holds === 'entities' ? '' : splitKey(key)[0];

function maxOf(map: Keyed, list: string): number {
  if (map.holds === 'entities') return ENTITY_ROOTS[map.root].max;
  const field = map.fields[list];
  return field?.kind === 'set' || field?.kind === 'parts' ? field.max : 0;
}

/** Whether a list grows beyond what it may hold; one that an import made longer may stay so. */
function isTooMany(map: Keyed, touched: ReadonlyMap<string, Key>): boolean {
  const growth = new Map<string, number>();
  for (const [key, { brought, isEmptied }] of touched) {
    const isHeld = map.live?._map.get(key)?.deleted === false;
    const willHold = brought.size > 0 || (isHeld && !isEmptied);
    const list = listOf(map, key);
    growth.set(list, (growth.get(list) ?? 0) + Number(willHold) - Number(isHeld));
  }
  const growing = [...growth].filter(([, more]) => more > 0);
  if (growing.length === 0) return false;
  const held = countHeld(map);
  return growing.some(([list, more]) => (held.get(list) ?? 0) + more > maxOf(map, list));
}

/** One pass, whatever the number of lists: keys that once held something stay for ever. */
function countHeld(map: Keyed): ReadonlyMap<string, number> {
  const held = new Map<string, number>();
  for (const [key, item] of map.live?._map ?? []) {
    if (item.deleted) continue;
    const list = listOf(map, key);
    held.set(list, (held.get(list) ?? 0) + 1);
  }
  return held;
}
