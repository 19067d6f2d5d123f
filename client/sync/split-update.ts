/**
 * What was written here, as several updates where it is too much for one: a server judges an update
 * whole, takes none above 256 kB, and while it reads one nobody else's edits pass; on a slow line
 * nothing passes a frame that has begun. Each part leaves the board whole: what is created is never
 * cut, and what is replaced goes with what takes its place.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { BoardDoc } from '../../shared/board/doc.ts';
import { MESSAGE, SYNC } from '../../shared/protocol/messages.ts';
import { type Deletes, encode, type Range } from './split-encode.ts';
import { inOrder, itemAt, type Starts, type Struct, startsOf, type Whole } from './split-order.ts';

/** Of one part, as long as nothing in it is larger by itself. A server takes 20,000 structs. */
const most = { bytes: 32 * 1_024, structs: 4_000 };
/** Of an update, which a server takes from 256 kB on only as the answer to its question. */
const mostOfUpdate = 200 * 1_024;
type Frame = Uint8Array<ArrayBuffer>;
type Part = readonly Struct[];

/**
 * A frame as it is sent; one that carries no update, or a small one, stays alone. An answer to the
 * server's question becomes updates and, last, an answer: once that is taken, the server has all.
 */
export function splitFrame(doc: BoardDoc, frame: Frame): readonly Frame[] {
  const isAnswer = frame[1] === SYNC.step2;
  if (frame.length <= most.bytes || !(isAnswer || frame[1] === SYNC.update)) return [frame];
  const update = decoding.readVarUint8Array(decoding.createDecoder(frame.subarray(2)));
  const parts = splitUpdate(doc, update, !isAnswer);
  if (parts.length < 2) return [frame];
  if (!isAnswer) return parts.map((part) => syncFrame('update', part));
  const large = parts.findIndex(({ length }) => length > mostOfUpdate);
  if (large === 0) return [frame];
  const [before, rest] = large < 0 ? [parts, []] : [parts.slice(0, large), parts.slice(large)];
  const answer = rest.length > 0 ? Y.mergeUpdates([...rest]) : encode([], new Map());
  return [...before.map((part) => syncFrame('update', part)), syncFrame('step2', answer)];
}

function syncFrame(type: 'update' | 'step2', update: Uint8Array): Frame {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, SYNC[type]);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}

/**
 * @param doc has the update already
 * @param isOneAct one transaction wrote all of it
 * @returns the same changes in their order; the update alone when it is small, or cannot be cut
 */
export function splitUpdate(
  doc: BoardDoc,
  update: Uint8Array,
  isOneAct = true,
): readonly Uint8Array[] {
  const { structs, ds } = Y.decodeUpdate(update);
  if (structs.some((struct) => struct instanceof Y.Skip)) return [update];
  const starts = startsOf(structs);
  const parts = portions(inOrder(doc, structs, starts, isOneAct) ?? []);
  if (parts.length < 2) return [update];
  const partAt = finder(parts);
  const deletes = deletesOf(doc, ds, { parts, starts, partAt });
  return parts.map((part, index) =>
    encode(
      part.flatMap((struct) => standIn(doc, struct, index, partAt)),
      deletes[index] ?? new Map(),
    ),
  );
}

function portions(wholes: readonly Whole[]): readonly Part[] {
  const parts: Struct[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const whole of wholes) {
    const size = encode(whole, new Map()).length;
    const part = parts.at(-1);
    if (part && bytes + size <= most.bytes && part.length + whole.length <= most.structs) {
      part.push(...whole);
      bytes += size;
    } else {
      parts.push([...whole]);
      bytes = size;
    }
  }
  return parts;
}

/** The part that holds what a client wrote at a clock; undefined when none does. */
type PartAt = (client: number, clock: number) => number | undefined;

function finder(parts: readonly Part[]): PartAt {
  /** Where each part ends in what a client wrote, ascending. */
  const ends = new Map<number, { end: number; readonly index: number }[]>();
  const starts = startsOf(parts.flat());
  for (const [index, part] of parts.entries())
    for (const { id, length } of part) {
      const known = ends.get(id.client) ?? [];
      ends.set(id.client, known);
      const last = known.at(-1);
      if (last?.index === index) last.end = id.clock + length;
      else known.push({ end: id.clock + length, index });
    }
  return (client, clock) =>
    clock < (starts.get(client) ?? Number.POSITIVE_INFINITY)
      ? undefined
      : ends.get(client)?.find(({ end }) => clock < end)?.index;
}

/**
 * A value written over since, and collected, would leave its field empty until what was written over
 * it comes with a later part. It says that already, and the later part replaces it by the same.
 */
function standIn(doc: BoardDoc, struct: Struct, index: number, partAt: PartAt): readonly Struct[] {
  if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentDeleted)) return [struct];
  const known = itemAt(doc, struct.id);
  if (!known || known.parentSub === null || !(known.parent instanceof Y.AbstractType))
    return [struct];
  const now = known.parent._map.get(known.parentSub);
  if (!now || now.deleted || !(now.content instanceof Y.ContentAny)) return [struct];
  const later = partAt(now.id.client, now.id.clock);
  if (later === undefined || later <= index) return [struct];
  const { id, length, origin, rightOrigin, parent, parentSub } = struct;
  const said = new Y.ContentAny([now.content.arr.at(-1)]);
  if (length === 1)
    return [new Y.Item(id, null, origin, null, rightOrigin, parent, parentSub, said)];
  const before = new Y.ContentDeleted(length - 1);
  const lastId = Y.createID(id.client, id.clock + length - 1);
  const former = Y.createID(id.client, id.clock + length - 2);
  return [
    new Y.Item(id, null, origin, null, rightOrigin, parent, parentSub, before),
    new Y.Item(lastId, null, former, null, rightOrigin, null, null, said),
  ];
}

interface Cut {
  readonly parts: readonly Part[];
  readonly starts: Starts;
  readonly partAt: PartAt;
}

/**
 * What is replaced goes with the first thing written in its place, and characters written since go
 * with themselves: a text is never longer in between than it was or will be. What just goes away
 * goes last.
 */
function deletesOf(
  doc: BoardDoc,
  ds: ReturnType<typeof Y.createDeleteSet>,
  { parts, starts, partAt }: Cut,
): readonly Deletes[] {
  const places = placesOf(doc, parts);
  const last = parts.length - 1;
  const deletes: readonly Deletes[] = parts.map(() => new Map());
  const partOf = (struct: unknown, client: number, { clock }: Range): number => {
    if (!(struct instanceof Y.Item)) return last;
    const isNew = clock >= (starts.get(client) ?? Number.POSITIVE_INFINITY);
    if (!isNew) return places.get(struct.parent)?.get(struct.parentSub) ?? last;
    return (struct.parentSub === null ? partAt(client, clock) : undefined) ?? last;
  };
  for (const [client, ranges] of ds.clients)
    for (const { clock, len } of ranges)
      for (const [struct, range] of within(doc, client, { clock, length: len })) {
        const part = partOf(struct, client, range);
        const known = deletes[part]?.get(client);
        if (known) known.push(range);
        else deletes[part]?.set(client, [range]);
      }
  return deletes;
}

/** By parent and key: the first part that writes there. */
function placesOf(doc: BoardDoc, parts: readonly Part[]) {
  const places = new Map<unknown, Map<string | null, number>>();
  for (const [index, part] of parts.entries())
    for (const { id } of part) {
      const item = itemAt(doc, id);
      if (!item) continue;
      const keys = places.get(item.parent) ?? new Map<string | null, number>();
      places.set(item.parent, keys);
      if (!keys.has(item.parentSub)) keys.set(item.parentSub, index);
    }
  return places;
}

/** What of the document a range is about, and how much of it. */
function* within(
  doc: BoardDoc,
  client: number,
  { clock, length }: Range,
): Iterable<readonly [unknown, Range]> {
  const structs = doc.store.clients.get(client) ?? [];
  const end = clock + length;
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
    const struct = structs[index];
    if (!struct || struct.id.clock >= end) return;
    const from = Math.max(clock, struct.id.clock);
    const to = Math.min(end, struct.id.clock + struct.length);
    yield [struct, { clock: from, length: to - from }];
  }
}
