/** A field and a text while somebody types, others write, and letters are composed. */
import { fireEvent } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { bindText } from '../../../client/state/text-binding.ts';
import {
  bind,
  bindAnew,
  field,
  mine,
  onRefused,
  onShown,
  textOf,
  theirs,
  type,
  write,
} from './text-binding-stage.ts';

bindAnew();

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

  test.each<[string, from: number, to: number, caret: number, at: number, shown: string, number]>([
    ['before it', 4, 4, 1, 2, 'abXXcdé', 1],
    ['behind what it replaced', 1, 3, 3, 0, 'XXaéd', 5],
  ])('[TX11] a caret put %s while a letter is composed stays with its letters', (...given) => {
    const [, from, to, caret, at, shown, expected] = given;
    write(mine, 0, 'abcd');
    bind();
    field.focus();
    field.setSelectionRange(from, to);
    fireEvent.compositionStart(field);
    compose('é');
    write(theirs, at, 'XX');
    field.setSelectionRange(caret, caret);
    fireEvent.compositionEnd(field);
    expect(field.value).toBe(shown);
    expect([field.selectionStart, field.selectionEnd]).toEqual([expected, expected]);
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
