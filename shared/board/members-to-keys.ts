/**
 * To version 2: members of sets and parts of lists, which had a map of their own in their action,
 * become keys of the action itself (see `members.ts`). It knows version 1 as it was, where every map
 * inside an action is a set or a list; the schema of today is not asked, since it will change.
 */
import * as Y from 'yjs';
import type { BoardDoc } from './doc.ts';

/** Rewrites all actions, within the transaction of whoever calls it. */
export function membersToKeys(doc: BoardDoc): void {
  for (const action of doc.getMap('actions').values()) {
    if (!(action instanceof Y.Map)) continue;
    for (const [field, list] of [...action.entries()]) {
      // A part of today: a damaged copy may have lost what says its version.
      if (!(list instanceof Y.Map) || field.includes('/')) continue;
      for (const [id, member] of list.entries()) action.set(`${field}/${id}`, rewritten(member));
      action.delete(field);
    }
  }
}

/** A position in a set stays; a part is written anew, with the parts that it holds itself. */
function rewritten(member: unknown): unknown {
  if (!(member instanceof Y.Map)) return member;
  const part = new Y.Map<unknown>();
  for (const [key, value] of member.entries()) {
    if (!(value instanceof Y.Map)) part.set(key, value);
    else for (const [id, inner] of value.entries()) part.set(`${key}/${id}`, rewritten(inner));
  }
  return part;
}
