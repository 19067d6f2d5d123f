/** Where the caret stands, at most ten times a second. */
import { fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type CaretRange, watchCaret } from '../../../client/state/caret-watch.ts';

let field: HTMLTextAreaElement;
let stop = () => {};
const announced: (CaretRange | null)[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  announced.length = 0;
  field = document.body.appendChild(document.createElement('textarea'));
  field.value = 'Mesurer';
});
afterEach(() => {
  stop();
  stop = () => {};
});
const watch = () => {
  stop = watchCaret(field, (range) => {
    // jsdom says by itself, a little later, that a selection has moved: the same place twice.
    const isNew = JSON.stringify(range) !== JSON.stringify(announced.at(-1));
    if (isNew || announced.length === 0) announced.push(range);
  });
};
const moveTo = (start: number, end = start, direction?: 'backward') => {
  field.setSelectionRange(start, end, direction);
  fireEvent(document, new Event('selectionchange'));
};
const at = (place: number): CaretRange => ({ anchor: place, head: place });

test('[TX14] a field one is not in says nothing, whatever moves', () => {
  watch();
  moveTo(3);
  fireEvent.input(field);
  fireEvent.blur(field);
  vi.advanceTimersByTime(1_000);
  expect(announced).toEqual([]);
});

test('[TX14] a field one is in already is told at once', () => {
  field.focus();
  field.setSelectionRange(2, 2);
  watch();
  expect(announced).toEqual([at(2)]);
});

test('[TX14] the first move is told at once, those that follow at the end of 100 ms, the last alone', () => {
  watch();
  field.focus();
  vi.advanceTimersByTime(1_000);
  announced.length = 0;
  for (const place of [1, 2, 3]) moveTo(place);
  expect(announced).toEqual([at(1)]);
  vi.advanceTimersByTime(99);
  expect(announced).toEqual([at(1)]);
  vi.advanceTimersByTime(1);
  expect(announced).toEqual([at(1), at(3)]);
  vi.advanceTimersByTime(1_000);
  expect(announced).toEqual([at(1), at(3)]);
  moveTo(4);
  expect(announced.at(-1)).toEqual(at(4));
});

test('[TX14] what is typed moves it too', () => {
  watch();
  field.focus();
  vi.advanceTimersByTime(1_000);
  field.setSelectionRange(5, 5);
  announced.length = 0;
  fireEvent.input(field);
  expect(announced).toEqual([at(5)]);
});

test('[TX14] a selection is told from where it began', () => {
  watch();
  field.focus();
  vi.advanceTimersByTime(1_000);
  moveTo(2, 5, 'backward');
  vi.advanceTimersByTime(1_000);
  moveTo(2, 6);
  expect(announced.slice(-2)).toEqual([
    { anchor: 5, head: 2 },
    { anchor: 2, head: 6 },
  ]);
});

test('[TX14] leaving is told once, at once, and forgets what waited', () => {
  watch();
  field.focus();
  moveTo(1);
  moveTo(2);
  field.blur();
  expect(announced.at(-1)).toBeNull();
  const before = announced.length;
  stop();
  moveTo(3);
  vi.advanceTimersByTime(1_000);
  expect(announced).toHaveLength(before);
  field.focus();
  expect(announced).toHaveLength(before); // watched no more
});

test('[TX14] coming back is told at once, with no move of before', () => {
  watch();
  field.focus();
  moveTo(1);
  moveTo(2);
  field.blur();
  announced.length = 0;
  field.setSelectionRange(4, 4);
  field.focus();
  expect(announced).toEqual([at(4)]);
  vi.advanceTimersByTime(1_000);
  expect(announced).toEqual([at(4)]);
});

test('[TX14] stopped while one is in it, it says that one has left, and nothing after', () => {
  watch();
  field.focus();
  stop();
  stop = () => {};
  expect(announced.at(-1)).toBeNull();
  const before = announced.length;
  fireEvent.input(field);
  moveTo(1);
  fireEvent.blur(field);
  expect(announced).toHaveLength(before);
});
