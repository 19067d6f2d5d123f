/** Tables as services make them, each family drawn by a table of its own. */
import { expect, test } from 'vitest';
import type { DirectionId } from '../../../shared/ids.ts';
import { guessMapping, mappedRows, remap } from '../../../shared/import/mapping.ts';
import { guessKey } from '../../../shared/import/row-context.ts';
import { withoutNumber } from '../../../shared/import/sections.ts';
import { cellsOf, shown } from '../../../shared/import/sheet-cells.ts';
import type { Sheet } from '../../../shared/import/table.ts';
import { board, messages, plan } from './plan-stage.ts';

const cellsIn = (line: string) => line.split('|').map((cell) => cell.trim());
const table = (...lines: readonly string[]) =>
  lines.map((line) => cellsIn(line).join('\t')).join('\n');

test.each([
  ['Échéance', 'T3 2026', '2026-09-30', 'deadline'],
  ['Échéance', 'fin 2026', '2026-12-31', 'deadline'],
  ['Échéance', '31 décembre 2027', '2027-12-31', 'deadline'],
  ['Échéance', '1er mars 2027', '2027-03-01', 'deadline'],
  ['Date limite', 'd’ici 2030', '2030-12-31', 'deadline'],
  ['Début', 'mars 2026', '2026-03-01', 'startDate'],
] as const)('[IM27] under %s « %s » is %s', (header, text, day, field) => {
  const planned = plan(table(`Priorité | Action | ${header}`, `Eau | Réserver des lots | ${text}`));
  expect(planned.actions[0]?.values[field]).toBe(day);
  expect(messages(planned)).toEqual([]);
});

test('[IM27] a longer time is shown as the day it is taken for, once, and may be refused', () => {
  const lines = table(
    'Priorité | Action | Échéance',
    'Eau | Réserver des lots | T3 2026',
    'Eau | Compter | t3 2026',
    'Eau | Payer | 31/12/2026',
  );
  const { guesses } = plan(lines);
  expect(guesses.map(({ line, text, shown: day }) => [line, text, day])).toEqual([
    [2, 'T3 2026', '30/09/2026'],
    [3, 't3 2026', '30/09/2026'],
  ]);
  const [first] = guesses;
  if (!first) throw new Error('a guess was made');
  const refused = plan(lines, { refused: new Set([guessKey(first)]) });
  expect(refused.actions.map(({ values }) => values.deadline)).toEqual([
    undefined,
    undefined,
    '2026-12-31',
  ]);
  expect(messages(refused)).toEqual([
    'Ligne 2 : Échéance : « T3 2026 » n’est pas une date (JJ/MM/AAAA), non repris.',
    'Ligne 3 : Échéance : « t3 2026 » n’est pas une date (JJ/MM/AAAA), non repris.',
  ]);
});

test.each([
  [0.85, '0%', '85 %'],
  [0.125, '0.00%', '12.5 %'],
  [0.07, '0 %', '7 %'],
  [12, '0"%"', 12],
  [1_250_000, '#,##0 "€"', '1250000 €'],
  [1_250_000, '#,##0\\ €', '1250000 €'],
  [12.5, '[$€-40C] #,##0.00', '12.5 €'],
  [1_200, '#,##0', 1_200],
  [2027, 'General', 2027],
])('[IM28] %d in a cell of format %s says %s', (value, format, said) => {
  expect(shown(value, format)).toBe(said);
});

test('[IM28] a year typed into a cell of days is that year, and a day is that day', () => {
  const serial = (days: number) => new Date(Date.UTC(1899, 11, 30 + days));
  expect(shown(serial(2027), 'dd/mm/yyyy')).toBe('2027');
  expect(shown(serial(46_568), 'dd/mm/yyyy')).toBe('2027-06-30');
});

test('[IM28] a percentage keeps its unit; one said beside it stays', () => {
  const values = (unit: string) =>
    plan(
      table('Priorité | Action | Indicateur | Cible | Unité', `Eau | Agir | Part | 85 % | ${unit}`),
    ).actions[0]?.values.indicators;
  expect(values('')).toEqual([{ label: 'Part', unit: '%', targets: [{ value: 85 }] }]);
  expect(values('% du total')).toEqual([
    { label: 'Part', unit: '% du total', targets: [{ value: 85 }] },
  ]);
});

test('[IM29] a cell in error and a formula never calculated are empty, and told with their place', () => {
  const cell = (value: string | null, type: 'error' | 'formula') => ({
    value,
    type,
    ...(type === 'formula' && { formula: 'B2' }),
  });
  const { rows, unreadable } = cellsOf(
    {
      rows: [
        ['Action', 'Pilote'],
        ['#REF!', 'DSI'],
        ['Agir', null],
        ['#N/A', 'typed as a text'],
      ],
      cells: new Map([
        ['1,0', cell('#REF!', 'error')],
        ['2,1', cell(null, 'formula')],
      ]),
    },
    200,
  );
  expect(rows).toEqual([
    ['Action', 'Pilote'],
    [null, 'DSI'],
    ['Agir', null],
    ['#N/A', 'typed as a text'],
  ]);
  expect(unreadable).toEqual([
    { line: 2, column: 'A', kind: 'error', text: '#REF!' },
    { line: 3, column: 'B', kind: 'uncalculated', text: '' },
  ]);
});

test.each([
  ['Thématique | Libellé de l’action | Direction | Date limite', 'Eau | Compter | DSI | 2027'],
  ['Axes | Mesures | Chef de file | Échéances', 'Eau | Compter | DSI | 2027'],
  ['Pilier | Fiche action | Direction porteuse | Calendrier', 'Eau | Compter | DSI | 2027'],
])('[IM5] services call their columns %s', (headers, line) => {
  const { actions, guesses } = plan(table('PLAN D’ACTIONS', '', headers, line));
  expect(actions[0]).toMatchObject({ values: { title: 'Compter', deadline: '2027-12-31' } });
  expect(guesses).toHaveLength(1);
});

test('[IM5] where the title is called by an unknown name the other headers are kept', () => {
  const sheet: Sheet = {
    name: '',
    isCut: false,
    rows: [
      ['Axe', 'Chose à faire', 'Pilote', 'Échéance'],
      ['Eau', 'Compter', 'DSI', '2027'],
    ],
  };
  const guessed = guessMapping(sheet);
  expect(guessed).toMatchObject({
    header: 0,
    columns: ['priority', null, 'leadDirection', 'deadline'],
  });
  expect(remap(sheet, 'actions', 0).columns).toEqual(guessed.columns);
});

const sectioned = [
  ['alone on their line', 'AXE 1 – EAU | | ', 'Axe 2 : Emploi | | '],
  ['with a Roman number', 'Axe I. Eau | | ', 'Axe II. Emploi | | '],
  ['without a number', 'Priorité : Eau | | ', 'Priorité : Emploi | | '],
] as const;
test.each(sectioned)('[IM30] priorities %s head the lines below them', (_what, water, jobs) => {
  const planned = plan(
    table(
      'N° | Action | Pilote',
      water,
      '1.1 | Compter | DSI',
      '1.2 | Payer | ',
      jobs,
      '2.1 | Former | RH',
    ),
  );
  expect(planned.actions.map(({ values, priorityId }) => [values.title, priorityId])).toEqual([
    ['Compter', 'p1'],
    ['Payer', 'p1'],
    ['Former', null],
  ]);
  expect(planned.missing.priorities).toEqual(['Emploi']);
});

test('[IM30] a number heads the numbers that begin with it', () => {
  const { actions } = plan(
    table('N° | Action | Pilote', '1 | Eau | ', '1.1 | Compter | DSI', '1.2 | Payer | DSI'),
  );
  expect(actions.map(({ values, priorityId }) => [values.title, priorityId])).toEqual([
    ['Compter', 'p1'],
    ['Payer', 'p1'],
  ]);
});

test('[IM30] without a head the number of a line says its priority', () => {
  const planned = plan(table('N° | Action | Pilote', '1.4 | Compter | DSI', '9.1 | Payer | DSI'));
  expect(planned.actions.map(({ priorityId }) => priorityId)).toEqual(['p1']);
  expect(messages(planned)).toEqual(['Ligne 3 : priorité absente, ligne mise de côté.']);
});

test.each([
  [
    'an action that has only a title',
    'Priorité | Action | Pilote',
    'Eau | Compter | ',
    ' | Payer | ',
  ],
  ['a priority repeated without its action', 'Priorité | Action', 'Eau | ', 'Eau | Compter'],
])('[IM30] %s is no head', (_what, ...lines) => {
  const sheet: Sheet = {
    name: '',
    isCut: false,
    rows: lines.map(cellsIn),
  };
  const { kind, header } = guessMapping(sheet);
  expect(mappedRows(sheet, remap(sheet, kind, header))).toHaveLength(2);
});

test('[IM31] what a table adds is near to none of its other names: what was shown is what is done', () => {
  const lines = table(
    'Priorité | Action | Pilote',
    'Eau | Compter | Service achat',
    'Eau | Payer | Direction achat',
  );
  const [first] = plan(lines).guesses;
  const bought = board.directions.get('d2' as DirectionId);
  if (!first || !bought) throw new Error('a direction of the workshop is near');
  const refused = new Set([guessKey(first)]);
  expect(plan(lines, { refused }).missing.directions).toEqual(['Service achat']);
  const id = 'd3' as DirectionId;
  const added = new Map(board.directions).set(id, { ...bought, id, name: 'Service achat' });
  const then = { ...board, directions: added };
  const options = { refused, addsMissing: false, guessedOn: board };
  const applied = plan(lines, options, 'actions', then);
  expect(messages(applied)).toEqual([]);
  expect(applied.actions.map(({ values }) => values.leadDirectionId)).toEqual(['d3', 'd2']);
});

test.each([
  ['Axe 1 – Sobriété', 'Sobriété'],
  ['AXE N° 2 : EAU', 'EAU'],
  ['Objectif stratégique 3. Emploi', 'Emploi'],
  ['Volet IV – Social', 'Social'],
  ['Axe 1', 'Axe 1'],
  ['Axes de mobilité', 'Axes de mobilité'],
  ['Thèmes vivants', 'Thèmes vivants'],
  ['Vie locale', 'Vie locale'],
])('[IM30] « %s » is called « %s »', (name, bare) => {
  expect(withoutNumber(name)).toBe(bare);
});
