/** What an update brings, without a document: where the clock of each of its authors stands after it. */
import * as Y from 'yjs';

export type Ends = readonly (readonly [client: number, end: number])[];

/** The same bytes come once per receiver: what was read of them is kept for the next. */
const known = new Map<string, Ends>();
const keptUpdates = 2_000;
const keptBytes = 16_000;

export function endsOf(update: Uint8Array): Ends {
  if (update.length > keptBytes) return read(update);
  const bytes = Buffer.from(update.buffer, update.byteOffset, update.length).toString('latin1');
  const before = known.get(bytes);
  if (before) return before;
  if (known.size >= keptUpdates) known.clear();
  const ends = read(update);
  known.set(bytes, ends);
  return ends;
}

function read(update: Uint8Array): Ends {
  const ends = new Map<number, number>();
  for (const { id, length } of Y.decodeUpdate(update).structs) {
    const end = id.clock + length;
    if (end > (ends.get(id.client) ?? 0)) ends.set(id.client, end);
  }
  return [...ends];
}

/** Where each author's clock stands in a whole state. */
export const clocksOf = (state: Uint8Array): ReadonlyMap<number, number> => new Map(endsOf(state));
