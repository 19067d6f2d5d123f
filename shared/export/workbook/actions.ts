/**
 * The sheet people work on: the columns of the annex for the actions on show, then what brings an
 * amended sheet back where it came from. Nothing stands below it.
 */
import { COLUMNS, type ColumnKey } from '../../table/columns.ts';
import type { Sheet } from './plain-workbook.ts';
import { listColumns, type WorkbookContext } from './workbook-context.ts';

/** Told in the trace, since they say how the list was made. */
const traced: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  'proposedBy',
  'mergedInto',
  'comments',
  'state',
]);
const keys = COLUMNS.map(({ key }) => key).filter((key) => !traced.has(key));
const annexed = COLUMNS.filter((column) => !('trace' in column)).length;
/** Number, priority and title. */
const frozen = 3;

export function actionSheet(context: WorkbookContext): Sheet {
  const { rows, cell, words } = context;
  const shown = rows.filter(({ status }) => status !== 'merged' && status !== 'discarded');
  return {
    name: words.sheets.actions,
    columns: listColumns(keys, context),
    rows: shown.map((row) => keys.map((key) => cell(row, key))),
    notes: [],
    frozen,
    printed: annexed,
    // On one page across, even of A3, twenty-eight columns could not be read.
    pagesWide: 2,
  };
}
