/** What the sheets of a workbook are made from, worked out once. */
import { COLUMN, type ColumnKey } from '../../table/columns.ts';
import { workbookEn } from '../../text/en/workbook.ts';
import { workbookFr } from '../../text/fr/workbook.ts';
import type { Translated } from '../../text/texts.ts';
import { type ActionRow, actionList } from '../action-list.ts';
import type { ExportInput } from '../input.ts';
import { cellOf } from './cells.ts';
import type { SheetCell, SheetColumn } from './plain-workbook.ts';

const words = { fr: workbookFr, en: workbookEn };

export function contextOf(input: ExportInput) {
  const { rows } = actionList(input.board, input);
  return {
    input,
    words: words[input.language] as Translated<typeof workbookFr>,
    /** Every action, in the order of the list. */
    rows,
    rowOf: new Map(rows.map((row) => [row.id, row])),
    cell: ({ cells }: ActionRow, key: ColumnKey): SheetCell =>
      cellOf(cells[key], COLUMN[key].kind, input.language),
  };
}
export type WorkbookContext = ReturnType<typeof contextOf>;

/** Columns of the action list that a sheet takes over, under the same names. */
export const listColumns = (
  keys: readonly ColumnKey[],
  { input: { language } }: WorkbookContext,
): readonly SheetColumn[] =>
  keys.map((key) => ({
    label: COLUMN[key][language],
    kind: kindOf(key),
    width: COLUMN[key].width,
  }));

function kindOf(key: ColumnKey): SheetColumn['kind'] {
  if (key === 'number' || key === 'id') return 'code';
  const { kind } = COLUMN[key];
  return kind === 'number' || kind === 'date' ? kind : 'text';
}
