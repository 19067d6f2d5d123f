/**
 * Frames with what a board holds, made once, sent to many; and how those that are large for a slow
 * line are made small for the pages that can read them so.
 */
import { deflateSync } from 'node:zlib';
import * as encoding from 'lib0/encoding';
import { MESSAGE, SYNC } from '../shared/protocol/messages.ts';

export const syncFrame = (subType: keyof typeof SYNC, payload: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, SYNC[subType]);
    encoding.writeVarUint8Array(encoder, payload);
  });

/** A smaller one takes one packet of the network as it is. */
const worthwhileBytes = 1_024;
/** @returns the same frame, deflated where that is worth it */
export function deflated(frame: Uint8Array): Uint8Array {
  if (frame.length < worthwhileBytes) return frame;
  return Buffer.concat([Buffer.of(MESSAGE.deflated), deflateSync(frame)]);
}
