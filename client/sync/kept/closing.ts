/** Where this page is the only one to hold something, closing it asks. */
import type { Peer } from '../peer.ts';
import type { Held } from './held-work.ts';
import type { KeptDevice } from './kept-device.ts';

/**
 * @param held the peer of the moment
 * @returns how to stop
 */
export function askBeforeClosing(
  held: () => Pick<Held, 'journal'> & Pick<Peer, 'isCopied'>,
  device: Pick<KeptDevice, 'isLasting'>,
): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    const { journal, isCopied } = held();
    const isOnlyHere = !isCopied() && journal.places().length > 0;
    if (isOnlyHere || !device.isLasting()) event.preventDefault();
  };
  if (typeof window === 'undefined') return () => {};
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}
