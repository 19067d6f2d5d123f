/** How long others wait: whoever does something large or hostile is one board, they are another. */
import type { Guest } from '../people/guest.ts';

/** Settings of a server that lets a person send as fast as they can: to ask again and again, say. */
export const unhurried = { MESSAGES_PER_SECOND: '100000', MESSAGE_BURST: '100000' };

/**
 * Somebody in another, small board asks again and again what it holds.
 * @returns the longest answer took, milliseconds
 */
export async function longestWait({ ask }: Guest, watchedMs: number): Promise<number> {
  let longest = 0;
  for (const end = performance.now() + watchedMs; performance.now() < end; ) {
    const asked = performance.now();
    await ask();
    longest = Math.max(longest, performance.now() - asked);
  }
  return longest;
}
