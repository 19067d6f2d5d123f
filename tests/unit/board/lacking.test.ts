/** What of somebody’s work a board has and has not, by kind, and where the schema has nothing. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addEntity, createDoc } from '../../../shared/board/doc.ts';
import { workAt } from '../../../shared/board/work/collect.ts';
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

test('[KW1] what stands at no place of the schema is no work', () => {
  expect(
    workAt(board(), [{ path: ['board', 'constructor'] }, { path: ['toString', 'a'] }]),
  ).toEqual([]);
});

test('[KW32] of a copy whose parts wait for what is lost, nothing that only seems gone is taken away', () => {
  const doc = board();
  const touched = [
    [...path, 'title'],
    [...path, 'ambition'],
    [...path, 'deadline'],
    [...path, 'levers', 'lots'],
    ['actions', 'gone'],
  ].map((at) => ({ path: at }));
  const kinds = () => workAt(doc, touched).map(({ kind, path: at }) => `${kind} ${at.at(-1)}`);
  expect(kinds()).toEqual([
    'text title',
    'value ambition',
    'value deadline',
    'member lots',
    'removed gone',
  ]);
  const other = createDoc();
  const updates: Uint8Array[] = [];
  other.on('update', (update: Uint8Array) => updates.push(update));
  for (const title of ['Un', 'Deux']) other.getMap('board').set('title', title);
  Y.applyUpdate(doc, updates[1] as Uint8Array); // it waits for the one before
  expect(doc.store.pendingStructs).not.toBeNull();
  expect(kinds()).toEqual(['text title', 'value ambition']);
});
