/**
 * Undo of one's own doing, one intention at a time, never a neighbour's (SPEC UN1). Yjs undoes
 * changes; adding an action is undone here by setting it aside, so that what others wrote in it
 * meanwhile is not destroyed. `steps` and `undone` keep the order between the two kinds.
 */
import * as Y from 'yjs';
import type { ActionId } from '../ids.ts';
import {
  type BoardDoc,
  entitiesOf,
  entityMap,
  infoMap,
  LOCAL,
  LOCAL_ADD,
  writePlain,
} from './doc.ts';
import { ENTITY_ROOTS, type EntityRoot } from './schema.ts';

export interface UndoHistory {
  /** Undoes the last step; false when there is none left. */
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  /** Runs a command as a step of its own, apart from the typing before and after it. */
  readonly asOneStep: <Value>(command: () => Value) => Value;
  readonly subscribe: (listener: () => void) => () => void;
  readonly destroy: () => void;
}

/** Typing pauses longer than this begin a new step. */
const typingPauseMs = 500;

type Step = { readonly kind: 'change' } | { readonly kind: 'addition'; readonly id: ActionId };
const CHANGE: Step = { kind: 'change' };

export function createUndoHistory(doc: BoardDoc): UndoHistory {
  const roots = (Object.keys(ENTITY_ROOTS) as EntityRoot[]).map((root) => entitiesOf(doc, root));
  const manager = new Y.UndoManager([infoMap(doc), ...roots], {
    doc,
    trackedOrigins: new Set([LOCAL]),
    captureTimeout: typingPauseMs,
  });
  const steps: Step[] = [];
  const undone: Step[] = [];
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) listener();
  };
  let stepping = false;

  const record = (step: Step) => {
    steps.push(step);
    undone.length = 0;
    notify();
  };
  manager.on('stack-item-added', (event: { readonly type: string }) => {
    if (!stepping && event.type === 'undo') record(CHANGE);
  });
  const onTransaction = (transaction: Y.Transaction) => {
    if (transaction.origin !== LOCAL_ADD) return;
    // A redo after a new deed would bring back a past that no longer fits.
    manager.clear(false, true);
    manager.stopCapturing();
    const changed: ReadonlyMap<unknown, ReadonlySet<string | null>> = transaction.changed;
    for (const id of changed.get(entitiesOf(doc, 'actions')) ?? [])
      record({ kind: 'addition', id: id as ActionId });
  };
  doc.on('afterTransaction', onTransaction);

  const setAside = (id: ActionId, discarded: true | undefined) => {
    const action = entityMap(doc, 'actions', id);
    if (action) doc.transact(() => writePlain(action, { discarded }));
    return action !== undefined;
  };
  /** Steps whose change others have overwritten are passed over, as Yjs does in its own stack. */
  const step = (from: Step[], to: Step[], direction: 'undo' | 'redo'): boolean => {
    stepping = true;
    const stack = direction === 'undo' ? manager.undoStack : manager.redoStack;
    let done = false;
    while (!done && from.length > 0) {
      const last = from.pop();
      if (last?.kind === 'addition') {
        done = setAside(last.id, direction === 'undo' ? true : undefined);
        if (done) to.push(last);
      } else {
        const before = stack.length;
        done = manager[direction]() !== null;
        for (let passed = before - stack.length - 1; passed > 0; passed--) dropLastChange(from);
        if (done) to.push(CHANGE);
      }
    }
    manager.stopCapturing();
    stepping = false;
    notify();
    return done;
  };

  return {
    undo: () => step(steps, undone, 'undo'),
    redo: () => step(undone, steps, 'redo'),
    canUndo: () => steps.length > 0,
    canRedo: () => undone.length > 0,
    asOneStep: (command) => {
      manager.stopCapturing();
      const value = command();
      manager.stopCapturing();
      return value;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy: () => {
      doc.off('afterTransaction', onTransaction);
      manager.destroy();
      listeners.clear();
    },
  };
}

function dropLastChange(steps: Step[]): void {
  const index = steps.findLastIndex((step) => step.kind === 'change');
  if (index >= 0) steps.splice(index, 1);
}
