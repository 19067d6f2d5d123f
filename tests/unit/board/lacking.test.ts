/** Which of the kept work a board has not, by kind, and where the schema has nothing at all. */
import { expect, test } from 'vitest';
import { addEntity, createDoc } from '../../../shared/board/doc.ts';
import { lackingIn } from '../../../shared/board/work/lacking.ts';
import { slotAt } from '../../../shared/board/work/slot.ts';
import type { Work } from '../../../shared/board/work/work.ts';

const path = ['actions', 'a'];
function board() {
  const doc = createDoc();
  doc.transact(() => {
    addEntity(doc, 'priorities', 'eau', { title: 'Eau', rank: 'a0' });
    addEntity(doc, 'actions', 'a', {
      title: 'Mesurer',
      means: 'Une cuve',
      ambition: 'legal',
      priorityId: 'eau',
      rank: 'a0',
      authorId: 'ana',
    });
  });
  return doc;
}

test.each<[string, Work, Work]>([
  [
    'a text',
    { kind: 'text', path: [...path, 'title'], text: 'Compter' },
    { kind: 'text', path: [...path, 'title'], text: 'Compter', base: 'Mesurer' },
  ],
  [
    'a value',
    { kind: 'value', path: [...path, 'ambition'], value: 'beyond' },
    { kind: 'value', path: [...path, 'ambition'], value: 'beyond', base: 'legal' },
  ],
  [
    'a place',
    { kind: 'place', path, priorityId: 'air', rank: 'a1' },
    { kind: 'place', path, priorityId: 'air', rank: 'a1', base: 'eau' },
  ],
])(
  '[KW2] %s of which nobody knows what it stood on stands on what the board has',
  (_, work, based) => {
    expect(lackingIn(board(), [work])).toEqual([based]);
    expect(lackingIn(board(), [{ ...based, base: 'known' } as Work])).toEqual([
      { ...based, base: 'known' },
    ]);
  },
);

test('[KW2] of an action that came after all, only what people write of it is compared', () => {
  const values = { title: 'Mesurer', priorityId: 'eau', rank: 'a0', authorId: 'ben' };
  const came: Work = { kind: 'created', path, values };
  expect(lackingIn(board(), [came])).toEqual([]);
  const written: Work = { ...came, values: { ...values, means: 'Deux cuves' } };
  expect(lackingIn(board(), [written])).toMatchObject([{ path: [...path, 'means'] }]);
});

test.each([
  [['board', 'constructor']],
  [['toString', 'a']],
  [['__proto__', 'a', 'title']],
  [['actions', 'a', 'constructor']],
  [['actions', 'a', 'valueOf', 'x']],
  [['actions', 'a', 'constraints', 'c', 'hasOwnProperty']],
  [['actions', 'a', 'title', 'x']],
  [['actions']],
])('[KW1] %j is no place of the board', (place) => {
  expect(slotAt(place)).toBeUndefined();
});
