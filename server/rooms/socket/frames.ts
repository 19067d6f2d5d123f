/** The frames of presence that rooms send. Made once, sent to many. */
import * as encoding from 'lib0/encoding';
import { MESSAGE } from '../../../shared/protocol/messages.ts';

/** One state of presence, as y-protocols writes it. */
export interface PresenceEntry {
  readonly client: number;
  readonly clock: number;
  /** JSON, unread; `null` in JSON when its author has left. */
  readonly state: string;
}

export const presenceFrame = (entries: readonly PresenceEntry[]): Uint8Array => {
  const payload = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { client, clock, state } of entries) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, state);
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.presence);
    encoding.writeVarUint8Array(encoder, payload);
  });
};
