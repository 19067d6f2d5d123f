/** The copy of a workshop that this device forgets, which no page of it need have open. */
import { beginCopyAfter, type CopyOwner, copyName } from '../copy-name.ts';
import { type KeptDevice, keptDevice } from './kept-device.ts';
import type { ToKeep } from './kept-work.ts';
import { retireCopy } from './retire.ts';

/**
 * Keeps what the board has not taken of the copy, then deletes it.
 * @param others what else is to be kept of this person
 * @returns whether all of it is stored on this device by now
 */
export function forgetCopy(
  owner: CopyOwner,
  workshop: string,
  others: readonly ToKeep[],
  device: KeptDevice = keptDevice(),
): Promise<boolean> {
  const name = copyName(owner);
  beginCopyAfter(owner, name);
  const letGo = { why: 'forgotten', leads: false } as const;
  return retireCopy({ owner, name, letGo, at: Date.now(), others, workshop }, device);
}
