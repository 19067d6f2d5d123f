/** A textarea bound to a real text of a real board, with somebody else writing in it. */
import { fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import * as Y from 'yjs';
import { bindText, type TextBinding } from '../../../client/state/text-binding.ts';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { type BoardDoc, createDoc } from '../../../shared/board/doc.ts';
import { openText, type TextHandle, type TextKey } from '../../../shared/board/text-handle.ts';
import { createUndoHistory, type UndoHistory } from '../../../shared/board/undo.ts';
import type { ActionId, PersonId } from '../../../shared/ids.ts';
import { unwrap } from '../../support/result.ts';

export let mine: BoardDoc;
export let theirs: BoardDoc;
let id: ActionId;
let history: UndoHistory;
export let field: HTMLTextAreaElement;
export let binding: TextBinding | undefined;
export const onRefused = vi.fn();
export const onCut = vi.fn();
export const onShown = vi.fn();

/** To be called once by each file: a new board and a new field for each of its tests. */
export function bindAnew(): void {
  beforeEach(() => {
    mine = createDoc();
    theirs = createDoc();
    mine.on('update', (update, origin) => {
      if (origin !== theirs) Y.applyUpdate(theirs, update, mine);
    });
    theirs.on('update', (update, origin) => {
      if (origin !== mine) Y.applyUpdate(mine, update, theirs);
    });
    const priorityId = unwrap(addFrameEntity(mine, 'priorities', { title: 'Eau' }));
    const author = { personId: 'claire' as PersonId, directionId: null, actorId: null };
    const place = { priorityId, before: null };
    id = unwrap(addAction(mine, { title: 'Titre', place, author }));
    history = createUndoHistory(mine);
    field = document.body.appendChild(document.createElement('textarea'));
    onRefused.mockClear();
    onCut.mockClear();
    onShown.mockClear();
  });
  afterEach(() => {
    binding?.close();
    binding = undefined;
    field.remove();
  });
}

export const textOf = (doc: BoardDoc, key: TextKey = 'description'): TextHandle => {
  const text = openText(doc, id, key);
  if (!text) throw new Error('no text');
  return text;
};
export const write = (doc: BoardDoc, index: number, inserted: string, removed = 0) =>
  textOf(doc).replace({ index, removed, inserted });

export const bind = (key: TextKey = 'description') => {
  binding = bindText({
    element: field,
    singleLine: key === 'title',
    undo: () => void history.undo(),
    redo: () => void history.redo(),
    onShown,
    onRefused,
    onCut,
  });
  binding.open(textOf(mine, key));
};

/** What a browser does when a key writes: the value changes, the caret follows, then it is told. */
export const type = (inserted: string, removedBefore = 0) => {
  const { selectionStart: start, selectionEnd: end } = field;
  field.setRangeText(inserted, Math.max(0, start - removedBefore), end, 'end');
  fireEvent.input(field);
};
