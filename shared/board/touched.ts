/** Which actions a transaction touched: what the client marks as not saved yet. */
import type * as Y from 'yjs';
import type { ActionId } from '../ids.ts';
import { type BoardDoc, entitiesOf } from './doc.ts';

/** Ids of the actions whose fields, texts or sets a transaction changed. */
export function touchedActions(doc: BoardDoc, transaction: Y.Transaction): ReadonlySet<ActionId> {
  const root: unknown = entitiesOf(doc, 'actions');
  const touched = new Set<ActionId>();
  for (const [type, keys] of transaction.changed) {
    if ((type as unknown) === root) for (const key of keys) touched.add(key as ActionId);
    for (let item = type._item; item; item = parentItem(item))
      if ((item.parent as unknown) === root && item.parentSub !== null)
        touched.add(item.parentSub as ActionId);
  }
  return touched;
}

const parentItem = (item: Y.Item): Y.Item | null =>
  item.parent !== null && '_item' in item.parent ? item.parent._item : null;
