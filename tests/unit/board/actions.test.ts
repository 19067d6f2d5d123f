import { expect, test } from 'vitest';
import { assemble } from '../../../shared/board/board.ts';
import {
  addAction,
  discardAction,
  mergeActions,
  moveAction,
  type Place,
  restoreAction,
  unmergeAction,
} from '../../../shared/board/commands/actions.ts';
import type { Outcome } from '../../../shared/board/commands/problem.ts';
import { addEntity, type BoardDoc, createDoc, entityMap } from '../../../shared/board/doc.ts';
import { LIMITS } from '../../../shared/board/schema.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import {
  a,
  author,
  b,
  c,
  jobs,
  nobody,
  prepare,
  smallWorkshop,
  updatesDuring,
  water,
} from '../../support/small-workshop.ts';

const gone = 'gone' as PriorityId;
const end = (priorityId: PriorityId): Place => ({ priorityId, before: null });
const add = (doc: BoardDoc, title: string, place: Place = end(water)) =>
  addAction(doc, { title, place, author });
/** Ids on show in a priority, in order. */
const column = (doc: BoardDoc, id: PriorityId = water): string =>
  (readBoard(doc).columns.get(id) ?? []).join('');

test('[BD2] an added action has its title, place and author, and nothing else', () => {
  const doc = smallWorkshop();
  const added = add(doc, '  Porter à 30 %\nla part ', { priorityId: water, before: b });
  if (!added.ok) throw new Error(added.error.kind);
  const board = readBoard(doc);
  expect(board.columns.get(water)).toEqual([a, added.value, b, c]);
  expect(board.actions.get(added.value)).toMatchObject({
    title: 'Porter à 30 % la part',
    description: '',
    authorId: 'ana',
    authorDirectionId: 'roads',
    levers: [],
    indicators: [],
  });
});

test('[BD9] a title too long is cut between two characters', () => {
  const doc = smallWorkshop();
  const added = add(doc, `${'x'.repeat(LIMITS.titleCharacters - 1)}😀`);
  const title = added.ok ? readBoard(doc).actions.get(added.value)?.title : '';
  expect(title).toBe('x'.repeat(LIMITS.titleCharacters - 1));
});

test.each<[what: string, run: (doc: BoardDoc) => Outcome<unknown>, error: object]>([
  ['adding without a title', (doc) => add(doc, ' \u200B '), { kind: 'title-missing' }],
  ['adding to no priority', (doc) => add(doc, 'x', end(gone)), { kind: 'priority-gone' }],
  ['moving nothing', (doc) => moveAction(doc, nobody, end(jobs)), { kind: 'action-gone' }],
  ['moving nowhere', (doc) => moveAction(doc, a, end(gone)), { kind: 'priority-gone' }],
  ['discarding nothing', (doc) => discardAction(doc, nobody), { kind: 'action-gone' }],
  ['restoring nothing', (doc) => restoreAction(doc, nobody), { kind: 'action-gone' }],
  ['merging into nothing', (doc) => mergeActions(doc, [a], nobody), { kind: 'action-gone' }],
  ['merging nothing too', (doc) => mergeActions(doc, [b, nobody], a), { kind: 'action-gone' }],
  ['unmerging nothing', (doc) => unmergeAction(doc, nobody), { kind: 'action-gone' }],
])('[BD2] %s is refused and changes nothing', (_what, run, error) => {
  const doc = smallWorkshop();
  const count = updatesDuring(doc, () => expect(run(doc)).toEqual({ ok: false, error }));
  expect(count).toBe(0);
});

test('[BD2] a full board refuses another action', () => {
  const doc = createDoc();
  doc.transact(() => {
    prepare(doc);
    for (let i = 3; i < LIMITS.actions; i++) addEntity(doc, 'actions', `x${i}`, {});
  });
  expect(add(doc, 'x')).toEqual({ ok: false, error: { kind: 'full', max: 5_000 } });
});

test.each<[what: string, run: (doc: BoardDoc) => Outcome<unknown>, updates: number]>([
  ['adding', (doc) => add(doc, 'x'), 1],
  ['moving', (doc) => moveAction(doc, a, end(jobs)), 1],
  ['moving to where it stands', (doc) => moveAction(doc, a, { priorityId: water, before: b }), 0],
  ['moving before itself', (doc) => moveAction(doc, a, { priorityId: water, before: a }), 0],
  ['moving the last to the end', (doc) => moveAction(doc, c, end(water)), 0],
  ['discarding', (doc) => discardAction(doc, a), 1],
  ['restoring what was not discarded', (doc) => restoreAction(doc, a), 0],
  ['merging two at once', (doc) => mergeActions(doc, [a, b], c), 1],
  ['merging into itself', (doc) => mergeActions(doc, [a], a), 0],
  ['merging nothing', (doc) => mergeActions(doc, [], a), 0],
  ['unmerging what stands by itself', (doc) => unmergeAction(doc, a), 0],
])('[BD3] %s makes as many transactions as it should', (_what, run, updates) => {
  const doc = smallWorkshop();
  expect(updatesDuring(doc, () => expect(run(doc).ok).toBe(true))).toBe(updates);
});

test.each<[id: ActionId, before: ActionId | null, expected: string]>([
  [a, null, 'bca'],
  [a, c, 'bac'],
  [c, a, 'cab'],
  [c, b, 'acb'],
  [b, nobody, 'acb'],
])('[BD2] %s moved before %s: %s', (id, before, expected) => {
  const doc = smallWorkshop();
  moveAction(doc, id, { priorityId: water, before });
  expect(column(doc)).toBe(expected);
});

test('[BD2] what is not on show does not count as a neighbour', () => {
  const doc = smallWorkshop();
  discardAction(doc, b);
  moveAction(doc, c, { priorityId: water, before: a });
  expect(column(doc)).toBe('ca');
  restoreAction(doc, b);
  expect(column(doc)).toBe('cab');
});

test('[BD7] an action set aside keeps its place and its text', () => {
  const doc = smallWorkshop();
  discardAction(doc, b);
  expect(column(doc)).toBe('ac');
  expect(readBoard(doc).discarded).toEqual([b]);
  expect(readBoard(doc).actions.get(b)?.title).toBe('Action b');
  restoreAction(doc, b);
  expect(column(doc)).toBe('abc');
});

test('[BD8] merged actions are found in their root, and stand again where they were', () => {
  const doc = smallWorkshop();
  mergeActions(doc, [a], b);
  mergeActions(doc, [b], c);
  expect(column(doc)).toBe('c');
  expect(readBoard(doc).sources).toEqual(new Map([[c, [a, b]]]));
  expect(mergeActions(doc, [c], a)).toEqual({ ok: false, error: { kind: 'action-gone' } });
  unmergeAction(doc, b);
  expect(column(doc)).toBe('bc');
  expect(readBoard(doc).sources).toEqual(new Map([[b, [a]]]));
  unmergeAction(doc, a);
  expect(column(doc)).toBe('abc');
});

/** Merges that only people acting at once can make. */
function merged(links: Readonly<Record<string, string>>): BoardDoc {
  const doc = smallWorkshop();
  for (const [id, target] of Object.entries(links))
    entityMap(doc, 'actions', id)?.set('mergedInto', target);
  return doc;
}

test.each<[what: string, links: Record<string, string>, shown: string]>([
  ['each into the other', { b: 'c', c: 'b' }, 'ab'],
  ['a circle of three', { a: 'b', b: 'c', c: 'a' }, 'a'],
  ['one into a circle', { a: 'b', b: 'c', c: 'b' }, 'b'],
  ['itself', { a: 'a' }, 'abc'],
  ['something gone', { a: 'nobody' }, 'abc'],
])('[BD8] merged into %s: on show is %s', (_what, links, shown) => {
  const { columns, sources, actions } = readBoard(merged(links));
  expect((columns.get(water) ?? []).join('')).toBe(shown);
  expect([...sources.values()].flat().length).toBe(actions.size - shown.length);
});

test('[BD8] an action taken out of a circle leaves the one on show where it is', () => {
  const doc = merged({ b: 'c', c: 'b' });
  unmergeAction(doc, c);
  expect(column(doc)).toBe('abc');
});

test('[BD8] the one on show of a circle is a neighbour like any other', () => {
  const doc = merged({ a: 'b', b: 'a' });
  const added = add(doc, 'x', { priorityId: water, before: a });
  expect(readBoard(doc).columns.get(water)).toEqual([added.ok && added.value, a, c]);
});

test('[BD8] a chain of 5,000 merges is walked once, not from each of its actions', () => {
  const doc = createDoc();
  doc.transact(() => {
    for (let i = 0; i < 5_000; i++) addEntity(doc, 'actions', `x${i}`, { mergedInto: `x${i + 1}` });
  });
  const board = readBoard(doc);
  let steps = 0;
  const actions = new Map(board.actions);
  const find = actions.get.bind(actions);
  actions.get = (id) => {
    steps++;
    return find(id);
  };
  const { sources } = assemble({
    ...board,
    actions,
    priorities: new Map(board.priorities.map((priority) => [priority.id, priority])),
  });
  expect(sources.get('x4999' as ActionId)).toHaveLength(4_999);
  expect(steps).toBeLessThan(3 * 5_000);
});
