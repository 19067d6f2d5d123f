/** What of a document its person did and the board has not taken, by the reason why it is let go. */
import type { BoardDoc } from '../../../shared/board/doc.ts';
import { workAt, workBy } from '../../../shared/board/work/collect.ts';
import { type Work, workKey } from '../../../shared/board/work/work.ts';
import type { Journal } from '../journal.ts';
import type { LetGo } from '../let-go.ts';

/** A document, and what was written in it here. */
export interface Held {
  readonly doc: BoardDoc;
  readonly journal: Pick<Journal, 'places' | 'clients'>;
}

/** What is not acknowledged. */
export const unsavedWork = ({ doc, journal }: Held): readonly Work[] =>
  workAt(doc, journal.places());

/**
 * What is not acknowledged; of another epoch, all that was written here, and for who leads all there
 * is. Never less than the first: emptied fields leave no author, the journal has them.
 */
export function heldWork(held: Held, { why, leads }: LetGo): readonly Work[] {
  const { doc, journal } = held;
  const unsaved = unsavedWork(held);
  if (why !== 'other-epoch') return unsaved;
  const own = journal.clients();
  const known = workBy(doc, (client) => leads || own.has(client));
  const keys = new Set(unsaved.map(workKey));
  return unsaved.concat(known.filter((work) => !keys.has(workKey(work))));
}
