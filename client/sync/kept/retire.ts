/**
 * The one way in which a document and its copy on this device are let go: what the board has not
 * taken of them is kept first. Without the receipt of that, no copy can be deleted.
 */

import type { Peer } from '../peer.ts';
import type { KeptReason } from './kept-work.ts';
import type { Receipt } from './receipt.ts';

/** @param now this browser's clock, milliseconds since 1970 */
export async function retire(
  peer: Peer,
  why: KeptReason,
  keepHeld: (peer: Peer, why: KeptReason, at: number) => Promise<Receipt>,
  now: () => number,
): Promise<void> {
  const at = now();
  const receipt = await keepHeld(peer, why, at);
  await peer.forget(receipt, why === 'other-epoch' ? 'another copy' : undefined);
  // Letters typed while the copy was going: they stand for what was kept of the same text.
  await keepHeld(peer, why, at);
}
