/**
 * Who points where: states that pages write for each other and the server passes on unread. One
 * entry per connection, the latest wins; everything that changed within a moment is one frame for
 * everybody. Who somebody is comes from the server alone, never from here.
 */
import * as decoding from 'lib0/decoding';
import { type PresenceEntry, presenceFrame } from '../socket/frames.ts';
import type { Page, PageIds } from './page-ids.ts';

export interface PresenceDeps<Key extends Page> {
  readonly pages: Pick<PageIds<Key>, 'claim' | 'release'>;
  readonly maxBytes: number;
  /** Milliseconds between two frames to everybody; doubled in large rooms. */
  readonly intervalMs: number;
  readonly people: () => number;
  readonly broadcast: (frame: Uint8Array) => void;
  /** Somebody's client ids are others than before. */
  readonly onClients: () => void;
}

const largeRoom = 100;
const GONE = 'null';

export function createPresence<Key extends Page>(deps: PresenceDeps<Key>) {
  const { pages, maxBytes, intervalMs, people, broadcast, onClients } = deps;
  const entries = new Map<number, PresenceEntry>();
  const changed = new Map<number, PresenceEntry>();
  let timer: NodeJS.Timeout | undefined;

  const flush = () => {
    timer = undefined;
    const frame = presenceFrame([...changed.values()]);
    changed.clear();
    broadcast(frame);
  };
  const change = (entry: PresenceEntry) => {
    if (entry.state === GONE) entries.delete(entry.client);
    else entries.set(entry.client, entry);
    changed.set(entry.client, entry);
    timer ??= setTimeout(flush, intervalMs * (people() > largeRoom ? 2 : 1));
  };
  const isOwn = (from: Key, client: number): boolean => {
    const claim = pages.claim(from, client);
    if (claim === 'new') onClients();
    return claim !== 'not-its-own';
  };

  return {
    /** Takes what a connection says of itself. @returns false when it is no presence at all */
    take: (from: Key, payload: Uint8Array) => {
      const read = readEntries(payload, maxBytes);
      // Pages repeat to us what they hear of others: only what is their own counts.
      for (const entry of read ?? []) {
        const isNews = entry.clock >= (entries.get(entry.client)?.clock ?? 0);
        if (entry.state.length <= maxBytes && isOwn(from, entry.client) && isNews) change(entry);
      }
      return read !== undefined;
    },
    leave: (key: Key) => {
      const client = pages.release(key);
      if (client === undefined) return;
      const entry = entries.get(client);
      if (entry) change({ ...entry, state: GONE });
      onClients();
    },
    /** Everybody's state now, as one frame; undefined when there is none. */
    all: () => (entries.size > 0 ? presenceFrame([...entries.values()]) : undefined),
    close: () => clearTimeout(timer),
  };
}

/** More than a page hears of: what comes after so many is left unread. */
const maxEntries = 10_000;

/**
 * Undefined when the bytes are no presence, or hold what would throw in somebody's page. What is too
 * large to be passed on is not read as JSON.
 */
function readEntries(payload: Uint8Array, maxBytes: number): PresenceEntry[] | undefined {
  try {
    const decoder = decoding.createDecoder(payload);
    const entries: PresenceEntry[] = [];
    for (let left = Math.min(decoding.readVarUint(decoder), maxEntries); left > 0; left--) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const state = decoding.readVarString(decoder);
      if (state.length <= maxBytes) JSON.parse(state);
      entries.push({ client, clock, state });
    }
    return entries;
  } catch {
    return undefined;
  }
}
