import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createDoc, entitiesOf, infoMap } from '../../../shared/board/doc.ts';
import { createBoardView, readBoard } from '../../../shared/board/snapshot.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { a, smallWorkshop } from '../../support/small-workshop.ts';

/** What a hostile or broken peer could put where something else is expected; made anew each time. */
const MALFORMED: readonly (readonly [what: string, make: () => unknown])[] = [
  ['null', () => null],
  ['a number', () => 4.5],
  ['an endless number', () => Number.NaN],
  ['true', () => true],
  ['a far too long text', () => 'x'.repeat(100_001)],
  ['a list', () => ['a', 1]],
  ['an object', () => ({ toString: 'x', length: 3 })],
  ['bytes', () => new Uint8Array([1, 2])],
  ['a nested document', () => new Y.Doc()],
  ['a Y.Array', () => Y.Array.from(['a'])],
  [
    'a Y.Map of malformed things',
    () =>
      new Y.Map<unknown>([
        ['a', Number.NaN],
        ['__proto__', 1],
        ['b', 'x'],
      ]),
  ],
  ['a Y.XmlElement', () => new Y.XmlElement('x')],
];

test.each(MALFORMED)('[BD1] %s in any field of an action reads as absent', (_what, make) => {
  const doc = smallWorkshop();
  const action = entitiesOf(doc, 'actions').get(a);
  if (!(action instanceof Y.Map)) throw new Error('no action');
  const before = readBoard(doc).actions.get(a);
  const view = createBoardView(doc);
  const members = ['levers', 'levers/__proto__', 'indicators', 'indicators/i1', 'title/x', '/'];
  for (const key of [...action.keys(), ...members]) if (key !== 'means') action.set(key, make());
  const { title, description, levers, indicators, ...rest } = view.get().actions.get(a) ?? {};
  expect(before?.title).toBe('Action a');
  expect([description, levers]).toEqual(['', []]);
  // A map of malformed things is a part of which nothing reads.
  const isMap = make() instanceof Y.Map;
  expect(indicators).toEqual(isMap ? [{ id: 'i1', targets: [] }] : []);
  expect(typeof title).toBe('string');
  expect(rest).not.toHaveProperty('priorityId');
  expect(view.get()).toEqual(readBoard(doc));
  expect(view.get().unplaced).toEqual([a]);
});

test.each(MALFORMED)('[BD1] %s in place of an entity is passed over', (_what, make) => {
  const doc = createDoc();
  const view = createBoardView(doc);
  const isMap = make() instanceof Y.Map;
  for (const root of ['actions', 'priorities', 'directions', 'comments'] as const)
    entitiesOf(doc, root).set('x', make());
  expect(view.get()).toEqual(readBoard(doc));
  expect(view.get().actions.has('x' as ActionId)).toBe(isMap);
  expect(view.get().priorities).toHaveLength(isMap ? 1 : 0);
});

test('[BD1] an entity, a part or a member under an impossible identifier is passed over', () => {
  const doc = smallWorkshop();
  const view = createBoardView(doc);
  for (const id of ['__proto__', '', 'a b', 'x'.repeat(65)]) {
    entitiesOf(doc, 'actions').set(id, new Y.Map());
    const action = entitiesOf(doc, 'actions').get(a);
    if (!(action instanceof Y.Map)) throw new Error('no action');
    for (const key of ['levers', 'indicators', 'constraints'])
      action.set(`${key}/${id}`, key === 'levers' ? 0 : new Y.Map());
  }
  expect(view.get()).toEqual(readBoard(doc));
  expect([...view.get().actions.keys()]).toEqual(['a', 'b', 'c']);
  expect(view.get().actions.get(a)).toMatchObject({ levers: [], indicators: [], constraints: [] });
});

test('[BD1] fields, roots and keys that are not of the schema are not read', () => {
  const doc = smallWorkshop();
  const before = readBoard(doc);
  doc.getMap('other').set('x', 1);
  infoMap(doc).set('toString', 'x');
  infoMap(doc).set('unknown', 'x');
  expect(readBoard(doc)).toEqual(before);
});

test('[BD1] what is read is frozen, lists of terms included', () => {
  const doc = smallWorkshop();
  infoMap(doc).set('levers', [{ code: 'lever', fr: 'Levier', en: 'Lever' }]);
  const { info, actions, priorities } = readBoard(doc);
  const parts = [
    info,
    info.levers,
    info.levers?.[0],
    actions.get(a),
    actions.get(a)?.levers,
    priorities,
  ];
  expect(parts.map((part) => Object.isFrozen(part))).toEqual(parts.map(() => true));
});

test('[BD1] members of a set come in the order they were added, equals in that of their codes', () => {
  const doc = smallWorkshop();
  const action = entitiesOf(doc, 'actions').get(a);
  if (!(action instanceof Y.Map)) throw new Error('no action');
  const positions = { z: 0, b: 1, a: 1, c: Number.NaN, d: 'x', e: -2 };
  for (const [code, position] of Object.entries(positions)) action.set(`levers/${code}`, position);
  expect(readBoard(doc).actions.get(a)?.levers).toEqual(['e', 'z', 'a', 'b']);
});
