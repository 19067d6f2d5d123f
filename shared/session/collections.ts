/** Copies of maps and sets with one thing changed: a state is never changed, only replaced. */

export const withEntry = <Key, Value>(
  map: ReadonlyMap<Key, Value>,
  key: Key,
  value: Value,
): ReadonlyMap<Key, Value> => new Map(map).set(key, value);

export function without<Key, Value>(
  map: ReadonlyMap<Key, Value>,
  keys: readonly Key[],
): ReadonlyMap<Key, Value> {
  const left = new Map(map);
  for (const key of keys) left.delete(key);
  return left;
}

/** A count of 0 has no entry. */
export const withCount = <Key>(
  map: ReadonlyMap<Key, number>,
  key: Key,
  count: number,
): ReadonlyMap<Key, number> => (count === 0 ? without(map, [key]) : withEntry(map, key, count));

export function withMember<Member>(
  set: ReadonlySet<Member>,
  member: Member,
  isIn: boolean,
): ReadonlySet<Member> {
  const members = new Set(set);
  if (isIn) members.add(member);
  else members.delete(member);
  return members;
}
