/** The retiring of a copy that no page has open: of a workshop that this device forgets. */
import { createDoc } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { workAt } from '../../../shared/board/work/collect.ts';
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import { copyName } from '../copy-name.ts';
import { unreadableIn } from '../copy-store.ts';
import { createJournal } from '../journal.ts';
import { openOfflineCopy } from '../offline.ts';
import { type KeptDevice, keptDevice } from './kept-device.ts';
import { adding } from './kept-list.ts';
import type { KeptReason, ToKeep } from './kept-work.ts';
import { whereOf } from './where.ts';

/**
 * Keeps what the board has not taken of the copy, then deletes it. One that cannot be opened stays.
 * @param others what else is to be kept of this person
 */
export async function retireCopy(
  owner: { readonly boardId: BoardId; readonly personId: PersonId },
  workshop: string,
  why: KeptReason,
  others: readonly ToKeep[],
  device: KeptDevice = keptDevice(),
): Promise<void> {
  const doc = createDoc();
  const copy = openOfflineCopy(copyName(owner), doc);
  const isRead = await copy.ready;
  const journal = createJournal(doc.clientID, () => {});
  journal.resume(copy.notes());
  const board = readBoard(doc);
  const works = workAt(doc, journal.places()).map((work) => ({ work, why }));
  const keeping = { ...owner, workshop: board.info.title ?? workshop, at: Date.now() };
  for (const [name, bytes] of unreadableIn(copy.notes()))
    await device.keepUnreadable(`${copyName(owner)} ${name}`, bytes, keeping.at);
  const receipt = await device.change((items) =>
    adding(items, [...works, ...others], keeping, (thing) => whereOf(board, thing)),
  );
  await copy.close();
  if (isRead) await copy.remove(receipt);
}
