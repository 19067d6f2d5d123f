/**
 * What in a step of undo is still one's own. A field somebody else has written or emptied since is
 * theirs: undoing the older value must not bring it back over theirs (SPEC UN1).
 */
import * as Y from 'yjs';
import type { BoardDoc } from './doc.ts';

/** A step as `Y.UndoManager` keeps it: what it wrote, and what it deleted or overwrote. */
export type UndoStep = Y.UndoManager['undoStack'][number];

/**
 * Takes out of a step the values that may not be brought back.
 * @param steps every step to undo and to redo: what they deleted was deleted by this person
 */
export function leaveToOthers(doc: BoardDoc, step: UndoStep, steps: readonly UndoStep[]): void {
  const written = new Set<string>();
  const kept = Y.createDeleteSet();
  const isOwn = (struct: Y.Item | Y.GC): boolean => {
    const now = struct instanceof Y.Item ? valueNow(doc, step, struct) : undefined;
    if (now === undefined) return true;
    return now.deleted
      ? steps.some(({ deletions }) => Y.isDeleted(deletions, now.id))
      : written.has(nameOf(now));
  };
  doc.transact((transaction) => {
    Y.iterateDeletedStructs(transaction, step.insertions, (struct) => {
      if (struct instanceof Y.Item) written.add(nameOf(latest(doc, struct)));
    });
    Y.iterateDeletedStructs(transaction, step.deletions, (struct) => {
      if (isOwn(struct)) keep(kept, struct);
    });
  });
  step.deletions = kept;
}

/**
 * What now stands, deleted or not, where a value of a field stood. Undefined for text, and for what
 * went with its whole entity in this step: it comes back as it was.
 */
function valueNow(
  doc: BoardDoc,
  step: UndoStep,
  { parent, parentSub }: Y.Item,
): Y.Item | undefined {
  if (parentSub === null || !(parent instanceof Y.AbstractType)) return undefined;
  if (parent._item && Y.isDeleted(step.deletions, parent._item.id)) return undefined;
  const owner = parent._item && latest(doc, parent._item);
  const type = owner?.content instanceof Y.ContentType ? owner.content.type : parent;
  return type._map.get(parentSub);
}

/** An undo does not revive what was deleted: it writes it again. */
function latest(doc: BoardDoc, item: Y.Item): Y.Item {
  let now = item;
  while (now.redone !== null) {
    const next: unknown = Y.getItem(doc.store, now.redone);
    if (!(next instanceof Y.Item)) return now;
    now = next;
  }
  return now;
}

function keep(kept: UndoStep['deletions'], { id, length }: Y.Item | Y.GC): void {
  const ranges = kept.clients.get(id.client) ?? [];
  ranges.push({ clock: id.clock, len: length });
  kept.clients.set(id.client, ranges);
}

const nameOf = ({ id }: Y.Item): string => `${id.client}:${id.clock}`;
