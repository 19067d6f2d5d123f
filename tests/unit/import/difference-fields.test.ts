/** Cells that somebody changed in a list: field by field. */
import { describe, expect, test } from 'vitest';
import { editActions } from '../../../shared/board/commands/many.ts';
import { addSheetPart } from '../../../shared/board/commands/sheet.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { ActionId } from '../../../shared/ids.ts';
import type { TableCell } from '../../../shared/table/cell.ts';
import type { ColumnKey } from '../../../shared/table/columns.ts';
import { unwrap } from '../../support/result.ts';
import {
  changesIn,
  column,
  differenceAfter,
  differenceWith,
  listOf,
  messages,
  nothing,
  type,
  workshop,
} from './returned-list.ts';

describe('fields', () => {
  test('[IM11] before and after are told, and what leads from one to the other', async () => {
    const { changed } = await differenceAfter((rows) => {
      type(rows, 1, 'deadline', '30/06/2028');
      type(rows, 1, 'leadDirection', 'Direction des achats');
    });
    expect(changed).toEqual([
      {
        id: 'c1',
        line: 2,
        changes: [
          { key: 'leadDirection', before: 'Direction de l’eau', after: 'Direction des achats' },
          { key: 'deadline', before: '31/12/2027', after: '30/06/2028' },
        ],
        edits: [
          { kind: 'field', key: 'leadDirectionId', value: 'd2' },
          { kind: 'field', key: 'deadline', value: '2028-06-30' },
        ],
      },
    ]);
  });

  test.each<[ColumnKey, TableCell]>([
    ['deadline', '31/12/27'],
    ['deadline', '31.12.2027'],
    ['deadline', 46_752],
    ['leadDirection', 'DIRECTION DE L EAU'.replace('L E', "L'E")],
    ['status', 'retenue'],
    ['impact', '2'],
    ['impact', 'moyen'],
    ['baseline', '1,50'],
    ['target', '30 %'],
    ['supportingDirections', 'direction des achats'],
    ['description', '  Un lot par an.  \r\nDeux ensuite.\r\n'],
    ['votes', 12],
    ['number', '7.7'],
    ['priority', '1. eau'],
  ])('[IM12] %s « %s » changes nothing', async (key, value) => {
    const difference = await differenceAfter((rows) => type(rows, 1, key, value));
    expect(difference).toEqual(nothing);
  });

  test.each<[ColumnKey, TableCell, string]>([
    ['title', '', 'Ligne 2 : Intitulé de l’action : vide, l’ancien est gardé.'],
    ['title', 'x'.repeat(301), 'Ligne 2 : Intitulé de l’action : 301 caractères, 300 au plus.'],
    [
      'deadline',
      'bientôt',
      'Ligne 2 : Échéance : « bientôt » n’est pas une date (JJ/MM/AAAA), non repris.',
    ],
    ['impact', 5, 'Ligne 2 : Impact : « 5 » n’est ni 1, ni 2, ni 3, non repris.'],
    [
      'priority',
      'Mars',
      'Ligne 2 : Priorité : « Mars » n’est pas dans l’atelier, l’action reste où elle est.',
    ],
    [
      'target',
      'trente',
      'Ligne 2 : Cible : « trente » n’est pas un nombre, l’ancienne valeur est gardée.',
    ],
    [
      'leadDirection',
      'RH',
      'Ligne 2 : Direction pilote : « RH » n’est pas dans l’atelier, laissé vide.',
    ],
    [
      'supportingDirections',
      'RH',
      'Ligne 2 : Directions associées : « RH » n’est pas dans l’atelier, non repris.',
    ],
    ['status', 'Fusionnée', 'Ligne 2 : Statut : une fusion se fait sur le tableau, non repris.'],
  ])('[IM12] %s « %.12s » is told and changes nothing', async (key, value, message) => {
    const difference = await differenceAfter((rows) => type(rows, 1, key, value));
    expect(difference.changed).toEqual([]);
    expect(messages(difference)).toEqual([message]);
  });

  test('[IM12] where a name of a list is not known, no member is taken out', async () => {
    const difference = await differenceAfter((rows) =>
      type(rows, 1, 'supportingDirections', 'Direction des lacs ; Direction de l’eau'),
    );
    expect(difference.changed.flatMap(({ edits }) => edits)).toEqual([
      { kind: 'member', key: 'supportingDirections', code: 'd1', present: true },
    ]);
    expect(difference.faults).toHaveLength(1);
  });

  test('[IM11] a cell emptied empties its field', async () => {
    const difference = await differenceAfter((rows) => {
      for (const key of [
        'deadline',
        'leadDirection',
        'supportingDirections',
        'constraints',
      ] as const)
        type(rows, 1, key, null);
    });
    const doc = workshop();
    const again = differenceWith(
      await listOf(doc, (rows) => {
        for (const key of [
          'deadline',
          'leadDirection',
          'supportingDirections',
          'constraints',
        ] as const)
          type(rows, 1, key, null);
      }),
      doc,
    );
    expect(changesIn(difference).map(({ after }) => after)).toEqual(['', '', '', '']);
    expect(unwrap(editActions(doc, again.changed))).toEqual([]);
    const action = readBoard(doc).actions.get('c1' as ActionId);
    expect(action).toMatchObject({ supportingDirections: [], constraints: [] });
    expect(action).not.toHaveProperty('deadline');
    expect(action).not.toHaveProperty('leadDirectionId');
  });

  test('[IM11] lines of indicators stay beside one another', async () => {
    const doc = workshop();
    const id = 'c1' as ActionId;
    unwrap(
      addSheetPart(doc, id, 'indicators', { label: 'Nombre', targets: [{ value: 4, rank: 'a0' }] }),
    );
    const table = await listOf(doc, (rows) => {
      expect(rows[1]?.[column(rows, 'target')]).toBe('30\n4');
      type(rows, 1, 'target', '35\n4\n9');
      type(rows, 1, 'indicator', 'Part\nNombre\nTroisième');
    });
    const { changed } = differenceWith(table, doc);
    expect(changed.flatMap(({ changes }) => changes.map(({ key }) => key))).toEqual([
      'indicator',
      'target',
    ]);
    expect(unwrap(editActions(doc, changed))).toEqual([]);
    const { indicators } = readBoard(doc).actions.get(id) ?? { indicators: [] };
    expect(
      indicators.map(({ label, targets }) => [label, targets.map(({ value }) => value)]),
    ).toEqual([
      ['Part', [35]],
      ['Nombre', [4]],
      ['Troisième', [9]],
    ]);
    expect(differenceWith(table, doc).changed).toEqual([]);
  });
});
