/**
 * What one transaction wrote here, as several updates where it is too much for one: a server judges
 * an update whole, takes none above 256 kB, and while it reads one nobody else's edits pass. Each
 * part leaves the board whole: what is created is never cut, and what is replaced goes with what
 * takes its place.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { BoardDoc } from '../../shared/board/doc.ts';
import { MESSAGE, SYNC } from '../../shared/protocol/messages.ts';

/** Of one part, as long as nothing in it is larger by itself. A server takes 20,000 structs. */
const most = { bytes: 64 * 1_024, structs: 4_000 };

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];
interface Range {
  readonly clock: number;
  readonly length: number;
}
/** Deleted ranges, by client. */
type Deletes = Map<number, Range[]>;

/** A frame as it is sent; one that carries no update, or a small one, stays alone. */
export function splitFrame(
  doc: BoardDoc,
  frame: Uint8Array<ArrayBuffer>,
): readonly Uint8Array<ArrayBuffer>[] {
  if (frame.length <= most.bytes || frame[1] !== SYNC.update) return [frame];
  const update = decoding.readVarUint8Array(decoding.createDecoder(frame.subarray(2)));
  const parts = splitUpdate(doc, update);
  return parts.length < 2 ? [frame] : parts.map(updateFrame);
}

function updateFrame(update: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, SYNC.update);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}

/**
 * @param doc has the update already
 * @returns the same changes in their order; the update alone when it is small, or cannot be cut
 */
export function splitUpdate(doc: BoardDoc, update: Uint8Array): readonly Uint8Array[] {
  const { structs, ds } = Y.decodeUpdate(update);
  if (structs.some(({ id }) => id.client !== doc.clientID)) return [update];
  const parts = portions(wholes(doc, structs));
  if (parts.length < 2) return [update];
  const deletes = deletesOf(doc, ds, parts);
  return parts.map((part, index) => encode(part, deletes[index] ?? new Map()));
}

/** Structs that only make sense together: an entity with all that it was created with. */
function wholes(doc: BoardDoc, structs: readonly Struct[]): readonly (readonly Struct[])[] {
  const start = structs[0]?.id.clock ?? 0;
  const births = structs.map((struct) => birthOf(doc, struct, start));
  const ends = new Map(births.map((birth, index) => [birth, index]));
  const groups: Struct[][] = [];
  let end = -1;
  for (const [index, struct] of structs.entries()) {
    if (index > end) groups.push([]);
    groups.at(-1)?.push(struct);
    end = Math.max(end, ends.get(births[index] ?? -1) ?? index);
  }
  return groups;
}

/** Clock of the outermost thing, created since `start`, that a struct is or stands in. */
function birthOf(doc: BoardDoc, { id }: Struct, start: number): number {
  let birth = id.clock;
  for (let item = itemAt(doc, id); item; item = holderOf(item))
    if (item.id.client === id.client && item.id.clock >= start) birth = item.id.clock;
  // What was merged with its neighbour begins before it; it is created by itself all the same.
  return Math.min(birth, id.clock);
}

function itemAt(doc: BoardDoc, id: Y.ID): Y.Item | null {
  const struct: unknown = Y.getItem(doc.store, id);
  return struct instanceof Y.Item ? struct : null;
}

const holderOf = ({ parent }: Y.Item): Y.Item | null =>
  parent instanceof Y.AbstractType ? parent._item : null;

function portions(groups: readonly (readonly Struct[])[]): readonly (readonly Struct[])[] {
  const parts: Struct[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const group of groups) {
    const size = encode(group, new Map()).length;
    const part = parts.at(-1);
    if (part && bytes + size <= most.bytes && part.length + group.length <= most.structs) {
      part.push(...group);
      bytes += size;
    } else {
      parts.push([...group]);
      bytes = size;
    }
  }
  return parts;
}

/**
 * What is replaced goes with the first thing written in its place: a text is never longer in between
 * than it was or will be. What just goes away goes last.
 */
function deletesOf(
  doc: BoardDoc,
  ds: ReturnType<typeof Y.createDeleteSet>,
  parts: readonly (readonly Struct[])[],
): readonly Deletes[] {
  const start = parts[0]?.[0]?.id.clock ?? 0;
  const places = new Map<unknown, Map<string | null, number>>();
  for (const [index, part] of parts.entries())
    for (const { id } of part) {
      const item = itemAt(doc, id);
      if (!item) continue;
      const keys = places.get(item.parent) ?? new Map<string | null, number>();
      places.set(item.parent, keys);
      if (!keys.has(item.parentSub)) keys.set(item.parentSub, index);
    }
  const last = parts.length - 1;
  const deletes: readonly Deletes[] = parts.map(() => new Map());
  for (const [client, ranges] of ds.clients)
    for (const { clock, len } of ranges)
      for (const [struct, range] of within(doc, client, { clock, length: len })) {
        const isOwn = client === doc.clientID && range.clock >= start;
        const part =
          struct instanceof Y.Item && !isOwn
            ? (places.get(struct.parent)?.get(struct.parentSub) ?? last)
            : last;
        const known = deletes[part]?.get(client);
        if (known) known.push(range);
        else deletes[part]?.set(client, [range]);
      }
  return deletes;
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

/** An update (V1) of structs that follow one another. */
function encode(structs: readonly Struct[], deletes: Deletes): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const { restEncoder } = encoder;
  const [first] = structs;
  encoding.writeVarUint(restEncoder, first ? 1 : 0);
  if (first) {
    encoding.writeVarUint(restEncoder, structs.length);
    encoder.writeClient(first.id.client);
    encoding.writeVarUint(restEncoder, first.id.clock);
    for (const struct of structs) struct.write(encoder, 0);
  }
  encoding.writeVarUint(restEncoder, deletes.size);
  for (const [client, ranges] of deletes) {
    encoder.resetDsCurVal();
    encoding.writeVarUint(restEncoder, client);
    encoding.writeVarUint(restEncoder, ranges.length);
    for (const { clock, length } of ranges) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(length);
    }
  }
  return encoder.toUint8Array();
}
