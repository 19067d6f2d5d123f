/** Which places of the board a transaction touched: what the client marks as not saved yet. */
import * as Y from 'yjs';
import type { BoardDoc } from '../doc.ts';
import { type Path, pathOf } from './path.ts';

/** A text counts as one place; in everything else, each key that was set or removed. */
export function touchedPaths(doc: BoardDoc, transaction: Y.Transaction): readonly Path[] {
  const paths: Path[] = [];
  for (const [type, keys] of transaction.changed) {
    const path = pathOf(doc, type);
    if (!path) continue;
    if (type instanceof Y.Text) paths.push(path);
    else for (const key of keys) if (key !== null) paths.push([...path, key]);
  }
  return paths;
}
