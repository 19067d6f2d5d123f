/**
 * What is to be sent as bodies no longer than a network takes: whole packets as long as they fit, and
 * a frame too long for one in pieces. A payload is packets between separators; a frame is `b` and
 * base64, a text is `4` and itself (engine.io, protocol 4).
 */
import { pieceText } from '../../../shared/protocol/polling.ts';

const SEPARATOR = '\x1e';
/** Four characters of base64 are three bytes: cut between, each piece can be read by itself. */
const quantum = 4;

/**
 * @param payload not empty
 * @param most characters of the body, where the packets allow it
 * @returns the first body, and what is left to be sent
 */
export function cutBody(payload: string, most: number): readonly [body: string, rest: string] {
  if (payload.length <= most) return [payload, ''];
  // One character more: a separator just behind the last packet that fits.
  const end = payload.lastIndexOf(SEPARATOR, most);
  if (end > 0) return [payload.slice(0, end), payload.slice(end + 1)];
  const next = payload.indexOf(SEPARATOR);
  const packet = next < 0 ? payload : payload.slice(0, next);
  const begun = Math.floor((most - pieceText('4').length) / quantum) * quantum;
  if (packet.startsWith('b') && begun > 0)
    return [`4${pieceText(payload.slice(1, 1 + begun))}`, `b${payload.slice(1 + begun)}`];
  return next < 0 ? [payload, ''] : [packet, payload.slice(next + 1)];
}
