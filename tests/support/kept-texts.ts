/** What others write in a text meanwhile. */
import type { BoardDoc } from '../../shared/board/doc.ts';
import { openText } from '../../shared/board/text-handle.ts';
import type { ActionId } from '../../shared/ids.ts';
import { ok } from '../../shared/result.ts';

/** Writes the description of an action, as a command. */
export function appendText(doc: BoardDoc, id: ActionId, inserted: string) {
  openText(doc, id, 'description')?.replace({ index: 0, removed: 0, inserted });
  return ok(undefined);
}
