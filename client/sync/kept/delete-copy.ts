/** The deletion of a copy: in one place, for a receipt. */
import { deleteDB } from 'lib0/indexeddb';
import type { Receipt } from './receipt.ts';

/**
 * @param _receipt of what the board has not taken of it
 * @returns once it has gone; as late as a sleeping tab that has it open lets it, or never
 */
export async function deleteCopy(name: string, _receipt: Receipt): Promise<void> {
  await deleteDB(name).catch(() => {}); // found again at the next opening
}
