/** Reads tables and sub-groups. Who was in them is not in the file: people are of one session. */
import * as v from 'valibot';
import { isObject } from '../json.ts';
import { type Group, lettered } from '../session/groups/group.ts';
import { group } from '../session/groups/group-schema.ts';
import { count } from './fault.ts';
import type { ReadContext } from './values.ts';

/** In the order of the file; one that cannot be read, has the id of another or is one too many is set aside. */
export function readGroups(raws: readonly unknown[], context: ReadContext): readonly Group[] {
  const read: v.InferOutput<typeof group>[] = [];
  for (const [place, raw] of raws.entries()) {
    const where = `Groupe ${count(place + 1)}`;
    const parsed = v.safeParse(group, isObject(raw) ? withoutNulls(raw) : raw);
    if (isObject(raw)) context.checkKeys('group', raw, where);
    const isNew = parsed.success && !read.some(({ id }) => id === parsed.output.id);
    if (parsed.success && isNew) read.push(parsed.output);
    else context.faults.setAside(where, 'groupe illisible ou en double, mis de côté', raw);
  }
  const groups = lettered([], read);
  for (const extra of read.slice(groups.length))
    context.faults.setAside(`Groupe ${extra.name}`, 'groupe en trop, mis de côté', extra);
  return groups;
}

const withoutNulls = (raw: object): object =>
  Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null));
