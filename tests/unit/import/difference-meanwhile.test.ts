/** A list that comes back to a workshop where people have worked on. */
import { describe, expect, test } from 'vitest';
import { discardAction } from '../../../shared/board/commands/actions.ts';
import { type ActionEdit, editActions } from '../../../shared/board/commands/many.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import type { BoardDoc } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { unwrap } from '../../support/result.ts';
import {
  changesIn,
  column,
  differenceWith,
  listOf,
  nothing,
  type Rows,
  type,
  workshop,
} from './returned-list.ts';

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

  test('[IM25] a column that came after the list left has no mark, and the others keep theirs', async () => {
    const doc = workshop();
    const table = await listOf(
      doc,
      (rows) => {
        const state = rows[1]?.[column(rows, 'state')];
        type(rows, 1, 'state', String(state).slice(0, -4)); // the mark of `eforms`, the last
        type(rows, 1, 'eforms', 'Achat innovant');
      },
      'csv',
    );
    workOn(doc);
    const { changed, isDated } = differenceWith(table, doc);
    expect(isDated).toBe(true);
    expect(changed.flatMap(({ changes }) => changes)).toEqual([
      { key: 'eforms', before: '', after: 'Achat innovant' },
    ]);
  });
});
