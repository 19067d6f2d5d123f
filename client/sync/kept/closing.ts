/** Where this page is the only one to hold something, closing it asks. */
import type { BoardStores } from '../board-stores.ts';
import type { KeptDevice } from './kept-device.ts';

/** @returns how to stop */
export function askBeforeClosing(
  { connection, unsaved }: BoardStores,
  device: KeptDevice,
): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    const now = connection.getState();
    const isOnlyHere = now.state === 'offline' && !now.kept && unsaved.getState().size > 0;
    if (isOnlyHere || !device.isLasting()) event.preventDefault();
  };
  if (typeof window === 'undefined') return () => {};
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}
