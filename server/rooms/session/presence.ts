/**
 * Who points where: states that pages write for each other and the server passes on unread. One
 * entry per connection, the latest wins; everything that changed within a moment is one frame for
 * everybody. Who somebody is comes from the server alone, never from here.
 */
import * as decoding from 'lib0/decoding';
import type { PersonId } from '../../../shared/ids.ts';
import { type PresenceEntry, presenceFrame } from '../socket/frames.ts';

export interface PresenceParts {
  readonly maxBytes: number;
  /** Milliseconds between two frames to everybody; doubled in large rooms. */
  readonly intervalMs: number;
  readonly people: () => number;
  readonly broadcast: (frame: Uint8Array) => void;
  /** Whether the client id may be this person's. */
  readonly mayUse: (person: PersonId, client: number) => boolean;
  /** Somebody's client ids are others than before. */
  readonly onClients: () => void;
}
export interface Presence<Key extends { readonly person: { readonly id: PersonId } }> {
  /** Takes what a connection says of itself. @returns false when it is no presence at all */
  readonly take: (from: Key, payload: Uint8Array) => boolean;
  readonly leave: (key: Key) => void;
  /** Everybody's state now, as one frame; undefined when there is none. */
  readonly all: () => Uint8Array | undefined;
  /** Client id of a connection, once it has said it. */
  readonly clientOf: (key: Key) => number | undefined;
  /** Whose page has a client id now. */
  readonly holderOf: (client: number) => PersonId | undefined;
  readonly close: () => void;
}

const largeRoom = 100;
const GONE = 'null';

export function createPresence<Key extends { readonly person: { readonly id: PersonId } }>(
  parts: PresenceParts,
): Presence<Key> {
  const holders = new Map<number, Key>();
  const clients = new Map<Key, number>();
  const entries = new Map<number, PresenceEntry>();
  const changed = new Map<number, PresenceEntry>();
  let timer: NodeJS.Timeout | undefined;

  const change = (entry: PresenceEntry) => {
    if (entry.state === GONE) entries.delete(entry.client);
    else entries.set(entry.client, entry);
    changed.set(entry.client, entry);
    timer ??= setTimeout(flush, parts.intervalMs * (parts.people() > largeRoom ? 2 : 1));
  };
  const flush = () => {
    timer = undefined;
    const frame = presenceFrame([...changed.values()]);
    changed.clear();
    parts.broadcast(frame);
  };
  /** The first entry of a page is its own; it keeps that id for as long as it is connected. */
  const isOwn = (key: Key, client: number): boolean => {
    const held = clients.get(key);
    if (held !== undefined) return held === client;
    const holder = holders.get(client);
    // The same page may be back before its old socket is known to be dead.
    if (holder && holder.person.id !== key.person.id) return false;
    if (!parts.mayUse(key.person.id, client)) return false;
    if (holder) clients.delete(holder);
    holders.set(client, key);
    clients.set(key, client);
    parts.onClients();
    return true;
  };

  return {
    take: (from, payload) => {
      const read = readEntries(payload, parts.maxBytes);
      // Pages repeat to us what they hear of others: only what is their own counts.
      for (const entry of read ?? []) {
        const isNews = entry.clock >= (entries.get(entry.client)?.clock ?? 0);
        if (entry.state.length <= parts.maxBytes && isOwn(from, entry.client) && isNews)
          change(entry);
      }
      return read !== undefined;
    },
    leave: (key) => {
      const client = clients.get(key);
      clients.delete(key);
      if (client === undefined) return;
      holders.delete(client);
      const entry = entries.get(client);
      if (entry) change({ ...entry, state: GONE });
      parts.onClients();
    },
    all: () => (entries.size > 0 ? presenceFrame([...entries.values()]) : undefined),
    clientOf: (key) => clients.get(key),
    holderOf: (client) => holders.get(client)?.person.id,
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
