import { describe, expect, test } from 'vitest';
import { addAction, discardAction, restoreAction } from '../../../shared/board/commands/actions.ts';
import { type ActionEdit, editActions } from '../../../shared/board/commands/many.ts';
import { addSheetPart, setSheetField } from '../../../shared/board/commands/sheet.ts';
import { type BoardDoc, createDoc } from '../../../shared/board/doc.ts';
import { fillBoard } from '../../../shared/board/fill.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { FORMATS } from '../../../shared/export/formats.ts';
import { plainInput } from '../../../shared/export/input.ts';
import { readParsedWorkshop } from '../../../shared/file/read.ts';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import { type Difference, differenceOf } from '../../../shared/import/difference.ts';
import { findReturned } from '../../../shared/import/round-trip.ts';
import { readTable, type Table } from '../../../shared/import/table.ts';
import type { FormatId } from '../../../shared/protocol/formats.ts';
import type { TableCell } from '../../../shared/table/cell.ts';
import { COLUMNS, type ColumnKey } from '../../../shared/table/columns.ts';
import { unwrap } from '../../support/result.ts';
import { author } from '../../support/small-workshop.ts';
import { fileOf, workshopOf } from '../../support/workshop-file.ts';

const cards = [
  {
    id: 'c1',
    code: '1.1',
    priorityId: 'p1',
    title: 'Réserver des lots',
    description: 'Un lot par an.\nDeux ensuite.',
    pilotDirectionId: 'd1',
    associatedDirectionIds: ['d2'],
    impact: 2,
    deadline: '2027-12-31',
    status: 'Retenue',
    indicator: { label: 'Part', baseline: 1.5, target: 30, targetDate: '2028-01-01' },
    operatorConstraints: [{ actorId: 'a1', text: 'des délais' }],
  },
  { id: 'c2', code: '1.2', priorityId: 'p1', title: 'Former' },
  { id: 'c3', code: '1.3', priorityId: 'p1', title: 'Publier', status: 'Écartée' },
];
function workshop(): BoardDoc {
  const doc = createDoc();
  fillBoard(doc, workshopOf(readParsedWorkshop(fileOf(cards))));
  return doc;
}

type Rows = TableCell[][];
/** The list of a board as a table, after somebody's hand has been over its first sheet. */
async function listOf(doc: BoardDoc, amend: (rows: Rows) => void, format: FormatId = 'xlsx') {
  const written = await FORMATS[format].write(plainInput(readBoard(doc)));
  const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written;
  const table = unwrap(await readTable(bytes));
  const sheets = table.sheets.map((sheet, at) => {
    const rows = sheet.rows.map((row) => [...row]);
    if (at === 0) amend(rows);
    return { ...sheet, rows };
  });
  return { ...table, sheets };
}
function differenceWith(table: Table, doc: BoardDoc): Difference {
  const returned = findReturned(table, readBoard(doc));
  if (!returned) throw new Error('the list was not known as ours');
  return differenceOf(returned, readBoard(doc));
}
const differenceAfter = async (amend: (rows: Rows) => void, format?: FormatId) => {
  const doc = workshop();
  return differenceWith(await listOf(doc, amend, format), doc);
};
const column = (rows: Rows, key: ColumnKey): number =>
  rows[0]?.indexOf(COLUMNS.find((candidate) => candidate.key === key)?.fr ?? '') ?? -1;
/** Types in a cell of a line, 1 being the first action. */
function type(rows: Rows, line: number, key: ColumnKey, value: TableCell): void {
  const row = rows[line];
  if (row) row[column(rows, key)] = value;
}
const nothing: Difference = { changed: [], added: [], missing: [], faults: [], isDated: true };
const changesIn = ({ changed }: Difference) =>
  changed.flatMap(({ id, changes }) => changes.map((change) => ({ id, ...change })));
const messages = ({ faults }: Difference) => faults.map(({ message }) => message);

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
      type(rows, 1, 'supportingDirections', 'Direction des achat ; Direction de l’eau'),
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

describe('lines', () => {
  test('[IM13] a line is its action wherever it stands', async () => {
    const difference = await differenceAfter((rows) => {
      rows.splice(1, 2, rows[2] ?? [], rows[1] ?? []);
      type(rows, 1, 'title', 'Former les acheteurs');
    });
    expect(changesIn(difference)).toEqual([
      { id: 'c2', key: 'title', before: 'Former', after: 'Former les acheteurs' },
    ]);
  });

  test('[IM13] without the column of identifiers its number and the trace say which it is', async () => {
    const difference = await differenceAfter((rows) => {
      type(rows, 2, 'title', 'Former les acheteurs');
      const at = column(rows, 'id');
      for (const row of rows) row.splice(at, 1);
    });
    expect(changesIn(difference).map(({ id }) => id)).toEqual(['c2']);
  });

  test('[IM13] a copied line with another title is an addition, with the same it is told', async () => {
    const difference = await differenceAfter((rows) => {
      rows.push([...(rows[1] ?? [])], [...(rows[1] ?? [])]);
      type(rows, 3, 'title', 'Réserver des heures');
    });
    expect(difference.added.map(({ values }) => values)).toMatchObject([
      { title: 'Réserver des heures', leadDirectionId: 'd1', deadline: '2027-12-31' },
    ]);
    expect(difference.changed).toEqual([]);
    expect(messages(difference)).toEqual([
      'Ligne 5 : c’est l’action de la ligne 2, ligne non reprise.',
    ]);
  });

  test('[IM13] sums and notes below the list are no lines of it', async () => {
    const difference = await differenceAfter((rows) =>
      rows.push([], ['Total', null], ['Fait le 12/03']),
    );
    expect(difference).toEqual(nothing);
  });

  test('[IM13] a list of another workshop is not known as ours', async () => {
    const table = await listOf(workshop(), (rows) => {
      for (const line of [1, 2]) type(rows, line, 'id', `autre-${line}`);
    });
    const sheets = table.sheets.slice(0, 1);
    expect(findReturned({ ...table, sheets }, readBoard(workshop()))).toBeUndefined();
  });

  test('[IM14] a line taken out is told, and what came to the board since is not', async () => {
    const doc = workshop();
    const table = await listOf(doc, (rows) => void rows.splice(2, 1));
    const place = { priorityId: 'p1' as PriorityId, before: null };
    unwrap(addAction(doc, { title: 'Venue depuis', place, author }));
    unwrap(restoreAction(doc, 'c3' as ActionId));
    expect(differenceWith(table, doc).missing).toEqual(['c2']);
  });

  test('[IM14] a CSV has no trace: whatever is not in it is told', async () => {
    const difference = await differenceAfter((rows) => void rows.splice(2, 1), 'csv');
    expect(difference.missing).toEqual(['c2']);
  });

  test('[IM11] an action set aside is brought back by its status in the trace', async () => {
    const table = await listOf(workshop(), () => undefined);
    const trace = table.sheets.at(-1);
    const rows = trace?.rows.map((row) =>
      row.map((cell) => (cell === 'Écartée' ? 'Retenue' : cell)),
    );
    const amended = {
      ...table,
      sheets: [
        ...table.sheets.slice(0, -1),
        { ...trace, name: 'Trace', rows: rows ?? [], isCut: false },
      ],
    };
    expect(
      differenceWith(amended, workshop()).changed.map(({ id, edits }) => ({ id, edits })),
    ).toEqual([
      {
        id: 'c3',
        edits: [
          { kind: 'discarded', discarded: false },
          { kind: 'field', key: 'status', value: 'retained' },
        ],
      },
    ]);
  });
});

describe('meanwhile', () => {
  /** What others do in the workshop while the list is away. */
  function workOn(doc: BoardDoc): void {
    const id = 'c1' as ActionId;
    const [indicator] = readBoard(doc).actions.get(id)?.indicators ?? [];
    if (!indicator) throw new Error('an indicator');
    const edits: readonly ActionEdit[] = [
      { kind: 'text', key: 'title', text: 'Réserver des heures' },
      { kind: 'text', key: 'description', text: 'Trois lots.' },
      { kind: 'field', key: 'deadline', value: '2029-01-31' },
      { kind: 'field', key: 'impact', value: 3 },
      { kind: 'field', key: 'leadDirectionId', value: undefined },
      { kind: 'member', key: 'supportingDirections', code: 'd1', present: true },
      { kind: 'part', key: 'indicators', partId: indicator.id, field: 'baseline', value: 8.25 },
      { kind: 'part-added', key: 'indicators', values: { label: 'Nombre' } },
      { kind: 'part-added', key: 'constraints', values: { text: 'du papier' } },
    ];
    expect(unwrap(editActions(doc, [{ id, edits }]))).toEqual([]);
    unwrap(discardAction(doc, 'c2' as ActionId));
  }

  test.each(['xlsx', 'ods', 'csv', 'csv-open'] as const)(
    '[IM25] what the workshop alone has changed since the %s left is no change of it',
    async (format) => {
      const doc = workshop();
      const table = await listOf(doc, () => undefined, format);
      workOn(doc);
      expect(differenceWith(table, doc)).toEqual(nothing);
    },
  );

  test('[IM25] beside it the changes of the file are told alone, and what both changed is marked', async () => {
    const doc = workshop();
    const table = await listOf(doc, (rows) => {
      type(rows, 1, 'deadline', '30/06/2028');
      type(rows, 1, 'feasibility', 1);
    });
    workOn(doc);
    expect(changesIn(differenceWith(table, doc))).toEqual([
      { id: 'c1', key: 'feasibility', before: '', after: '1' },
      { id: 'c1', key: 'deadline', before: '31/01/2029', after: '30/06/2028', isContested: true },
    ]);
  });

  test('[IM25] a list without its state is compared with the board as it stands', async () => {
    const doc = workshop();
    const table = await listOf(doc, (rows) => rows.splice(2, 1), 'csv');
    const [sheet] = table.sheets;
    if (!sheet) throw new Error('a sheet');
    const at = column(sheet.rows as Rows, 'state');
    const rows = sheet.rows.map((row) => row.filter((_, place) => place !== at));
    unwrap(setSheetField(doc, 'c1' as ActionId, 'impact', 3));
    const { changed, isDated } = differenceWith({ ...table, sheets: [{ ...sheet, rows }] }, doc);
    expect(isDated).toBe(false);
    expect(changed.map(({ edits }) => edits)).toEqual([
      [{ kind: 'field', key: 'impact', value: 2 }],
    ]);
  });
});
