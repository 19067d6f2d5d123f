/** A board without its past: what stands now, as if one hand had just written it. */
import * as Y from 'yjs';
import { type BoardDoc, createDoc, entitiesOf, infoMap } from './doc.ts';
import { ENTITY_ROOTS, type EntityRoot } from './schema.ts';

/**
 * A new document that reads as the given one does: the same ids, authors, texts, ranks and comments,
 * in one transaction under one client id. It shares nothing with the first: neither can be sent to
 * whoever has the other.
 */
export function rebuildDoc(doc: BoardDoc): BoardDoc {
  const rebuilt = createDoc();
  rebuilt.transact(() => {
    copyInto(infoMap(rebuilt), infoMap(doc));
    for (const root of Object.keys(ENTITY_ROOTS) as EntityRoot[])
      copyInto(entitiesOf(rebuilt, root), entitiesOf(doc, root));
  });
  return rebuilt;
}

function copyInto(target: Y.Map<unknown>, source: Y.Map<unknown>): void {
  for (const [key, value] of source.entries())
    target.set(key, value instanceof Y.AbstractType ? value.clone() : value);
}
