/** Lists of this workshop that lost what tells their lines apart, and what Excel does to a list. */
import { expect, test } from 'vitest';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { isConversion, lostSigns } from '../../../shared/import/conversions.ts';
import { differenceOf } from '../../../shared/import/difference.ts';
import { findRecognised } from '../../../shared/import/recognised.ts';
import { readText } from '../../../shared/import/table.ts';
import { unwrap } from '../../support/result.ts';
import { changesIn, differenceAfter, messages, type, workshop } from './returned-list.ts';

const board = readBoard(workshop());
const recognised = (...lines: readonly string[]) =>
  findRecognised(unwrap(readText(lines.join('\n'))), board);
const differenceIn = (...lines: readonly string[]) => {
  const returned = recognised(...lines);
  if (!returned) throw new Error('the list was not recognised');
  return differenceOf(returned, board);
};

test('[IM34] a list without identifiers is known by numbers and titles, and compared', () => {
  const difference = differenceIn(
    'N°;Intitulé;Pilote;Échéance',
    '1.1;Réserver des lots;Direction de l’eau;30/06/2028',
    '1.2;Former;;',
  );
  expect(changesIn(difference)).toEqual([
    { id: 'c1', key: 'deadline', before: '31/12/2027', after: '30/06/2028' },
  ]);
  expect(difference.changed[0]?.isInDoubt).toBeUndefined();
  expect([difference.added, difference.missing, difference.faults]).toEqual([[], [], []]);
});

test('[IM34] what only its number, or only its title, says is in doubt', () => {
  const difference = differenceIn(
    'N°;Intitulé;Échéance',
    '1.1;Réserver des lots;31/12/2027',
    '1.2;Former les acheteurs;',
    '7.3;Former;01/02/2028',
  );
  expect(difference.changed.map(({ id, isInDoubt }) => [id, isInDoubt])).toEqual([['c2', true]]);
});

test('[IM34] a line that is new is of the priority that heads it', () => {
  const difference = differenceIn(
    'N°;Intitulé;Pilote',
    'AXE 1 – Eau;;',
    '1.1;Réserver des lots;',
    '1.2;Former;',
    ';Compter;',
  );
  expect(difference.added.map(({ values, priorityId }) => [values.title, priorityId])).toEqual([
    ['Compter', 'p1'],
  ]);
  expect(difference.faults).toEqual([]);
});

test('[IM34] another table is not taken for ours', () => {
  expect(recognised('N°;Intitulé', '1.1;Autre chose', '1.2;Encore')).toBeUndefined();
  expect(recognised('Intitulé;Pilote', 'Former;x', 'Nouvelle;y', 'Encore une;z')).toBeUndefined();
  expect(recognised('Priorité;Orientation', 'Eau;x', 'Emploi;y')).toBeUndefined();
});

test('[IM28] a column given the look of percentages is no change, a percentage typed in it is one', async () => {
  const look = (baseline: string, target: string) =>
    differenceAfter((rows) => {
      type(rows, 1, 'baseline', baseline);
      type(rows, 1, 'target', target);
      type(rows, 1, 'impact', '200 %');
    });
  expect(changesIn(await look('150 %', '3000 %'))).toEqual([]);
  const difference = await look('150 %', '60 %');
  expect(changesIn(difference)).toEqual([{ id: 'c1', key: 'target', before: '30', after: '60' }]);
  expect(messages(difference)).toEqual([]); // it had no unit: now it has that one
});

test.each([
  ['CO₂ ≥ 30 %', 'CO? ? 30 %', true],
  ['Eau 💧', 'Eau ??', true],
  ['Eau 💧', 'Eau ?', true],
  ['Pourquoi ?', 'Pourquoi ?', false],
  ['CO₂', 'CO? et plus', false],
  ['Été', 'Ete', false],
])('[IM35] « %s » that comes back as « %s » lost its signs: %s', (ours, cell, isLost) => {
  expect(lostSigns(ours, cell)).toBe(isLost);
});

test.each([
  ['00123', 123, true],
  ['00123', '123', true],
  ['00123', 124, false],
  ['99999000012345', '9,99990E+13', true],
  ['99999000012345', 99_999_000_012_345, true],
  ['99999000012345', 88_888_000_012_345, false],
  ['01/02', '2026-02-01', true],
  ['01/02', '01/02/2026', true],
  ['1-2', '01-févr', true],
  ['3/4', '2026-04-03', true],
  ['01/02', '15/07/2026', false],
  ['12', 13, false],
  ['Eau', '2026-02-01', false],
] as const)('[IM35] %s that comes back as %s is a conversion: %s', (ours, cell, isOne) => {
  expect(isConversion(ours, cell)).toBe(isOne);
});
