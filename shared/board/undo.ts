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
  /**
   * Commands that follow one another, with time between them, as one step: for as long as nobody
   * does anything else in between, which is then another step.
   */
  readonly inParts: () => UndoHistory['asOneStep'];
  readonly subscribe: (listener: () => void) => () => void;
  readonly destroy: () => void;
}

/** Typing pauses longer than this begin a new step. */
const typingPauseMs = 500;
/** Under this key a step names the actions it added. */
const ADDED = 'added';

export function createUndoHistory(doc: BoardDoc): UndoHistory {
  const manager = createManager(doc);
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) listener();
  };
  const take = (direction: Direction): boolean => {
    const done = takeStep(doc, manager, direction);
    manager.stopCapturing();
    notify();
    return done;
  };
  manager.on('stack-item-added', ({ stackItem, origin, changedParentTypes }) => {
    if (origin === LOCAL_ADD) {
      stackItem.meta.set(ADDED, addedActions(doc, changedParentTypes));
      stackItem.insertions = Y.createDeleteSet(); // nothing of it is ever taken away again
      manager.stopCapturing();
    }
    if (!manager.undoing && !manager.redoing) notify();
  });

  return {
    undo: () => take('undo'),
    redo: () => take('redo'),
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    asOneStep: (command) => runAsOneStep(manager, command, undefined),
    inParts: () => {
      let own: UndoStep | undefined;
      return (command) => {
        const value = runAsOneStep(manager, command, own);
        own = manager.undoStack.at(-1);
        return value;
      };
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

/** @param former the step that it goes on with, if that is still the last one */
function runAsOneStep<Value>(
  manager: Y.UndoManager,
  command: () => Value,
  former: UndoStep | undefined,
): Value {
  manager.stopCapturing();
  const isGoingOn = former !== undefined && manager.undoStack.at(-1) === former;
  const from = manager.undoStack.length - (isGoingOn ? 1 : 0);
  const value = command();
  manager.stopCapturing();
  joinSteps(manager.undoStack, from);
  return value;
}

type Direction = 'undo' | 'redo';

function createManager(doc: BoardDoc): Y.UndoManager {
  const roots = (Object.keys(ENTITY_ROOTS) as EntityRoot[]).map((root) => entitiesOf(doc, root));
  const manager = new Y.UndoManager([infoMap(doc), ...roots], {
    doc,
    trackedOrigins: new Set([LOCAL, LOCAL_ADD]),
    captureTimeout: typingPauseMs,
    captureTransaction: ({ origin }) => {
      if (origin === LOCAL_ADD) manager.stopCapturing(); // typing just before is another step
      return true;
    },
    // Yjs takes what was set again by an undo for one's own; `leaveToOthers` decides instead.
    ignoreRemoteMapChanges: true,
  });
  return manager;
}

/**
 * Steps that others have overwritten since are passed over.
 * @returns whether one was taken
 */
function takeStep(doc: BoardDoc, manager: Y.UndoManager, direction: Direction): boolean {
  const stack = direction === 'undo' ? manager.undoStack : manager.redoStack;
  let done = false;
  for (let step = stack.at(-1); step && !done; step = stack.at(-1)) {
    leaveToOthers(doc, step, [...manager.undoStack, ...manager.redoStack]);
    // The manager would go on to the next step by itself, unchecked.
    const older = stack.splice(0, stack.length - 1);
    done = direction === 'undo' ? undoTop(doc, manager, step) : manager.redo() !== null;
    stack.unshift(...older);
  }
  return done;
}

/** A command that adds and changes is one step all the same, with the actions it added by name. */
function joinSteps(stack: UndoStep[], from: number): void {
  const [first, ...others] = stack.slice(from);
  if (!first || others.length === 0) return;
  for (const step of others) {
    first.insertions = Y.mergeDeleteSets([first.insertions, step.insertions]);
    first.deletions = Y.mergeDeleteSets([first.deletions, step.deletions]);
    first.meta.set(ADDED, [...addedBy(first), ...addedBy(step)]);
  }
  stack.length = from + 1;
}

const addedBy = ({ meta }: UndoStep): readonly ActionId[] => {
  const added: unknown = meta.get(ADDED);
  return Array.isArray(added) ? added : [];
};

function undoTop(doc: BoardDoc, manager: Y.UndoManager, step: UndoStep): boolean {
  const added = addedBy(step);
  if (added.length === 0) return manager.undo() !== null;
  const isMore = step.insertions.clients.size + step.deletions.clients.size > 0;
  if (!isMore) manager.undoStack.pop();
  return setAside(doc, manager, added, isMore);
}

/**
 * Done as part of an undo, so that redo takes it back by itself.
 * @param isMore the step has other changes too, which the manager undoes in the same transaction
 */
function setAside(
  doc: BoardDoc,
  manager: Y.UndoManager,
  ids: readonly ActionId[],
  isMore: boolean,
): boolean {
  const depth = manager.redoStack.length;
  manager.undoing = true;
  doc.transact(() => {
    for (const id of ids) {
      const action = entityMap(doc, 'actions', id);
      if (action) writePlain(action, { discarded: true });
    }
    if (isMore) manager.undo();
    manager.undoing = true; // it ended its own part; this transaction is still to be noted
  }, manager);
  manager.undoing = false;
  return manager.redoStack.length > depth;
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
