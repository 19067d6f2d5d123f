import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPageIds } from '../../../server/rooms/session/page-ids.ts';
import { createPresence } from '../../../server/rooms/session/presence.ts';
import type { PersonId } from '../../../shared/ids.ts';

type Entry = readonly [client: number, clock: number, state: string];
const ana = { person: { id: 'ana' as PersonId } };
const ben = { person: { id: 'ben' as PersonId } };

const payloadOf = (...entries: readonly Entry[]): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const [client, clock, state] of entries) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, state);
    }
  });
function entriesOf(frame: Uint8Array | undefined): readonly Entry[] {
  if (!frame) return [];
  const outer = decoding.createDecoder(frame);
  expect(decoding.readVarUint(outer)).toBe(1);
  const decoder = decoding.createDecoder(decoding.readVarUint8Array(outer));
  return Array.from({ length: decoding.readVarUint(decoder) }, () => [
    decoding.readVarUint(decoder),
    decoding.readVarUint(decoder),
    decoding.readVarString(decoder),
  ]);
}
function opened({ people = 2, taken = new Map<number, string>() } = {}) {
  const frames: (readonly Entry[])[] = [];
  const counts = { clients: 0 };
  const pages = createPageIds<typeof ana>(({ id }, client) => {
    const owner = taken.get(client) ?? id;
    taken.set(client, owner);
    return owner === id;
  });
  const presence = createPresence<typeof ana>({
    pages,
    maxBytes: 50,
    intervalMs: 50,
    people: () => people,
    broadcast: (frame) => frames.push(entriesOf(frame)),
    onClients: () => counts.clients++,
  });
  return { presence, pages, frames, counts };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('[RO22] what changed within a moment is one frame, each page’s latest state in it', () => {
  const { presence, frames } = opened();
  presence.take(ana, payloadOf([1, 1, '{"a":1}']));
  presence.take(ben, payloadOf([2, 1, '{}']));
  presence.take(ana, payloadOf([1, 2, '{"a":2}']));
  vi.advanceTimersByTime(49);
  expect(frames).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(frames).toEqual([
    [
      [1, 2, '{"a":2}'],
      [2, 1, '{}'],
    ],
  ]);
  vi.advanceTimersByTime(1_000);
  expect(frames).toHaveLength(1);
});

test('[RO22] in a room of more than a hundred a frame leaves half as often', () => {
  const { presence, frames } = opened({ people: 101 });
  presence.take(ana, payloadOf([1, 1, '{}']));
  vi.advanceTimersByTime(99);
  expect(frames).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(frames).toHaveLength(1);
});

test('[RO23] a page speaks for its own client id alone, the first it named', () => {
  const { presence, pages } = opened();
  presence.take(ana, payloadOf([1, 1, '{}'], [7, 1, '{}']));
  presence.take(ben, payloadOf([1, 9, '{"false":1}'], [2, 1, '{}']));
  presence.take(ben, payloadOf([1, 9, '{"false":1}'], [8, 1, '{}']));
  expect(entriesOf(presence.all())).toEqual([
    [1, 1, '{}'],
    [2, 1, '{}'],
  ]);
  expect([pages.clientOf(ana), pages.clientOf(ben), pages.holderOf(1)]).toEqual([1, 2, 'ana']);
});

test('[RO23] nor for an id somebody else has written under', () => {
  const { presence } = opened({ taken: new Map([[1, 'ben']]) });
  presence.take(ana, payloadOf([1, 1, '{}']));
  expect(presence.all()).toBeUndefined();
});

test('[RO23] the same person takes over an id whose old socket is still there', () => {
  const { presence } = opened();
  const again = { person: ana.person };
  presence.take(ana, payloadOf([1, 1, '{}']));
  presence.take(again, payloadOf([1, 2, '{"b":1}']));
  presence.leave(ana);
  expect(entriesOf(presence.all())).toEqual([[1, 2, '{"b":1}']]);
});

test('[RO24] a state that is too large or older is not taken, and what is no presence is told apart', () => {
  const { presence } = opened();
  presence.take(ana, payloadOf([1, 5, '{"a":1}']));
  expect(presence.take(ana, payloadOf([1, 6, JSON.stringify('x'.repeat(60))]))).toBe(true);
  expect(presence.take(ana, payloadOf([1, 4, '{}']))).toBe(true);
  expect(entriesOf(presence.all())).toEqual([[1, 5, '{"a":1}']]);
  expect(presence.take(ana, payloadOf([1, 7, 'no json']))).toBe(false);
  expect(presence.take(ana, new Uint8Array([9, 1]))).toBe(false);
});

test('[RO49] what is too large to be shown is not parsed, and of ten thousand no more is read', () => {
  const { presence } = opened();
  expect(presence.take(ana, payloadOf([1, 1, '['.repeat(60)]))).toBe(true);
  const others = Array.from({ length: 10_000 }, (): Entry => [0, 0, ''.padEnd(51)]);
  expect(presence.take(ana, payloadOf(...others, [1, 1, '{}']))).toBe(true);
  expect(presence.all()).toBeUndefined();
});

test('[RO24] whoever leaves is taken out for everybody, and counted out', () => {
  const { presence, frames, counts } = opened();
  presence.take(ana, payloadOf([1, 5, '{}']));
  vi.advanceTimersByTime(50);
  presence.leave(ana);
  vi.advanceTimersByTime(50);
  expect(frames.at(-1)).toEqual([[1, 5, 'null']]);
  expect(presence.all()).toBeUndefined();
  expect(counts.clients).toBe(2);
});
