import { expect, test } from 'vitest';
import {
  completenessOf,
  EXPECTED_FIELDS,
  type ExpectedField,
} from '../../../shared/board/completeness.ts';
import { abbreviationOf, HUES, hueOf } from '../../../shared/board/labels.ts';
import type { Action, Direction } from '../../../shared/board/schema.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { ActorId, DirectionId, PartId } from '../../../shared/ids.ts';
import { a, smallWorkshop } from '../../support/small-workshop.ts';
import { boardOf, demoFile, readFile } from '../../support/workshop-file.ts';

const demonstration = () => {
  const { workshop } = readFile(demoFile());
  if (!workshop) throw new Error('the demonstration is no workshop');
  return boardOf(workshop);
};
const bare: Action = { ...readBoard(smallWorkshop()).actions.get(a), title: '' } as Action;
const part = { id: 'x' as PartId };
const indicator = (label: string, value?: number) => ({
  indicators: [{ ...part, label, targets: [{ ...part, ...(value !== undefined && { value }) }] }],
});

test.each<[field: ExpectedField, done: Partial<Action>[], notYet: Partial<Action>[]]>([
  ['title', [{ title: 'Réserver' }], [{ title: ' \u200B' }]],
  ['description', [{ description: 'x' }], [{ description: '\n' }]],
  ['leadDirection', [{ leadDirectionId: 'dce' as DirectionId }], []],
  ['lever', [{ levers: ['variant'] }], []],
  [
    'consideration',
    [
      { socialConsideration: 'x' },
      { environmentalConsideration: 'x' },
      { economicConsideration: 'x' },
      { decpSocial: ['clause'] },
      { decpEnvironmental: ['criterion'] },
      { eforms: ['opp'] },
    ],
    [{ socialConsideration: ' ' }, { decpSocial: ['none'], decpEnvironmental: ['none'] }],
  ],
  ['ambition', [{ ambition: 'pilot' }], []],
  ['deadline', [{ deadline: '2026-12-31' }], [{ startDate: '2026-01-01' }]],
  ['indicator', [indicator('Heures', 0)], [indicator('Heures'), indicator(' ', 5)]],
  [
    'partner',
    [{ partners: ['mef' as ActorId] }, { constraints: [{ ...part, text: 'Six semaines.' }] }],
    [{ constraints: [part] }],
  ],
])('[BD14] %s counts when it says something', (field, done, notYet) => {
  const missing = (values: Partial<Action>) => completenessOf({ ...bare, ...values }).missing;
  expect(missing({})).toEqual(EXPECTED_FIELDS);
  for (const values of done)
    expect(missing(values)).toEqual(EXPECTED_FIELDS.filter((f) => f !== field));
  for (const values of notYet) expect(missing(values)).toContain(field);
});

test('[BD14] every action of the demonstration is complete', () => {
  const board = demonstration();
  const rings = [...board.actions.values()].map(completenessOf);
  expect(rings).toHaveLength(52);
  expect(rings.filter(({ done, expected }) => done !== 9 || expected !== 9)).toEqual([]);
});

test.each<
  [id: string, name: string | undefined, abbreviation: string | undefined, expected: string]
>([
  ['dcp', 'Direction de la commande publique', undefined, 'DCP'],
  ['dcp', 'Direction de la commande publique', ' Achats ', 'Achats'],
  ['k3f9', 'Direction de la commande publique', undefined, 'DCP'],
  ['abcde', 'Direction des mobilités', undefined, 'ABCDE'],
  ['abcdef', 'Direction des mobilités', undefined, 'DMOB'],
  ['k3f9', 'Direction du cycle de l’eau', undefined, 'DCE'],
  ['k3f9', 'Direction des mobilités', undefined, 'DMOB'],
  ['k3f9', 'Finances', undefined, 'FIN'],
  ['k3f9', 'Mission Économie sociale et solidaire', undefined, 'MESS'],
  ['k3f9', 'Un deux trois quatre cinq six', undefined, 'UDTQC'],
  ['k3f9', 'Direction de l’inclusion et de la cohésion sociale', undefined, 'DICS'],
  ['k3f9xyz', '…', undefined, 'K3F9X'],
  ['k3f9xyz', undefined, '  ', 'K3F9X'],
])('[BD15] the direction %s “%s” (%s) is %s', (id, name, abbreviation, expected) => {
  const direction: Direction = {
    id: id as DirectionId,
    ...(name !== undefined && { name }),
    ...(abbreviation !== undefined && { abbreviation }),
  };
  expect(abbreviationOf(direction)).toBe(expected);
});

test('[BD15] the directions of the demonstration have different letters', () => {
  const letters = [...demonstration().directions.values()].map(abbreviationOf);
  expect(new Set(letters).size).toBe(16);
});

test('[BD15] hues go from 1 to 8 and around, so that neighbours differ', () => {
  expect(Array.from({ length: 10 }, (_, index) => hueOf(index))).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 1, 2,
  ]);
  expect(HUES).toBe(8);
});
