/** Many actions set aside, or brought back, at once: written by the server for whoever leads. */
import type { ActionId } from '../../ids.ts';
import { type BoardDoc, entityMap, LOCAL, writePlain } from '../doc.ts';

/** Those that are not there, or are so already, stay as they are. */
export function setActionsAside(doc: BoardDoc, ids: readonly ActionId[], aside: boolean): void {
  doc.transact(() => {
    for (const id of ids) {
      const action = entityMap(doc, 'actions', id);
      if (action && (action.get('discarded') === true) !== aside)
        writePlain(action, { discarded: aside ? true : undefined });
    }
  }, LOCAL);
}
