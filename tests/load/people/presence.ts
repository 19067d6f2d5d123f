/** What a page says of its own cursor, as `client/sync` writes it, with the moment it was said. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

export interface PresenceNews {
  readonly client: number;
  /** `performance.now()` of the generator; undefined for one who left. */
  readonly at: number | undefined;
}

/** @param clock of this page's presence, one higher each time */
export const presencePayload = (client: number, clock: number, state: object): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, JSON.stringify(state));
  });

/** A caret in a description, as long as those of real pages. */
export const caret = (client: number, clock: number) => ({
  actionId: 'p1-01',
  field: 'description',
  anchor: { type: null, tname: null, item: { client, clock }, assoc: -1 },
  head: { type: null, tname: null, item: { client, clock }, assoc: -1 },
  at: performance.now(),
});

export function readPresenceNews(payload: Uint8Array): PresenceNews[] {
  const decoder = decoding.createDecoder(payload);
  const news: PresenceNews[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const client = decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
    const state = JSON.parse(decoding.readVarString(decoder)) as { at?: number } | null;
    news.push({ client, at: state?.at });
  }
  return news;
}
