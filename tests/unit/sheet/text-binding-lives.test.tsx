/** A field whose typing is undone, whose document is replaced, or which becomes read-only. */
import { fireEvent } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import {
  bind,
  bindAnew,
  binding,
  field,
  mine,
  onCut,
  onShown,
  textOf,
  theirs,
  type,
  write,
} from './text-binding-stage.ts';

bindAnew();

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
