/**
 * Finds our own action list in a file that comes back: the sheet that was worked on, and the one
 * that says which line is which action when the first does not.
 */
import type { Board } from '../board/board.ts';
import type { Language } from '../export/input.ts';
import { type ActionId, isId } from '../ids.ts';
import { textOf } from '../table/canonical.ts';
import type { TableCell } from '../table/cell.ts';
import type { ColumnKey } from '../table/columns.ts';
import { languageOf, ownColumn } from './mapping.ts';
import { columnName, type Unreadable } from './sheet-cells.ts';
import type { Sheet, Table } from './table.ts';
import { TARGETS } from './targets.ts';

export type RowCells = ReadonlyMap<ColumnKey, TableCell>;

export interface ReturnedRow {
  /** As a spreadsheet counts them, from 1. */
  readonly line: number;
  /** Null for a line that is no known action: somebody added it. */
  readonly id: ActionId | null;
  readonly cells: RowCells;
  /** It may be another: only its number or only its title is known. */
  readonly isInDoubt?: true;
}

export interface Returned {
  readonly language: Language;
  /** Name of the sheet that was worked on; empty for a CSV. */
  readonly sheetName: string;
  /** Its lines, in their order. */
  readonly rows: readonly ReturnedRow[];
  /** What other sheets say of the same actions, in columns of ours. */
  readonly besides: ReadonlyMap<ActionId, RowCells>;
  /** Cells that its program could not calculate: they say nothing. */
  readonly unreadable: readonly Unreadable[];
  /** Nothing in it says which line is which action: they were known by what they say. */
  readonly isRecognised?: true;
}

/** The list in a table; undefined when none of its identifiers is of this board. */
export function findReturned(table: Table, board: Board): Returned | undefined {
  const lists = table.sheets.flatMap((sheet) => readList(sheet) ?? []);
  const main = lists
    .filter(({ columns }) => columns.has('title'))
    .sort((a, b) => readColumns(b) - readColumns(a))[0];
  if (!main) return undefined;
  const others = lists.filter((list) => list !== main && list.columns.has('id'));
  const numbered = new Map<string, ActionId>();
  const besides = new Map<ActionId, RowCells>();
  for (const { cells } of others.flatMap((list) => list.rows)) {
    const id = idIn(cells);
    if (id === undefined) continue;
    besides.set(id, cells);
    const number = textOf(cells.get('number'));
    if (number !== '') numbered.set(number, id);
  }
  const rows = main.rows.map(({ line, cells }) => ({
    line,
    cells,
    id: idIn(cells) ?? numbered.get(textOf(cells.get('number'))) ?? null,
  }));
  const isOurs = rows.some(({ id }) => id !== null && board.actions.has(id));
  const { language, sheet } = main;
  const unreadable = sheet.unreadable ?? [];
  return isOurs ? { language, sheetName: sheet.name, rows, besides, unreadable } : undefined;
}

interface List {
  readonly sheet: Sheet;
  readonly language: Language;
  readonly columns: ReadonlySet<ColumnKey>;
  readonly rows: readonly { readonly line: number; readonly cells: RowCells }[];
}

/** Lines above the headers: a title, a date. */
const headerLines = 20;

/** A list is known by a line with at least two headers of ours, one of which tells actions apart. */
function readList(sheet: Sheet): List | undefined {
  const header = sheet.rows.slice(0, headerLines).findIndex((row) => {
    const keys = keysOf(row);
    return keys.size > 1 && (keys.has('id') || keys.has('number'));
  });
  const heads = sheet.rows[header];
  if (!heads) return undefined;
  const keys = keysOf(heads);
  // What its program could not calculate says nothing: it is no cell that somebody emptied.
  const unreadable = new Set(sheet.unreadable?.map(({ column, line }) => `${column}${line}`));
  const rows = sheet.rows.slice(header + 1).map((row, at) => ({
    line: header + at + 2,
    cells: new Map(
      [...keys]
        .filter(([, place]) => !unreadable.has(`${columnName(place)}${header + at + 2}`))
        .map(([key, place]) => [key, row[place] ?? null]),
    ),
  }));
  return { sheet, language: languageOf(heads), columns: new Set(keys.keys()), rows };
}

/** The place of each column of ours; of two with the same header the first. */
function keysOf(row: readonly TableCell[]): ReadonlyMap<ColumnKey, number> {
  const keys = new Map<ColumnKey, number>();
  row.forEach((header, place) => {
    const key = ownColumn(header);
    if (key !== undefined && !keys.has(key)) keys.set(key, place);
  });
  return keys;
}

const readColumns = ({ columns }: List): number =>
  Object.keys(TARGETS).filter((key) => columns.has(key as ColumnKey)).length;

function idIn(cells: RowCells): ActionId | undefined {
  const id = textOf(cells.get('id'));
  return isId(id) ? (id as ActionId) : undefined;
}
