/**
 * The cells of a workbook as people see them there. What a cell is shown as belongs to what it says:
 * 0.85 in a cell of percentages is 85 %, an amount has its currency, and a year typed into a cell of
 * days is that year. A cell in error, or a formula that was never calculated, says nothing: it is
 * told with its place.
 */
import type { Cell, CellValue, Sheet as HucreSheet } from 'hucre/xlsx';
import type { TableCell } from '../table/cell.ts';

/** `error`: what the spreadsheet could not calculate; `uncalculated`: what it has not. */
export interface Unreadable {
  /** As a spreadsheet counts them, from 1. */
  readonly line: number;
  /** `A`, `B`, … */
  readonly column: string;
  readonly kind: 'error' | 'uncalculated';
  /** `#REF!`; empty for a formula. */
  readonly text: string;
}

export interface ReadCells {
  readonly rows: readonly (readonly TableCell[])[];
  readonly unreadable: readonly Unreadable[];
}

/** @param columns how many of a line are kept at most */
export function cellsOf(sheet: Pick<HucreSheet, 'rows' | 'cells'>, columns: number): ReadCells {
  const unreadable: Unreadable[] = [];
  const rows = sheet.rows.map((row, line) =>
    row.slice(0, columns + 1).map((value, column) => {
      const cell = sheet.cells?.get(`${line},${column}`);
      const isMarked = typeof value === 'string' && value.startsWith(IN_ERROR);
      const kind = isMarked ? 'error' : cell && unreadableAs(cell);
      if (!kind) return shown(value, cell?.style?.numFmt ?? '');
      const text = kind === 'error' ? String(value).replace(IN_ERROR, '') : '';
      unreadable.push({ line: line + 1, column: columnName(column), kind, text });
      return null;
    }),
  );
  return { rows, unreadable };
}

/** Before the text of an OpenDocument cell in error: no text begins with it, being of no alphabet. */
export const IN_ERROR = '\uE000';

function unreadableAs({ type, formula, value, formulaResult }: Cell): Unreadable['kind'] | null {
  if (type === 'error') return 'error';
  const isFormula = type === 'formula' && formula !== undefined;
  return isFormula && value === null && (formulaResult ?? null) === null ? 'uncalculated' : null;
}

/** @param format as the file has it: `0.00%`, `#,##0 "€"`, `[$-40C]d mmmm yyyy` */
export function shown(value: CellValue, format: string): TableCell {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : dayOrYear(value);
  if (typeof value !== 'number' || format === '') return value;
  // What stands between quotes or behind a sign of escape is only written beside the number.
  const bare = format.replace(/"[^"]*"|\\./g, '');
  if (bare.includes('%')) return `${plain(value * 100)} %`;
  return /€|EUR/.test(format.replaceAll('\\', '')) ? `${plain(value)} €` : value;
}

/** Without the dust of binary fractions: 0.07 × 100 is 7. */
const plain = (value: number): string => String(Number(value.toPrecision(12)));

const dayMs = 86_400_000;
/** Day 0 of spreadsheets. */
const epoch = Date.UTC(1899, 11, 30);

/** A date without a time is a day; a number of days that is a year of ours was typed as one. */
function dayOrYear(date: Date): string {
  const serial = Math.floor((date.getTime() - epoch) / dayMs);
  if (serial >= 1_990 && serial <= 2_100) return String(serial);
  return date.toISOString().slice(0, 10);
}

/** 0 is `A`, 26 is `AA`. */
export const columnName = (at: number): string =>
  (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
