/** What the sheets of a workbook are made from, worked out once. */
import type { ActionId } from '../../ids.ts';
import { COLUMNS, type ColumnKey } from '../../table/columns.ts';
import { workbookEn } from '../../text/en/workbook.ts';
import { workbookFr } from '../../text/fr/workbook.ts';
import type { Translated } from '../../text/texts.ts';
import { type ActionRow, actionList } from '../action-list.ts';
import type { ExportInput } from '../input.ts';
import { cellOf } from './cells.ts';
import type { SheetCell, SheetColumn } from './plain-workbook.ts';

export interface WorkbookContext {
  readonly input: ExportInput;
  readonly words: Translated<typeof workbookFr>;
  /** Every action, in the order of the list. */
  readonly rows: readonly ActionRow[];
  readonly rowOf: ReadonlyMap<ActionId, ActionRow>;
  readonly cell: (row: ActionRow, key: ColumnKey) => SheetCell;
}

const words = { fr: workbookFr, en: workbookEn };

export function contextOf(input: ExportInput): WorkbookContext {
  const { rows } = actionList(input.board, input);
  return {
    input,
    words: words[input.language],
    rows,
    rowOf: new Map(rows.map((row) => [row.id, row])),
    cell: ({ cells }, key) => cellOf(cells[key], byKey[key].kind, input.language),
  };
}

const byKey = Object.fromEntries(COLUMNS.map((column) => [column.key, column])) as Readonly<
  Record<ColumnKey, (typeof COLUMNS)[number]>
>;

/** Columns of the action list that a sheet takes over, under the same names. */
export const listColumns = (
  keys: readonly ColumnKey[],
  { input: { language } }: WorkbookContext,
): readonly SheetColumn[] =>
  keys.map((key) => ({ label: byKey[key][language], kind: kindOf(key), width: byKey[key].width }));

function kindOf(key: ColumnKey): SheetColumn['kind'] {
  if (key === 'number' || key === 'id') return 'code';
  const { kind } = byKey[key];
  return kind === 'number' || kind === 'date' ? kind : 'text';
}
