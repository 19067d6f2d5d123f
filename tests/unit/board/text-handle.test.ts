import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { BoardDoc } from '../../../shared/board/doc.ts';
import { entityMap } from '../../../shared/board/doc.ts';
import { LIMITS } from '../../../shared/board/schema.ts';
import { openText, type TextChange, type TextHandle } from '../../../shared/board/text-handle.ts';
import { createNetwork } from '../../support/network.ts';
import { a, nobody, prepare, smallWorkshop } from '../../support/small-workshop.ts';

const open = (doc: BoardDoc, key: 'title' | 'description' = 'description'): TextHandle => {
  const handle = openText(doc, a, key);
  if (!handle) throw new Error('no text');
  return handle;
};
const holding = (text: string): TextHandle => {
  const doc = smallWorkshop();
  entityMap(doc, 'actions', a)?.set('description', new Y.Text(text));
  return open(doc);
};
const change = (index: number, removed: number, inserted: string): TextChange => ({
  index,
  removed,
  inserted,
});
const apply = (text: string, changes: readonly TextChange[]): string =>
  changes.reduce(
    (now, { index, removed, inserted }) =>
      now.slice(0, index) + inserted + now.slice(index + removed),
    text,
  );

test('[BD12] a text of nothing cannot be opened', () => {
  const doc = smallWorkshop();
  expect(openText(doc, nobody, 'title')).toBeUndefined();
  entityMap(doc, 'actions', a)?.set('title', 'no text');
  expect(openText(doc, a, 'title')).toBeUndefined();
});

test.each<[text: string, done: TextChange, expected: string]>([
  ['abc', change(1, 1, 'X'), 'aXc'],
  ['abc', change(3, 0, '!'), 'abc!'],
  ['abc', change(0, 3, ''), ''],
  ['abc', change(9, 0, '!'), 'abc!'],
  ['abc', change(1, 99, ''), 'a'],
  ['abc', change(-2, 1, 'X'), 'Xabc'],
  ['abc', change(1, 0, '\uD800'), 'a\uFFFDbc'],
])('[BD12] in %j, %o gives %j', (text, done, expected) => {
  const handle = holding(text);
  expect(handle.replace(done)).toBe(true);
  expect(handle.get()).toBe(expected);
});

test.each<[what: string, text: string, done: TextChange, expected: string]>([
  ['typing inside goes after', 'a😀b', change(2, 0, 'X'), 'a😀Xb'],
  ['deleting the second half takes all', 'a😀b', change(2, 1, ''), 'ab'],
  ['deleting the first half takes all', 'a😀b', change(1, 1, ''), 'ab'],
  ['deleting from inside one to inside the next takes both', '😀😁', change(1, 2, ''), ''],
  ['replacing a half takes all', 'a😀b', change(2, 1, 'X'), 'aXb'],
  ['one face for another, seen as its second half', 'a😀b', change(2, 1, '\uDE01'), 'a😁b'],
  [
    'one flag letter for another, seen as its first half',
    '🐀',
    change(0, 1, '\uD83D'),
    '\u{1F400}',
  ],
  ['another face before, seen as two halves', 'a😀b', change(2, 0, '\uDE01\uD83D'), 'a😁😀b'],
])('[BD9] no character is cut in two: %s', (_what, text, done, expected) => {
  const network = createNetwork(['ana', 'ben'], (doc) => {
    prepare(doc);
    entityMap(doc, 'actions', a)?.set('description', new Y.Text(text));
  });
  const [ana, ben] = network.peers;
  if (!ana || !ben) throw new Error('nobody there');
  open(ana.doc).replace(done);
  network.settle();
  expect(open(ana.doc).get()).toBe(expected);
  expect(open(ben.doc).get()).toBe(expected);
});

test('[BD11] a text may reach its limit, and no further', () => {
  const handle = open(smallWorkshop(), 'title');
  const room = LIMITS.titleCharacters - handle.get().length;
  expect(handle.replace(change(0, 0, 'x'.repeat(room + 1)))).toBe(false);
  expect(handle.replace(change(0, 0, 'x'.repeat(room)))).toBe(true);
  expect(handle.replace(change(0, 0, 'x'))).toBe(false);
  expect(handle.replace(change(0, 1, 'y'))).toBe(true);
  expect(handle.get()).toHaveLength(LIMITS.titleCharacters);
});

test('[BD11] an imported text beyond the limit may shrink or be corrected, not grow', () => {
  const long = LIMITS.descriptionCharacters + 10;
  const handle = holding('x'.repeat(long));
  expect(handle.replace(change(0, 0, 'y'))).toBe(false);
  expect(handle.replace(change(0, 1, 'yz'))).toBe(false);
  expect(handle.replace(change(0, 1, 'y'))).toBe(true);
  expect(handle.replace(change(0, 5, 'yz'))).toBe(true);
  expect(handle.get()).toHaveLength(long - 3);
});

test('[BD12] others’ changes are told in places that hold one after the other, one’s own never', () => {
  const network = createNetwork(['ana', 'ben'], prepare);
  const [ana, ben] = network.peers;
  if (!ana || !ben) throw new Error('nobody there');
  const mine = open(ana.doc, 'title');
  const told: TextChange[][] = [];
  let changes = 0;
  const stop = mine.onRemote((list) => void told.push([...list]));
  mine.onChange(() => void changes++);
  mine.replace(change(0, 0, 'Mon '));
  network.deliverAll();
  const before = mine.get();
  ben.doc.transact(() => {
    const theirs = open(ben.doc, 'title');
    theirs.replace(change(0, 3, 'Ton'));
    theirs.replace(change(theirs.get().length, 0, ' !'));
    theirs.replace(change(5, 2, ''));
  });
  network.deliverAll();
  expect(told).toHaveLength(1);
  expect(apply(before, told[0] ?? [])).toBe(open(ben.doc, 'title').get());
  expect(mine.get()).toBe(open(ben.doc, 'title').get());
  ana.history.undo();
  expect(told).toHaveLength(2);
  expect(changes).toBe(3);
  stop();
  ana.history.redo();
  expect(told).toHaveLength(2);
});

test('[BD12] a caret stays between the same characters while others write', () => {
  const network = createNetwork(['ana', 'ben'], prepare);
  const [ana, ben] = network.peers;
  if (!ana || !ben) throw new Error('nobody there');
  const mine = open(ana.doc, 'title'); // Action a
  const [start, middle, end] = [0, 6, 8].map((index) => mine.anchorAt(index));
  const onWire: unknown = JSON.parse(JSON.stringify(middle));
  open(ben.doc, 'title').replace(change(0, 0, 'Une '));
  open(ben.doc, 'title').replace(change(12, 0, ' de plus'));
  network.settle();
  expect([start, middle, end, onWire].map((anchor) => mine.indexOf(anchor))).toEqual([
    0, 10, 12, 10,
  ]);
  open(ben.doc, 'title').replace(change(4, 8, ''));
  network.settle();
  expect(mine.indexOf(middle)).toBe(4);
});

test.each([null, undefined, 'x', 5, {}, { type: 5 }, { item: { client: 'x', clock: -1 } }, []])(
  '[BD12] the anchor %j, which is none of this text, stands nowhere',
  (anchor) => expect(open(smallWorkshop()).indexOf(anchor)).toBeUndefined(),
);

test('[BD12] an anchor of another text stands nowhere', () => {
  const doc = smallWorkshop();
  expect(open(doc, 'description').indexOf(open(doc, 'title').anchorAt(3))).toBeUndefined();
});
