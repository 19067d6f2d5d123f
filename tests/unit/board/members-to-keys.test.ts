import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { migrateBoard } from '../../../shared/board/board-migrations.ts';
import {
  addSheetPart,
  addTarget,
  setSheetField,
  setSheetMember,
} from '../../../shared/board/commands/sheet.ts';
import { type BoardDoc, createDoc, encodeDoc } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { workAt, workBy } from '../../../shared/board/work/collect.ts';
import { lackingIn } from '../../../shared/board/work/lacking.ts';
import { type Touched, touchedIn } from '../../../shared/board/work/touched.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { ascending } from '../../../shared/lists.ts';
import { unwrap } from '../../support/result.ts';
import { a, smallWorkshop } from '../../support/small-workshop.ts';
import { boardOfVersion1, insideAction, writeInVersion1 } from '../../support/version-1.ts';

const copyOf = (doc: BoardDoc): BoardDoc => {
  const copy = createDoc();
  Y.applyUpdate(copy, encodeDoc(doc));
  return copy;
};
const migrated = (doc: BoardDoc): BoardDoc => {
  expect(migrateBoard(doc)).toEqual({ ok: true, value: true });
  return doc;
};
const inOrder = (works: readonly { readonly path: readonly string[] }[]) =>
  [...works].sort((a, b) => ascending(a.path.join(), b.path.join()));
const action = (doc: BoardDoc) => readBoard(doc).actions.get('a1' as ActionId);
test('[BD18] sets, lists and lists within lists read as before, in their order', () => {
  expect(action(migrated(boardOfVersion1()))).toMatchObject({
    title: 'Clause sociale',
    description: 'Texte',
    levers: ['clauses', 'lots'],
    partners: [],
    indicators: [{ id: 'i1', label: 'Part', targets: [{ id: 't1', value: 30 }] }],
    constraints: [{ id: 'c1', text: 'Délais' }],
  });
});

test('[BD18] an action holds its texts as they were, and no other container', () => {
  const doc = boardOfVersion1();
  const title = insideAction(doc).get('title');
  const map = insideAction(migrated(doc));
  expect(map.get('title')).toBe(title);
  const containers = [...map.entries()].filter(([, value]) => value instanceof Y.AbstractType);
  expect(containers.map(([key]) => key).sort(ascending)).toEqual([
    'constraints/c1',
    'description',
    'indicators/i1',
    'title',
  ]);
});

test('[BD18] it changes nothing in a board of today, whatever version that says', () => {
  const doc = smallWorkshop();
  setSheetMember(doc, a, 'levers', 'lots', true);
  const indicator = unwrap(addSheetPart(doc, a, 'indicators', { label: 'Part' }));
  addTarget(doc, a, indicator);
  const before = readBoard(doc).actions;
  doc.getMap('board').delete('schemaVersion');
  migrated(doc);
  expect(readBoard(doc).actions).toEqual(before);
});

test('[BD18] what is no action, and what an action has beside, stays as it is', () => {
  const doc = boardOfVersion1();
  doc.getMap('actions').set('broken', 'no action');
  expect(() => migrated(doc)).not.toThrow();
  expect(readBoard(doc).priorities).toEqual([expect.objectContaining({ title: 'Eau' })]);
  expect(insideAction(doc).get('priorityId')).toBe('p1');
});

test('[BD19] what was written in a copy of an older schema is read from it, place by place', () => {
  const server = boardOfVersion1();
  const page = copyOf(server);
  const touched: Touched[] = [];
  page.on('afterTransaction', (transaction: Y.Transaction) => {
    touched.push(...touchedIn(page, transaction));
  });
  page.transact(() => writeInVersion1(page));
  const expected = [
    { kind: 'member', path: ['actions', 'a1', 'levers', 'variantes'], present: true },
    { kind: 'member', path: ['actions', 'a1', 'levers', 'clauses'], present: false },
    { kind: 'value', path: ['actions', 'a1', 'indicators', 'i1', 'unit'], value: 'heures' },
    {
      kind: 'value',
      path: ['actions', 'a1', 'indicators', 'i1', 'targets', 't1', 'value'],
      value: 40,
    },
    {
      kind: 'created',
      path: ['actions', 'a1', 'constraints', 'c2'],
      values: { text: 'Lots trop grands', rank: 'a1' },
    },
  ];
  const works = workAt(page, touched);
  expect(works).toEqual(expected);
  // The board as the server migrated it lacks each of them; the page's own copy was not changed.
  expect(lackingIn(migrated(server), works)).toHaveLength(expected.length);
  expect(insideAction(page, 'levers').has('variantes')).toBe(true);
  const own = workBy(page, (client) => client === page.clientID);
  const isGone = ({ kind, present }: { kind: string; present?: boolean }) =>
    kind === 'member' && present === false; // taken away, it leaves no author
  expect(inOrder(own)).toEqual(inOrder(expected.filter((work) => !isGone(work))));
});

test('[BD19] of a damaged copy nothing is said to have been taken away', () => {
  const server = smallWorkshop();
  setSheetMember(server, a, 'levers', 'lots', true);
  const page = copyOf(server);
  const rows: Uint8Array[] = [];
  page.on('update', (row: Uint8Array) => rows.push(row));
  const touched: Touched[] = [];
  page.on('afterTransaction', (transaction: Y.Transaction) => {
    touched.push(...touchedIn(page, transaction));
  });
  setSheetMember(page, a, 'levers', 'clauses', true);
  setSheetMember(page, a, 'levers', 'lots', false);
  setSheetField(page, a, 'means', 'Un agent');
  // The row with the board is lost: what stood on it waits, and cannot be read.
  const damaged = createDoc();
  for (const row of rows) Y.applyUpdate(damaged, row);
  expect(workAt(damaged, touched)).toEqual([]);
  Y.applyUpdate(damaged, encodeDoc(server));
  expect(workAt(damaged, touched)).toHaveLength(3);
});
