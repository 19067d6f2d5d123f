/** Lines that somebody moved, copied, added or took out of a list. */
import { describe, expect, test } from 'vitest';
import { addAction, restoreAction } from '../../../shared/board/commands/actions.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import { findReturned } from '../../../shared/import/round-trip.ts';
import type { ColumnKey } from '../../../shared/table/columns.ts';
import { unwrap } from '../../support/result.ts';
import { author } from '../../support/small-workshop.ts';
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

  test('[IM13] without a title two cells are a note, three are a line that has none', async () => {
    const rest = (keys: readonly ColumnKey[]) =>
      differenceAfter((rows) => {
        rows.push([]);
        for (const key of keys) type(rows, rows.length - 1, key, '2');
      });
    expect(await rest(['means', 'impact'])).toEqual(nothing);
    expect(await rest(['id', 'means', 'impact'])).toEqual(nothing); // says nothing of an action
    expect(messages(await rest(['means', 'impact', 'feasibility']))).toEqual([
      'Ligne 4 : intitulé absent, ligne mise de côté.',
    ]);
  });

  test('[IM13] a title may stand above the list, on nineteen lines', async () => {
    const { changed } = await differenceAfter((rows) => {
      type(rows, 2, 'title', 'Former les acheteurs');
      rows.unshift(...Array.from({ length: 19 }, () => ['Plan d’actions']));
    });
    expect(changed).toMatchObject([{ id: 'c2', line: 22 }]);
  });

  test('[IM13] a list of another workshop is not known as ours', async () => {
    const table = await listOf(workshop(), (rows) => {
      for (const line of [1, 2]) type(rows, line, 'id', `autre-${line}`);
    });
    const sheets = table.sheets.slice(0, 1);
    expect(findReturned({ ...table, sheets }, readBoard(workshop()))).toBeUndefined();
    expect(findReturned({ ...table, sheets: [] }, readBoard(workshop()))).toBeUndefined();
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
