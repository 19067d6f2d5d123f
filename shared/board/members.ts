/**
 * What an entity holds many of, the codes of a set and the parts of a list, stands in the entity's
 * own map: each under a key `field/id`. Two people who tick two boxes write two keys and both win;
 * an entity that has none holds nothing for them, so that a large board, new or flattened, opens in
 * half the time that a map for each set and list would take. No field and no id holds a slash.
 */
import type * as Y from 'yjs';

const SLASH = '/';

/** The key of one code of a set, or of one part of a list. */
export const memberKey = (field: string, id: string): string => field + SLASH + id;

/** A key of an entity: its field, and which member of it when it is a set or a list. */
export function splitKey(key: string): readonly [field: string, ...id: string[]] {
  const at = key.indexOf(SLASH);
  return at < 0 ? [key] : [key.slice(0, at), key.slice(at + 1)];
}

/** Members of a set or list with what stands there, in no order. */
export function* membersOf(
  entity: Y.Map<unknown>,
  field: string,
): Iterable<readonly [id: string, value: unknown]> {
  const prefix = memberKey(field, '');
  for (const [key, value] of entity.entries())
    if (key.startsWith(prefix)) yield [key.slice(prefix.length), value];
}

/** How many members a set or list has. */
export function countMembers(entity: Y.Map<unknown>, field: string): number {
  let count = 0;
  for (const _ of membersOf(entity, field)) count++;
  return count;
}
