/** Frames that are large for a slow line, made small for the pages that can read them so. */
import { deflateSync } from 'node:zlib';
import { MESSAGE } from '../../../shared/protocol/messages.ts';

/** A smaller one takes one packet of the network as it is. */
const worthwhileBytes = 1_024;
/** @returns the same frame, deflated where that is worth it */
export function deflated(frame: Uint8Array): Uint8Array {
  if (frame.length < worthwhileBytes) return frame;
  return Buffer.concat([Buffer.of(MESSAGE.deflated), deflateSync(frame)]);
}
