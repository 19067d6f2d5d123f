import { expect, test } from 'vitest';
import { undoKey } from '../../../client/state/typed-keys.ts';

test.each<[string, KeyboardEventInit, ReturnType<typeof undoKey>]>([
  ['Ctrl+Z', { key: 'z', ctrlKey: true }, 'undo'],
  ['⌘Z', { key: 'z', metaKey: true }, 'undo'],
  ['Ctrl+Z with capitals locked', { key: 'Z', ctrlKey: true }, 'undo'],
  ['Ctrl+Maj+Z', { key: 'Z', ctrlKey: true, shiftKey: true }, 'redo'],
  ['⌘Maj+Z', { key: 'z', metaKey: true, shiftKey: true }, 'redo'],
  ['Ctrl+Y', { key: 'y', ctrlKey: true }, 'redo'],
  ['Ctrl+Maj+Y', { key: 'y', ctrlKey: true, shiftKey: true }, undefined],
  ['Z', { key: 'z' }, undefined],
  ['Maj+Z', { key: 'Z', shiftKey: true }, undefined],
  ['Ctrl+Alt+Z', { key: 'z', ctrlKey: true, altKey: true }, undefined],
  ['Ctrl+X', { key: 'x', ctrlKey: true }, undefined],
  ['Ctrl+Z while composing', { key: 'z', ctrlKey: true, isComposing: true }, undefined],
])('[AP6] %s', (_keys, init, asked) => {
  expect(undoKey(new KeyboardEvent('keydown', init))).toBe(asked);
});
