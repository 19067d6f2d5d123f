import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { migrateBoard } from '../../../shared/board/board-migrations.ts';
import { type BoardDoc, createDoc, encodeDoc } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { workAt, workBy } from '../../../shared/board/work/collect.ts';
import { lackingIn } from '../../../shared/board/work/lacking.ts';
import { type Touched, touchedIn } from '../../../shared/board/work/touched.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { ascending } from '../../../shared/lists.ts';

const mapOf = (values: Readonly<Record<string, unknown>>): Y.Map<unknown> =>
  new Y.Map(Object.entries(values));

/** One action as version 1 wrote it: each set, each list and each list of targets is a map. */
function ofVersion1(): BoardDoc {
  const doc = createDoc();
  doc.getMap('board').set('schemaVersion', 1);
  doc.getMap('priorities').set('p1', mapOf({ title: 'Eau', rank: 'a0' }));
  const target = mapOf({ value: 30, rank: 'a0' });
  const part = mapOf({ label: 'Part', rank: 'a0', targets: mapOf({ t1: target }) });
  const constraint = mapOf({ text: 'Délais', rank: 'a0' });
  const action = mapOf({
    title: new Y.Text('Clause sociale'),
    description: new Y.Text('Texte'),
    priorityId: 'p1',
    rank: 'a0',
    levers: mapOf({ lots: 1, clauses: 0 }),
    partners: mapOf({}),
    indicators: mapOf({ i1: part }),
    constraints: mapOf({ c1: constraint }),
  });
  doc.getMap('actions').set('a1', action);
  return doc;
}
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
/** A container of version 1, by its keys from the action inwards. */
const inside = (doc: BoardDoc, ...keys: readonly string[]): Y.Map<unknown> => {
  let map: unknown = doc.getMap('actions').get('a1');
  for (const key of keys) map = map instanceof Y.Map ? map.get(key) : undefined;
  if (!(map instanceof Y.Map)) throw new Error(`no map at ${keys}`);
  return map;
};

test('[BD18] sets, lists and lists within lists read as before, in their order', () => {
  expect(action(migrated(ofVersion1()))).toMatchObject({
    title: 'Clause sociale',
    description: 'Texte',
    levers: ['clauses', 'lots'],
    partners: [],
    indicators: [{ id: 'i1', label: 'Part', targets: [{ id: 't1', value: 30 }] }],
    constraints: [{ id: 'c1', text: 'Délais' }],
  });
});

test('[BD18] an action holds its texts as they were, and no other container', () => {
  const doc = ofVersion1();
  const title = inside(doc).get('title');
  const map = inside(migrated(doc));
  expect(map.get('title')).toBe(title);
  const containers = [...map.entries()].filter(([, value]) => value instanceof Y.AbstractType);
  expect(containers.map(([key]) => key).sort(ascending)).toEqual([
    'constraints/c1',
    'description',
    'indicators/i1',
    'title',
  ]);
});

test('[BD18] what is no action, and what an action has beside, stays as it is', () => {
  const doc = ofVersion1();
  doc.getMap('actions').set('broken', 'no action');
  expect(() => migrated(doc)).not.toThrow();
  expect(readBoard(doc).priorities).toEqual([expect.objectContaining({ title: 'Eau' })]);
  expect(inside(doc).get('priorityId')).toBe('p1');
});

test('[BD19] what was written in a copy of an older schema is read from it, place by place', () => {
  const server = ofVersion1();
  const page = copyOf(server);
  const touched: Touched[] = [];
  page.on('afterTransaction', (transaction: Y.Transaction) => {
    touched.push(...touchedIn(page, transaction));
  });
  inside(page, 'levers').set('variantes', 2);
  inside(page, 'levers').delete('lots');
  inside(page, 'indicators', 'i1').set('unit', 'heures');
  inside(page, 'indicators', 'i1', 'targets', 't1').set('value', 40);
  inside(page, 'constraints').set('c2', mapOf({ text: 'Lots trop grands', rank: 'a1' }));
  const expected = [
    { kind: 'member', path: ['actions', 'a1', 'levers', 'variantes'], present: true },
    { kind: 'member', path: ['actions', 'a1', 'levers', 'lots'], present: false },
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
  expect(inside(page, 'levers').has('variantes')).toBe(true);
  const own = workBy(page, (client) => client === page.clientID);
  const isGone = ({ kind, present }: { kind: string; present?: boolean }) =>
    kind === 'member' && present === false; // taken away, it leaves no author
  expect(inOrder(own)).toEqual(inOrder(expected.filter((work) => !isGone(work))));
});
