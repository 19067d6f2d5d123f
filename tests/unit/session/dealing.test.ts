/** Dealing sheets and people, and how far those who were given sheets have come. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discardAction } from '../../../shared/board/commands/actions.ts';
import { editActions } from '../../../shared/board/commands/many.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { ActionId, DirectionId, GroupId, PersonId } from '../../../shared/ids.ts';
import {
  type DealWay,
  dealCards,
  dealPeople,
  type Hand,
} from '../../../shared/session/groups/deal.ts';
import { progressIn } from '../../../shared/session/groups/progress.ts';
import { createNetwork } from '../../support/network.ts';
import {
  a,
  b,
  c,
  prepare,
  roads,
  smallWorkshop,
  updatesDuring,
} from '../../support/small-workshop.ts';

const card = (id: string, lead?: string) => ({
  id: id as ActionId,
  ...(lead !== undefined && { leadDirectionId: lead as DirectionId }),
});
const hand = (id: string, directions: readonly string[] = [], has = 0): Hand<string> => ({
  id,
  directionIds: directions as readonly DirectionId[],
  has,
});
const cards = [card('1', 'dce'), card('2', 'dib'), card('3', 'dce'), card('4'), card('5', 'sg')];

test.each<[string, readonly Hand<string>[], DealWay, 'even' | 'leave', Record<string, string>]>([
  ['evenly', [hand('A'), hand('B')], 'even', 'even', { 1: 'A', 2: 'B', 3: 'A', 4: 'B', 5: 'A' }],
  [
    'evenly, with what they have already',
    [hand('A', [], 3), hand('B')],
    'even',
    'even',
    { 1: 'B', 2: 'B', 3: 'B', 4: 'A', 5: 'B' },
  ],
  [
    'by lead',
    [hand('A', ['dce']), hand('B', ['dib'])],
    'lead',
    'even',
    { 1: 'A', 2: 'B', 3: 'A', 4: 'B', 5: 'A' },
  ],
  [
    'by lead, to two of the same direction',
    [hand('A', ['dce']), hand('B', ['dce', 'dib'])],
    'lead',
    'even',
    { 1: 'A', 2: 'B', 3: 'A', 4: 'B', 5: 'A' },
  ],
  [
    'by lead, and the rest to nobody',
    [hand('dce', ['dce']), hand('dib', ['dib'])],
    'lead',
    'leave',
    { 1: 'dce', 2: 'dib', 3: 'dce' },
  ],
  ['to nobody', [], 'even', 'even', {}],
])('[GR9] sheets are dealt %s', (_what, hands, way, leftovers, expected) => {
  expect(Object.fromEntries(dealCards(cards, hands, way, leftovers))).toEqual(expected);
});

test('[GR9] however many there are, nobody has two more than another by an even deal', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.integer({ min: 1, max: 10 }), (count, tables) => {
      const hands = Array.from({ length: tables }, (_, at) => hand(`t${at}`));
      const dealt = dealCards(
        Array.from({ length: count }, (_, at) => card(`c${at}`)),
        hands,
        'even',
      );
      const each = hands.map(({ id }) => [...dealt.values()].filter((to) => to === id).length);
      return dealt.size === count && Math.max(...each) - Math.min(...each) <= 1;
    }),
    { numRuns: 60, seed: 20_261_130 },
  );
});

describe('people', () => {
  const person = (id: string, place: string | null, seats = 1) => ({
    id: id as PersonId,
    directionId: place as DirectionId | null,
    actorId: null,
    seats,
  });
  const to = ['x', 'y', 'z'] as unknown as readonly GroupId[];
  const people = [
    ...['a1', 'a2', 'a3'].map((id) => person(id, 'dce')),
    ...['b1', 'b2', 'b3'].map((id) => person(id, 'dib')),
    person('c1', null),
  ];

  test('[GR2] are dealt to groups as large as one another, each direction in all of them', () => {
    const dealt = dealPeople(people, to);
    expect(dealt.map(({ personIds }) => personIds.length).sort()).toEqual([2, 2, 3]);
    for (const { personIds } of dealt) {
      expect(personIds.filter((id) => id.startsWith('a'))).toHaveLength(1);
      expect(personIds.filter((id) => id.startsWith('b'))).toHaveLength(1);
    }
  });

  test('[GR2] a table’s scribe weighs as much as its people', () => {
    const [first, ...others] = dealPeople([person('six', 'dce', 6), ...people], to);
    expect(first?.personIds).toEqual(['six']);
    expect(others.map(({ personIds }) => personIds.length).sort()).toEqual([3, 4]);
  });

  test('[GR2] nobody and no group are dealt as nothing', () => {
    expect(dealPeople([], to).flatMap(({ personIds }) => personIds)).toEqual([]);
    expect(dealPeople(people, [])).toEqual([]);
  });
});

describe('progress', () => {
  const table = 'table-a' as GroupId;
  const dealt = () => {
    const doc = smallWorkshop();
    for (const id of [a, b]) setSheetField(doc, id, 'assignedTo', table);
    setSheetField(doc, c, 'assignedTo', roads);
    return doc;
  };

  test('[GR10] each has its sheets, in the order of the board, and what they lack', () => {
    const doc = dealt();
    setSheetField(doc, a, 'leadDirectionId', roads);
    setSheetField(doc, a, 'deadline', '2027-06-30');
    setSheetField(doc, b, 'deadline', '2027-06-30');
    const all = progressIn(readBoard(doc));
    expect([...all.keys()]).toEqual([table, roads]);
    const { ids, complete, filled, expected, lacks } = all.get(table) ?? {};
    expect([ids, complete, filled, expected]).toEqual([[a, b], 0, 5, 18]);
    expect(lacks?.find(({ field }) => field === 'leadDirection')?.count).toBe(1);
    expect(lacks?.find(({ field }) => field === 'deadline')).toBeUndefined();
    expect(lacks?.at(-1)?.field).toBe('leadDirection');
  });

  test('[GR10] a sheet that lacks nothing is complete; one that left the board is not counted', () => {
    const doc = dealt();
    editActions(doc, [
      {
        id: a,
        edits: [
          { kind: 'text', key: 'description', text: 'Chaque année' },
          { kind: 'field', key: 'leadDirectionId', value: roads },
          { kind: 'field', key: 'deadline', value: '2027-06-30' },
          { kind: 'field', key: 'ambition', value: 'pilot' },
          { kind: 'field', key: 'economicConsideration', value: 'Accès des PME' },
          { kind: 'member', key: 'levers', code: 'variant', present: true },
          {
            kind: 'part-added',
            key: 'indicators',
            values: { label: 'Part', targets: [{ value: 3 }] },
          },
          { kind: 'part-added', key: 'constraints', values: { text: 'des délais' } },
        ],
      },
    ]);
    discardAction(doc, b);
    const progress = progressIn(readBoard(doc)).get(table);
    expect(progress).toMatchObject({ ids: [a], complete: 1, filled: 9, expected: 9, lacks: [] });
  });
});

const give = (to: string) =>
  [a, b, c].map((id) => ({
    id,
    edits: [{ kind: 'field' as const, key: 'assignedTo' as const, value: to }],
  }));

test('[GR13] dealing is one transaction, taken back at once', () => {
  const { peers } = createNetwork(['ana'], prepare);
  const [ana] = peers;
  if (!ana) throw new Error('nobody there');
  const whose = () => [...ana.view.get().actions.values()].map(({ assignedTo }) => assignedTo);
  setSheetField(ana.doc, a, 'assignedTo', roads);
  const before = whose();
  const updates = updatesDuring(ana.doc, () =>
    ana.history.asOneStep(() => editActions(ana.doc, give('table-a'))),
  );
  expect(updates).toBe(1);
  expect(whose()).toEqual(['table-a', 'table-a', 'table-a']);
  expect(ana.history.undo()).toBe(true);
  expect(whose()).toEqual(before);
});

test('[GR12] sheets dealt by two facilitators at once end with one of them, on every screen', () => {
  const network = createNetwork(['ana', 'ben'], prepare);
  const [ana, ben] = network.peers;
  if (!ana || !ben) throw new Error('nobody there');
  editActions(ana.doc, give('table-a'));
  editActions(ben.doc, give('table-b'));
  network.settle();
  const whose = (peer: typeof ana) =>
    [...peer.view.get().actions.values()].map(({ assignedTo }) => assignedTo);
  expect(whose(ana)).toEqual(whose(ben));
  expect(new Set(whose(ana)).size).toBe(1);
});
