/**
 * Copies that were let go and are still there: the page was closed or the device failed before what
 * they hold was kept, a second tab wrote one again, or a sleeping one held it open.
 */
import { isId } from '../../../shared/ids.ts';
import { deviceTexts } from '../../browser/texts.ts';
import { COPY_KEYS, type CopyOwner, copyNameAt, copyNumber } from '../copy-name.ts';
import type { KeptDevice } from './kept-device.ts';
import { retireCopy } from './retire.ts';

/**
 * Keeps what they hold and deletes them, one after the other.
 * @param at this browser's clock, milliseconds since 1970
 * @param isInHand whether this page lets that one go itself, and knows more of it than is stored
 */
export async function retireLeftCopies(
  device: KeptDevice,
  at: number,
  isInHand: (name: string) => boolean,
): Promise<void> {
  const there = await namesHere();
  for (const owner of ownersHere())
    for (let number = 0; number < copyNumber(owner); number++) {
      const name = copyNameAt(owner, number);
      if (there.has(name) && !isInHand(name)) await retireCopy({ owner, name, at }, device);
    }
}

/** Names of databases; none where the browser does not tell: the copies wait for one that does. */
async function namesHere(): Promise<ReadonlySet<string>> {
  try {
    const there = await indexedDB.databases();
    return new Set(there.flatMap(({ name }) => name ?? []));
  } catch {
    return new Set();
  }
}

function ownersHere(): readonly CopyOwner[] {
  const keys = deviceTexts.names().filter((key) => key.startsWith(COPY_KEYS));
  return keys.flatMap((key) => {
    const [boardId, personId, ...rest] = key.slice(COPY_KEYS.length).split('.');
    const areIds = rest.length === 0 && isId(boardId) && isId(personId);
    return areIds ? [{ boardId, personId } as CopyOwner] : [];
  });
}
