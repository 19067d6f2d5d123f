/**
 * The action list as CSV, in two dialects: one that French Excel opens right with a double click,
 * one that programs read unaltered.
 */
import Papa from 'papaparse';
import { COLUMNS, type Column, type ColumnKind } from '../table/columns.ts';
import { neutral } from '../table/formula.ts';
import { frenchDay, frenchNumber } from '../table/french.ts';
import type { ActionList, Cell, Value } from './action-list.ts';
import type { Language } from './input.ts';

export interface Dialect {
  readonly delimiter: ';' | ',';
  /** A mark at the start, without which Excel takes UTF-8 for something else. */
  readonly byteOrderMark: boolean;
  readonly number: (value: number) => string;
  readonly date: (day: string) => string;
  /** Texts that a spreadsheet would run get an apostrophe, which changes the data. */
  readonly neutralised: boolean;
}

export const FRENCH_EXCEL: Dialect = {
  delimiter: ';',
  byteOrderMark: true,
  number: frenchNumber,
  date: frenchDay,
  neutralised: true,
};
export const OPEN_DATA: Dialect = {
  delimiter: ',',
  byteOrderMark: false,
  number: String,
  date: (day) => day,
  neutralised: false,
};

/** The whole file: a line of headers, then one record per action; records end with CRLF. */
export function writeCsv(list: ActionList, dialect: Dialect, language: Language = 'fr'): string {
  const columns: readonly Column[] = COLUMNS;
  const records = [
    columns.map((column) => column[language]),
    ...list.rows.map(({ cells }) =>
      COLUMNS.map(({ key, kind }) => csvText(cells[key], kind, dialect)),
    ),
  ];
  const body = Papa.unparse(records, { delimiter: dialect.delimiter, newline: '\r\n' });
  return `${dialect.byteOrderMark ? '\uFEFF' : ''}${body}\r\n`;
}

/** A cell as it stands in the file, before its quotes. */
export function csvText(cell: Cell, kind: ColumnKind, dialect: Dialect): string {
  // A number alone stays one: an apostrophe before -5 would make it a text.
  if (typeof cell === 'number') return valueText(cell, kind, dialect);
  const text = clean(joined(cell, kind, dialect));
  return dialect.neutralised ? neutral(text) : text;
}

function joined(cell: Cell, kind: ColumnKind, dialect: Dialect): string {
  if (typeof cell !== 'object') return valueText(cell, kind, dialect);
  if ('members' in cell) return cell.members.join(' ; ');
  return cell.lines.map((value) => valueText(value, kind, dialect)).join('\n');
}

function valueText(value: Value, kind: ColumnKind, { number, date }: Dialect): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return number(value);
  return kind === 'date' ? date(value) : value;
}

/** Line ends as one newline; no control character but it and the tab. */
const clean = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '');
