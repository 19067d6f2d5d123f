/** The pictures of the synthesis as data, on boards small enough to be counted by eye. */
import { expect, test } from 'vitest';
import type { Action } from '../../../shared/board/schema.ts';
import { coverageOf, isEmpty } from '../../../shared/synthesis/coverage.ts';
import { deadlinesOf } from '../../../shared/synthesis/deadlines.ts';
import { measuresOf } from '../../../shared/synthesis/indicators.ts';
import { levelsOf } from '../../../shared/synthesis/levels.ts';
import { markersOf } from '../../../shared/synthesis/markers.ts';
import { missingOf } from '../../../shared/synthesis/missing.ts';
import { boardOf, demoFile, fileOf, readFile, workshopOf } from '../../support/workshop-file.ts';

const boardWith = (
  cards: readonly Readonly<Record<string, unknown>>[],
  others: Readonly<Record<string, unknown>> = {},
) => {
  const file = fileOf(
    cards.map((card, at) => ({ id: `c${at + 1}`, priorityId: 'p1', title: `T${at + 1}`, ...card })),
    {
      priorities: [
        { id: 'p1', position: 1, title: 'Eau' },
        { id: 'p2', position: 2, title: 'Emploi' },
      ],
      ...others,
    },
  );
  return boardOf(workshopOf(readFile(file)));
};
const ids = (actions: readonly Action[]) => actions.map(({ id }) => id);

test('[SY3] a square says who leads and who supports; without either it is empty', () => {
  const board = boardWith([
    { pilotDirectionId: 'd1', associatedDirectionIds: ['d1', 'd2'] },
    { pilotDirectionId: 'd1', priorityId: 'p2' },
    { priorityId: 'p2' },
  ]);
  const { rows, columns, totals, total, empty } = coverageOf(board);
  expect(columns.map((priority) => priority?.title)).toEqual(['Eau', 'Emploi']);
  expect(
    rows.map(({ direction, squares }) => [
      direction?.id ?? null,
      ...squares.map(({ leads, supports }) => `${ids(leads)}+${ids(supports)}`),
    ]),
  ).toEqual([
    ['d1', 'c1+', 'c2+'],
    ['d2', '+c1', '+'],
    [null, '+', 'c3+'],
  ]);
  expect([totals, total, empty]).toEqual([[1, 2], 3, 1]);
  expect(rows.map(({ squares }) => squares.map(isEmpty))).toEqual([
    [false, false],
    [false, true],
    [true, false],
  ]);
});

test('[SY4] impact and feasibility give a square; one that is not said gives none', () => {
  const board = boardWith([
    { impact: 3, feasibility: 1 },
    { impact: 3, feasibility: 1 },
    { impact: 2 },
    {},
  ]);
  const levels = levelsOf(board);
  expect(ids(levels.at(3, 1))).toEqual(['c1', 'c2']);
  expect(levels.at(1, 3)).toEqual([]);
  expect(ids(levels.unrated)).toEqual(['c3', 'c4']);
});

test('[SY5] a year without a deadline stands between two that have one; a far one draws no century', () => {
  const near = deadlinesOf(
    boardWith([
      { deadline: '2028-12-31' },
      { deadline: '2026-06-30' },
      { deadline: '2026-04-01' },
      {},
    ]),
  );
  expect(near.years.map(({ year, total }) => [year, total])).toEqual([
    [2026, 2],
    [2027, 0],
    [2028, 1],
  ]);
  expect(near.years[0]?.quarters.map(ids)).toEqual([[], ['c3', 'c2'], [], []]);
  expect(ids(near.undated)).toEqual(['c4']);
  const far = deadlinesOf(boardWith([{ deadline: '2026-01-01' }, { deadline: '2926-01-01' }]));
  expect(far.years.map(({ year }) => year)).toEqual([2026, 2926]);
});

test('[SY6] an indicator counts once it is named, and is targeted once a target has a value', () => {
  const { measures, without, targeted } = measuresOf(
    boardWith([
      { indicator: { label: 'Heures', target: 12 }, otherIndicators: [{ label: 'Marchés' }] },
      { indicator: { unit: '%' } },
    ]),
  );
  expect(measures.map(({ action, indicator }) => [action.id, indicator.label])).toEqual([
    ['c1', 'Heures'],
    ['c1', 'Marchés'],
  ]);
  expect([ids(without), targeted]).toEqual([['c2'], 1]);
});

test.each<[string, Readonly<Record<string, unknown>>, social: boolean, environmental: boolean]>([
  ['nothing', {}, false, false],
  ['a text alone', { considerations: { social: 'Aucune directe' } }, false, false],
  ['a DECP clause', { decp: { considerationsSociales: ['Clause sociale'] } }, true, false],
  [
    'a declared absence',
    { decp: { considerationsSociales: ['Pas de considération sociale'] } },
    false,
    false,
  ],
  ['an eForms code of each', { eforms: ['gen-eq', 'circ-econ'] }, true, true],
  ['innovation alone', { eforms: ['inn-pur'] }, false, false],
])('[SY7] %s is a consideration: social %s', (_what, card, social, environmental) => {
  const { list } = markersOf(boardWith([card]));
  expect(list.map(({ actions }) => actions.length === 1)).toEqual([social, environmental]);
});

test('[SY8] shares are read against the national markers, or the workshop’s own and their source', () => {
  const national = markersOf(boardWith([{ eforms: ['opp'] }, {}, {}]));
  expect(national.list.map(({ percent, marker }) => [percent, marker])).toEqual([
    [33, 30],
    [0, 100],
  ]);
  expect(national.source).toBe('Plan national pour des achats durables 2022-2025');
  const file = demoFile();
  const own = { ...(file.workshop as object), socialMarker: 50, markerSource: 'Feuille de route' };
  const { list, source } = markersOf(boardOf(workshopOf(readFile({ ...file, workshop: own }))));
  expect(list.map(({ marker }) => marker)).toEqual([50, 100]);
  expect(source).toBe('Feuille de route');
  const without = { ...own, markerSource: null };
  const unsaid = workshopOf(readFile({ ...file, workshop: without }));
  expect(markersOf(boardOf(unsaid)).source).toBe('');
  expect(markersOf(boardWith([])).list.map(({ percent }) => percent)).toEqual([0, 0]);
});

test('[SY9] what is missing is listed thing by thing, in the order of the sheet', () => {
  const { fields, complete, total } = missingOf(
    boardWith([{ pilotDirectionId: 'd1', deadline: '2027-01-01' }, {}]),
  );
  const listed = Object.fromEntries(fields.map(({ field, actions }) => [field, ids(actions)]));
  expect(listed).toMatchObject({ title: [], leadDirection: ['c2'], deadline: ['c2'] });
  expect(listed.lever).toEqual(['c1', 'c2']);
  expect([complete, total]).toEqual([[], 2]);
});
