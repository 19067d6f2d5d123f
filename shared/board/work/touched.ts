/** Which places of the board a transaction touched: what the page holds until it is acknowledged. */
import * as Y from 'yjs';
import type { BoardDoc } from '../doc.ts';
import { applyChange, changeBetween, rebase } from '../text-change.ts';
import { type Path, pathIn, pathOf } from './path.ts';

/** A place that was touched here and is not acknowledged. */
export interface Touched {
  readonly path: Path;
  /** For a text: what others know of it, without what was written here. */
  readonly base?: string;
}

/** A text counts as one place; in everything else, each key that was set or removed. */
export function touchedIn(doc: BoardDoc, transaction: Y.Transaction): readonly Touched[] {
  const touched: Touched[] = [];
  for (const [type, keys] of transaction.changed) {
    const path = pathOf(doc, type);
    if (!path) continue;
    if (type instanceof Y.Text) touched.push({ path, base: textBefore(type, transaction) });
    else for (const key of keys) if (key !== null) touched.push({ path: pathIn(path, key) });
  }
  return touched;
}

/** A text as it was before a transaction; to be asked before what it deleted is collected. */
function textBefore(text: Y.Text, transaction: Y.Transaction): string {
  let before = '';
  for (let item = text._start; item; item = item.right) {
    const { content, id } = item;
    const isNew = id.clock >= (transaction.beforeState.get(id.client) ?? 0);
    const was = !isNew && (!item.deleted || Y.isDeleted(transaction.deleteSet, id));
    if (was && content instanceof Y.ContentString) before += content.str;
  }
  return before;
}

/** What others know of a text, once they have changed it from `before` to `after` as it stands here. */
export function baseAfter(base: string, before: string, after: string): string {
  const theirs = changeBetween(before, after);
  const notMine = changeBetween(before, base);
  if (!theirs) return base;
  return notMine ? rebase(theirs, [notMine]).reduce(applyChange, base) : after;
}
