/**
 * Updates that were honest once: bytes damaged anywhere, or well-formed updates in which one fact of
 * one struct is another. Numbers come from outside, so that the same seed gives the same lies.
 */
import * as Y from 'yjs';

/** A whole number from 0 to `below` - 1. */
export type Random = (below: number) => number;

/** The same numbers for the same seed: xorshift, 32 bits. */
export function createRandom(seed: number): Random {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const HARMS: readonly ((list: number[], index: number, value: number) => void)[] = [
  (list, index, value) => void list.fill(value, index, index + 1),
  (list, index, value) => void list.fill((list[index] ?? 0) ^ (1 << (value % 8)), index, index + 1),
  (list, index) => void list.splice(index),
  (list, index, value) => void list.splice(index, 0, value),
  (list, index) => void list.splice(index, 1),
  (list, _index, value) => void list.push(value),
];

/** One small damage, as a broken program would do it. */
export function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  const list = [...bytes];
  HARMS[random(HARMS.length)]?.(list, random(list.length), random(256));
  return Uint8Array.from(list);
}

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];
type Change = (item: Y.Item, random: Random, ids: readonly Y.ID[]) => void;

/** Keys that mean something somewhere in a board, or must not. */
const KEYS = [
  'title',
  'description',
  'rank',
  'priorityId',
  'authorId',
  'votes',
  'discarded',
  'mergedInto',

  'levers',
  'levers/clauses',
  'levers/',
  'indicators/i1',
  'indicators/new',
  'targets/t1',
  'means',
  'p1',
  'schemaVersion',
  '__proto__',
  'constructor',
];
const CONTENTS: readonly (() => Y.Item['content'])[] = [
  () => new Y.ContentString('x'),
  () => new Y.ContentString('é🌳'.repeat(200)),
  () => new Y.ContentAny(['a0']),
  () => new Y.ContentAny([true]),
  () => new Y.ContentAny([1, 2]),
  () => new Y.ContentAny([{ toString: 1 }]),
  () => new Y.ContentDeleted(1),
  () => new Y.ContentDeleted(3),
  () => new Y.ContentType(new Y.Map()),
  () => new Y.ContentType(new Y.Text()),
  () => new Y.ContentType(new Y.Array()),
  () => new Y.ContentType(new Y.XmlText()),
  () => new Y.ContentFormat('bold', true),
  () => new Y.ContentEmbed({ a: 1 }),
  () => new Y.ContentBinary(new Uint8Array(4)),
  () => new Y.ContentJSON(['a']),
];
const CHANGES: readonly Change[] = [
  (item, random, ids) => set(item, { origin: ids[random(ids.length)] ?? null }),
  (item, random, ids) => set(item, { rightOrigin: ids[random(ids.length)] ?? null }),
  (item, random, ids) =>
    set(item, {
      ...none,
      parent: ids[random(ids.length)] ?? null,
      parentSub: KEYS[random(KEYS.length)] ?? null,
    }),
  (item, random) =>
    set(item, {
      ...none,
      parent: ROOTS[random(ROOTS.length)],
      parentSub: KEYS[random(KEYS.length)] ?? null,
    }),
  (item, random) =>
    set(item, { parentSub: random(2) ? (KEYS[random(KEYS.length)] ?? null) : null }),
  (item, random) => {
    const content = CONTENTS[random(CONTENTS.length)]?.() ?? item.content;
    set(item, { content, length: content.getLength() });
  },
];
const none = { origin: null, rightOrigin: null };
const ROOTS = ['board', 'actions', 'priorities', 'comments', 'directions', 'other', ''];
/** A decoded item holds names and ids where an applied one holds types. */
const set = (item: Y.Item, facts: object): void => void Object.assign(item, facts);

/** Changes one fact of one struct, or what is deleted, and writes the update again. */
export function tampered(bytes: Uint8Array, doc: Y.Doc, random: Random): Uint8Array {
  const { structs, ds } = Y.decodeUpdate(bytes);
  const ids = someIds(structs, doc, random);
  const ranges = [...ds.clients].map(
    ([client, deletes]) =>
      [client, deletes.map(({ clock, len }) => [clock, len] as const)] as const,
  );
  const items = structs.filter((struct) => struct instanceof Y.Item);
  const target = items[random(Math.max(1, items.length))];
  const lie = random(CHANGES.length + 2);
  if (lie === CHANGES.length || !target) {
    const { client, clock } = ids[random(ids.length)] ?? new Y.ID(1, 0);
    const others = ranges.filter(([each]) => each !== client);
    return write(structs, [...others, [client, [[clock, 1 + random(3)]]]]);
  }
  if (lie === CHANGES.length + 1) {
    const gc = new Y.GC(target.id, 1 + random(1_000_000));
    return write(
      structs.map((struct) => (struct === target ? gc : struct)),
      ranges,
    );
  }
  CHANGES[lie]?.(target, random, ids);
  return write(renumbered(structs), ranges);
}

/** Ids of things of the board and of the update, and a little beside them. */
function someIds(structs: readonly Struct[], doc: Y.Doc, random: Random): readonly Y.ID[] {
  const all = [...doc.store.clients.values()].flat();
  const some = Array.from({ length: 6 }, () => all[random(all.length)]?.id);
  return [...some, ...structs.map(({ id }) => id)]
    .filter((id) => id !== undefined)
    .map(({ client, clock }) => new Y.ID(client, clock + random(2)));
}

/** Another length moves the clocks of what follows: they are made to fit again. */
function renumbered(structs: readonly Struct[]): readonly Struct[] {
  const next = new Map<number, number>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    struct.id = new Y.ID(client, next.get(client) ?? clock);
    next.set(client, struct.id.clock + struct.length);
  }
  return structs;
}

type Ranges = readonly (readonly [
  client: number,
  deletes: readonly (readonly [number, number])[],
])[];

function write(structs: readonly Struct[], ranges: Ranges): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const out = (number: number) => encoder.writeClient(number);
  const clients = new Map<number, Struct[]>();
  for (const struct of structs)
    clients.set(struct.id.client, [...(clients.get(struct.id.client) ?? []), struct]);
  out(clients.size);
  for (const [client, own] of clients) {
    out(own.length);
    out(client);
    out(own[0]?.id.clock ?? 0);
    for (const struct of own) struct.write(encoder, 0);
  }
  out(ranges.length);
  for (const [client, deletes] of ranges) {
    out(client);
    out(deletes.length);
    for (const [clock, length] of deletes) {
      out(clock);
      out(length);
    }
  }
  return encoder.toUint8Array();
}
