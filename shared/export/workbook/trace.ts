/** How the list was made: every action, those merged and set aside included. */
import type { ColumnKey } from '../../table/columns.ts';
import type { Sheet } from './plain-workbook.ts';
import { listColumns, type WorkbookContext } from './workbook-context.ts';

const keys: readonly ColumnKey[] = [
  'number',
  'title',
  'priority',
  'status',
  'votes',
  'proposedBy',
  'mergedInto',
  'description',
  'comments',
  'state',
  'id',
];

export function traceSheet(context: WorkbookContext): Sheet {
  const { rows, cell, words, input } = context;
  const count = (wanted: string) => rows.filter(({ status }) => status === wanted).length;
  const [merged, discarded] = [count('merged'), count('discarded')];
  return {
    name: words.sheets.trace,
    columns: listColumns(keys, context),
    rows: rows.map((row) => keys.map((key) => cell(row, key))),
    notes: [
      ...(merged + discarded > 0 ? [words.traceNote(merged, discarded)] : []),
      input.names ? words.named : words.unnamed,
    ],
    frozen: 2,
    printed: keys.length,
    pagesWide: 1,
  };
}
