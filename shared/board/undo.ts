/**
 * Undo of one's own doing, one intention at a time, never a neighbour's (SPEC UN1). Yjs undoes
 * changes; adding an action is undone here by setting it aside, so that what others wrote in it
 * meanwhile is not destroyed. Both are steps of the manager's one stack.
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
  LOCAL_PUT_BACK,
  writePlain,
} from './doc.ts';
import { ENTITY_ROOTS, type EntityRoot } from './schema.ts';
import { leaveToOthers, type UndoStep } from './undo-own.ts';

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
/** Under this key a step names the actions it added. */
const ADDED = 'added';

export function createUndoHistory(doc: BoardDoc): UndoHistory {
  const roots = (Object.keys(ENTITY_ROOTS) as EntityRoot[]).map((root) => entitiesOf(doc, root));
  const manager = new Y.UndoManager([infoMap(doc), ...roots], {
    doc,
    trackedOrigins: new Set([LOCAL, LOCAL_ADD, LOCAL_PUT_BACK]),
    captureTimeout: typingPauseMs,
    captureTransaction: ({ origin }) => {
      if (origin !== LOCAL) manager.stopCapturing(); // typing just before is another step
      return true;
    },
    // Yjs takes what was set again by an undo for one's own; `leaveToOthers` decides instead.
    ignoreRemoteMapChanges: true,
  });
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) listener();
  };

  manager.on('stack-item-added', ({ stackItem, origin, changedParentTypes }) => {
    if (origin === LOCAL_ADD) {
      stackItem.meta.set(ADDED, addedActions(doc, changedParentTypes));
      stackItem.insertions = Y.createDeleteSet(); // nothing of it is ever taken away again
      manager.stopCapturing();
    }
    if (origin === LOCAL_PUT_BACK) {
      const added = addedActions(doc, changedParentTypes);
      stackItem.meta.set(ADDED, added);
      stackItem.insertions = without(stackItem.insertions, structsOf(doc, added));
      manager.stopCapturing();
    }
    if (!manager.undoing && !manager.redoing) notify();
  });

  /**
   * Done as part of an undo, so that redo takes it back by itself.
   * @param isMore the step has more to undo than these additions
   */
  const setAside = (ids: readonly ActionId[], isMore: boolean): boolean => {
    const depth = manager.redoStack.length;
    manager.undoing = true;
    doc.transact(() => {
      for (const id of ids) {
        const action = entityMap(doc, 'actions', id);
        if (action) writePlain(action, { discarded: true });
      }
      if (isMore) manager.undo();
      manager.undoing = true; // the manager's own undo ends before this transaction does
    }, manager);
    manager.undoing = false;
    return manager.redoStack.length > depth;
  };
  const undoTop = (step: UndoStep): boolean => {
    const added: unknown = step.meta.get(ADDED);
    if (!Array.isArray(added)) return manager.undo() !== null;
    const isMore = step.insertions.clients.size + step.deletions.clients.size > 0;
    if (!isMore) manager.undoStack.pop();
    return setAside(added, isMore);
  };
  /** Steps that others have overwritten since are passed over. */
  const take = (direction: 'undo' | 'redo'): boolean => {
    const stack = direction === 'undo' ? manager.undoStack : manager.redoStack;
    let done = false;
    for (let step = stack.at(-1); step && !done; step = stack.at(-1)) {
      leaveToOthers(doc, step, [...manager.undoStack, ...manager.redoStack]);
      // The manager would go on to the next step by itself, unchecked.
      const older = stack.splice(0, stack.length - 1);
      done = direction === 'undo' ? undoTop(step) : manager.redo() !== null;
      stack.unshift(...older);
    }
    manager.stopCapturing();
    notify();
    return done;
  };

  return {
    undo: () => take('undo'),
    redo: () => take('redo'),
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
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
      manager.destroy();
      listeners.clear();
    },
  };
}

function addedActions(
  doc: BoardDoc,
  changed: ReadonlyMap<unknown, readonly Y.YEvent<Y.AbstractType<unknown>>[]>,
): readonly ActionId[] {
  const root: unknown = entitiesOf(doc, 'actions');
  return (changed.get(root) ?? []).flatMap((event) =>
    event.target === root ? [...event.changes.keys.keys()].map((id) => id as ActionId) : [],
  );
}

/** The structs of whole actions, as they came to be: of one client, one after the other. */
function structsOf(doc: BoardDoc, ids: readonly ActionId[]): readonly Y.Item[] {
  const within = (item: Y.Item): readonly Y.Item[] => {
    const type = item.content instanceof Y.ContentType ? item.content.type : undefined;
    const inner = [...(type?._map.values() ?? [])];
    for (let run = type?._start ?? null; run; run = run.right) inner.push(run);
    return [item, ...inner.flatMap(within)];
  };
  return ids.flatMap((id) => {
    const item = entitiesOf(doc, 'actions')._map.get(id);
    return item ? within(item) : [];
  });
}

/** A set of structs but for some of them. */
function without(set: UndoStep['insertions'], structs: readonly Y.Item[]): UndoStep['insertions'] {
  const rest = Y.createDeleteSet();
  for (const [client, ranges] of set.clients) {
    const out = structs
      .filter(({ id }) => id.client === client)
      .sort((a, b) => a.id.clock - b.id.clock);
    const left: { clock: number; len: number }[] = [];
    for (const { clock, len } of ranges) {
      let from = clock;
      const keepTo = (to: number) => {
        if (to > from) left.push({ clock: from, len: to - from });
      };
      for (const { id, length } of out) {
        if (id.clock + length <= from || id.clock >= clock + len) continue;
        keepTo(id.clock);
        from = id.clock + length;
      }
      keepTo(clock + len);
    }
    if (left.length > 0) rest.clients.set(client, left);
  }
  return rest;
}
