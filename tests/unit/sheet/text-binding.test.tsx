/** A textarea bound to a real text of a real board, with somebody else writing in it. */
import { fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { bindText, type TextBinding } from '../../../client/state/text-binding.ts';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { type BoardDoc, createDoc } from '../../../shared/board/doc.ts';
import { openText, type TextHandle, type TextKey } from '../../../shared/board/text-handle.ts';
import { createUndoHistory, type UndoHistory } from '../../../shared/board/undo.ts';
import type { ActionId, PersonId } from '../../../shared/ids.ts';
import { unwrap } from '../../support/result.ts';

let mine: BoardDoc;
let theirs: BoardDoc;
let id: ActionId;
let history: UndoHistory;
let field: HTMLTextAreaElement;
let binding: TextBinding | undefined;
const onRefused = vi.fn();
const onCut = vi.fn();
const onShown = vi.fn();

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

const textOf = (doc: BoardDoc, key: TextKey = 'description'): TextHandle => {
  const text = openText(doc, id, key);
  if (!text) throw new Error('no text');
  return text;
};
const write = (doc: BoardDoc, index: number, inserted: string, removed = 0) =>
  textOf(doc).replace({ index, removed, inserted });

const bind = (key: TextKey = 'description') => {
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
const type = (inserted: string, removedBefore = 0) => {
  const { selectionStart: start, selectionEnd: end } = field;
  field.setRangeText(inserted, Math.max(0, start - removedBefore), end, 'end');
  fireEvent.input(field);
};

describe('typing', () => {
  test('[TX5] what is typed is in the text at once, and for others', () => {
    bind();
    field.focus();
    type('Bonjour');
    type(' !');
    expect(textOf(theirs).get()).toBe('Bonjour !');
  });

  test('[TX5] a correction of the browser in the middle is one change of that place', () => {
    write(mine, 0, 'un mott juste');
    bind();
    field.focus();
    field.setSelectionRange(3, 7);
    type('mot');
    expect(textOf(theirs).get()).toBe('un mot juste');
  });

  test('[TX6] a title stays one line: Entrée does nothing and pasted lines become spaces', () => {
    bind('title');
    field.focus();
    expect(fireEvent.keyDown(field, { key: 'Enter' })).toBe(false);
    const lineBreak = new InputEvent('beforeinput', {
      inputType: 'insertLineBreak',
      cancelable: true,
    });
    expect(field.dispatchEvent(lineBreak)).toBe(false);
    field.setSelectionRange(5, 5);
    type(' sur\r\ndeux\nlignes');
    expect(textOf(mine, 'title').get()).toBe('Titre sur deux lignes');
    expect(field.value).toBe('Titre sur deux lignes');
    expect(field.selectionStart).toBe(field.value.length);
  });

  test('[TX7] what does not fit is taken back and said, until there is room again', () => {
    textOf(mine, 'title').replace({ index: 5, removed: 0, inserted: 'x'.repeat(290) });
    bind('title');
    field.focus();
    field.setSelectionRange(5, 5);
    type(' bien trop long');
    expect(field.value).toBe(`Titre${'x'.repeat(290)}`);
    expect(field.selectionStart).toBe(5);
    expect(onRefused.mock.calls).toEqual([[true]]);
    type(' bien trop long');
    expect(onRefused.mock.calls).toEqual([[true]]);
    type('yes');
    expect(textOf(theirs, 'title').get()).toBe(`Titreyes${'x'.repeat(290)}`);
    type('!');
    expect(onRefused.mock.calls).toEqual([[true], [false]]);
  });

  test('[TX2] a character typed over another of the same block arrives whole', () => {
    write(mine, 0, 'a😀b');
    bind();
    field.focus();
    field.setSelectionRange(1, 3);
    type('😁');
    expect(textOf(theirs).get()).toBe('a😁b');
    type('', 2);
    expect(textOf(theirs).get()).toBe('ab');
  });

  test('[TX2] half a character that was pasted is shown as it is kept', () => {
    bind();
    field.focus();
    type('a\uD83Db');
    expect(textOf(theirs).get()).toBe('a\uFFFDb');
    expect(field.value).toBe('a\uFFFDb');
  });

  test('[TX8] opening a text a file brought with carriage returns writes nothing', () => {
    write(mine, 0, 'un\r\ndeux');
    const before = Y.encodeStateVector(mine);
    bind();
    fireEvent.input(field);
    expect(field.value).toBe('un\ndeux');
    expect(Y.encodeStateVector(mine)).toEqual(before);
  });
});

describe('others writing', () => {
  test.each<[string, number, string, number]>([
    ['before the caret', 0, '>> ', 7],
    ['at the caret', 4, ' ici', 4],
    ['after the caret', 8, ' fin', 4],
  ])('[TX3] the caret stays with its letters when somebody writes %s', (_, index, text, caret) => {
    write(mine, 0, 'un texte');
    bind();
    field.focus();
    field.setSelectionRange(4, 4);
    expect(onShown).toHaveBeenCalledTimes(1); // what it opened with
    write(theirs, index, text);
    expect(field.value).toBe(textOf(mine).get());
    expect(field.selectionStart).toBe(caret);
    expect(field.selectionEnd).toBe(caret);
    expect(document.activeElement).toBe(field);
    expect(onShown).toHaveBeenCalledTimes(2);
  });

  test('[TX3] a selection keeps its letters and its direction', () => {
    write(mine, 0, 'un texte court');
    bind();
    field.focus();
    field.setSelectionRange(3, 8, 'backward');
    write(theirs, 0, 'Voici ');
    write(theirs, 20, '.');
    const { selectionStart, selectionEnd, selectionDirection } = field;
    expect(field.value.slice(selectionStart, selectionEnd)).toBe('texte');
    expect(selectionDirection).toBe('backward');
  });

  test('[TX9] a field that is not focused is written in, and takes no focus', () => {
    bind();
    const elsewhere = document.body.appendChild(document.createElement('input'));
    elsewhere.focus();
    write(theirs, 0, 'Bonjour');
    expect(field.value).toBe('Bonjour');
    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });

  test('[TX10] two fields of one page on the same text show the same', () => {
    bind();
    const other = document.body.appendChild(document.createElement('textarea'));
    const second = bindText({
      element: other,
      singleLine: false,
      undo: () => undefined,
      redo: () => undefined,
      onShown,
      onRefused,
    });
    second.open(textOf(mine));
    field.focus();
    type('ici');
    expect(other.value).toBe('ici');
    second.close();
    other.remove();
  });
});

describe('composing', () => {
  const compose = (text: string) => {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    fireEvent.input(field);
  };

  test('[TX11] others’ changes wait for the letter being composed, and both are kept', () => {
    write(mine, 0, '#cole');
    bind();
    field.focus();
    field.setSelectionRange(1, 1);
    fireEvent.compositionStart(field);
    compose('´');
    write(theirs, 0, 'Voici ');
    write(theirs, 11, ' ici');
    expect(field.value).toBe('#´cole');
    field.setSelectionRange(1, 2);
    compose('é');
    fireEvent.compositionEnd(field);
    expect(field.value).toBe('Voici #école ici');
    expect(textOf(theirs).get()).toBe('Voici #école ici');
    expect(field.selectionStart).toBe(8);
    expect(field.selectionEnd).toBe(8);
  });

  test('[TX11] composing over words somebody writes amid keeps theirs', () => {
    write(mine, 0, 'un mot faux ici');
    bind();
    field.focus();
    field.setSelectionRange(3, 11);
    fireEvent.compositionStart(field);
    compose('ê');
    write(theirs, 6, '(!)');
    fireEvent.compositionEnd(field);
    expect(textOf(mine).get()).toBe('un ê(!) ici');
    expect(field.value).toBe('un ê(!) ici');
    expect(field.selectionStart).toBe(4);
  });

  test('[TX11] a composition given up changes nothing and lets the others’ changes in', () => {
    write(mine, 0, 'abc');
    bind();
    field.focus();
    field.setSelectionRange(3, 3);
    fireEvent.compositionStart(field);
    write(theirs, 0, 'x');
    expect(field.value).toBe('abc');
    fireEvent.compositionEnd(field);
    expect(field.value).toBe('xabc');
    expect(field.selectionStart).toBe(4);
  });

  test('[TX11] composing over a letter that somebody takes away leaves what is composed', () => {
    write(mine, 0, 'ab');
    bind();
    field.focus();
    field.setSelectionRange(1, 2);
    fireEvent.compositionStart(field);
    compose('é');
    write(theirs, 1, '', 1);
    fireEvent.compositionEnd(field);
    expect(field.value).toBe('aé');
    expect(textOf(theirs).get()).toBe('aé');
    expect(field.selectionStart).toBe(2);
  });

  test('[TX12] while composing, Ctrl+Z is left to the keyboard', () => {
    bind();
    field.focus();
    type('avant');
    fireEvent.compositionStart(field);
    const key = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, isComposing: true });
    field.dispatchEvent(key);
    expect(textOf(mine).get()).toBe('avant');
    const inputType = 'historyUndo';
    field.dispatchEvent(new InputEvent('beforeinput', { inputType, cancelable: true }));
    expect(textOf(mine).get()).toBe('avant');
  });
});

describe('undoing', () => {
  test.each<[string, KeyboardEventInit, KeyboardEventInit]>([
    ['Ctrl+Z, Ctrl+Y', { key: 'z', ctrlKey: true }, { key: 'y', ctrlKey: true }],
    ['⌘Z, ⌘Maj+Z', { key: 'z', metaKey: true }, { key: 'Z', metaKey: true, shiftKey: true }],
  ])('[TX12] %s undo and redo one’s own typing, never a neighbour’s', (_, undo, redo) => {
    bind();
    field.focus();
    type('mien');
    write(theirs, 0, 'sien ');
    expect(fireEvent.keyDown(field, undo)).toBe(false);
    expect(field.value).toBe('sien ');
    expect(textOf(theirs).get()).toBe('sien ');
    fireEvent.keyDown(field, redo);
    expect(field.value).toBe('sien mien');
    expect(field.selectionStart).toBe(9);
  });

  test('[TX12] the browser’s own undo, from its menu, is the board’s', () => {
    bind();
    field.focus();
    type('mien');
    const inputType = 'historyUndo';
    const event = new InputEvent('beforeinput', { inputType, cancelable: true });
    expect(field.dispatchEvent(event)).toBe(false);
    expect(field.value).toBe('');
  });
});

describe('another life of the document', () => {
  test('[TX13] what is on the screen stays until the text is back, and what was typed is written', () => {
    write(mine, 0, 'ancien');
    bind();
    field.focus();
    binding?.open(undefined);
    expect(field.value).toBe('ancien');
    field.setSelectionRange(6, 6);
    type(' plus');
    expect(textOf(mine).get()).toBe('ancien');
    write(mine, 0, 'très ');
    binding?.open(textOf(mine));
    expect(field.value).toBe('très ancien plus');
    expect(textOf(theirs).get()).toBe('très ancien plus');
    expect(field.selectionStart).toBe(16);
    expect(document.activeElement).toBe(field);
  });

  test('[TX13] a closed field writes nothing any more', () => {
    bind();
    binding?.close();
    field.value = 'perdu';
    fireEvent.input(field);
    write(theirs, 0, 'x');
    expect(textOf(mine).get()).toBe('x');
    expect(field.value).toBe('perdu');
  });
});

describe('a field that becomes read-only', () => {
  const lock = async () => {
    field.readOnly = true;
    await Promise.resolve(); // its observers are told in the same task
  };

  test('[HD8] in the middle of a composition it shows the text, and gives back what was composed', async () => {
    bind();
    field.focus();
    type('Form');
    fireEvent.compositionStart(field);
    type('^');
    write(theirs, 0, '1. ');
    onShown.mockClear();
    await lock();
    expect(onShown).toHaveBeenCalledTimes(1);
    expect(onCut).toHaveBeenCalledExactlyOnceWith('Form^');
    expect(field).toHaveValue('1. Form');
    fireEvent.compositionEnd(field);
    expect(textOf(theirs).get()).toBe('1. Form');
  });

  test('[HD8] between two letters it keeps what it shows, and nothing is given back', async () => {
    bind();
    field.focus();
    type('Former');
    onShown.mockClear();
    await lock();
    expect(onCut).not.toHaveBeenCalled();
    expect(onShown).not.toHaveBeenCalled();
    expect(field).toHaveValue('Former');
  });

  test('[HD8] what was typed while the document was replaced is given back when the field goes', () => {
    bind();
    field.focus();
    type('Form');
    binding?.open(undefined);
    type('er');
    binding?.close();
    expect(onCut).toHaveBeenCalledExactlyOnceWith('Former');
  });
});
