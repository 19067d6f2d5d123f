/**
 * A table out of whatever people have: a workbook (XLSX, ODS), a CSV of any dialect, cells pasted
 * from elsewhere. It comes out as plain cells, nothing of it understood yet. What is hostile in a
 * workbook is refused before it costs anything; how long reading lasts is bounded by the caller.
 */

import { zipSync } from 'fflate';
import { readOds } from 'hucre/ods';
import type { CellValue, Sheet as HucreSheet, Workbook } from 'hucre/xlsx';
import { readXlsx } from 'hucre/xlsx';
import { err, ok, type Result } from '../result.ts';
import type { TableCell } from '../table/cell.ts';
import { type Archive, type ArchiveFault, openArchive } from './archive.ts';
import { decodeText, readDelimited } from './delimited.ts';
import { plainOds } from './plain-ods.ts';

export interface Sheet {
  readonly name: string;
  /** The first is line 1 of the sheet; lines may differ in length. */
  readonly rows: readonly (readonly TableCell[])[];
  /** Lines or columns beyond {@link TABLE_LIMITS} were left out. */
  readonly isCut: boolean;
  /** A quote opened on this line is never closed: what follows it may be in one cell. */
  readonly openQuoteLine?: number;
}
export interface Table {
  readonly source: 'xlsx' | 'ods' | 'text';
  /** Those with something in them, at least one; hidden ones are left out. */
  readonly sheets: readonly Sheet[];
}

export type TableFault = ArchiveFault | 'too-large' | 'old-format' | 'not-a-table' | 'empty';

export const TABLE_LIMITS = {
  fileBytes: 10 * 1024 * 1024,
  rows: 10_000,
  columns: 200,
} as const;

/** Reads a file, by what is in it: names and types of files lie too often. */
export async function readTable(bytes: Uint8Array): Promise<Result<Table, TableFault>> {
  if (bytes.length === 0) return err('empty');
  if (bytes.length > TABLE_LIMITS.fileBytes) return err('too-large');
  if (startsWith(bytes, [0x50, 0x4b])) return readWorkbook(bytes);
  // The container of .xls files, and of workbooks with a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return err('old-format');
  const text = decodeText(bytes);
  return text === undefined ? err('not-a-table') : readText(text);
}

/** Reads cells pasted from a spreadsheet, a document, a mail, or the text of a CSV file. */
export function readText(text: string): Result<Table, TableFault> {
  const { rows, openQuoteLine } = readDelimited(text);
  const sheet = plainSheet('', rows);
  if (sheet.rows.length === 0) return err('empty');
  const sheets = [{ ...sheet, ...(openQuoteLine !== undefined && { openQuoteLine }) }];
  return ok({ source: 'text', sheets });
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

async function readWorkbook(bytes: Uint8Array): Promise<Result<Table, TableFault>> {
  const opened = openArchive(bytes);
  if (!opened.ok) return opened;
  const source = 'content.xml' in opened.value ? 'ods' : 'xlsx';
  const workbook = await read(source, opened.value).catch(() => undefined);
  if (!workbook) return err('xl/workbook.xml' in opened.value ? 'damaged' : 'not-a-table');
  const sheets = workbook.sheets
    .filter(({ hidden, veryHidden }) => !hidden && !veryHidden)
    .map((sheet) => plainSheet(sheet.name, sheet.rows.map(plainRow), sheet))
    .filter(({ rows }) => rows.length > 0);
  return sheets.length > 0 ? ok({ source, sheets }) : err('empty');
}

/** The readers take an archive: it is made again of what was let in, and not compressed. */
function read(source: 'ods' | 'xlsx', archive: Archive): Promise<Workbook> {
  if (source === 'ods') return readOds(zipSync(plainOds(archive), { level: 0 }));
  return readXlsx(zipSync(archive, { level: 0 }), { maxRows: TABLE_LIMITS.rows + 1 });
}

const plainRow = (row: readonly CellValue[]): readonly TableCell[] =>
  row.slice(0, TABLE_LIMITS.columns + 1).map(plainCell);

/** A date without a time is a day; formulas come as the value they had when the file was saved. */
function plainCell(value: CellValue): TableCell {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  return value;
}

function plainSheet(
  name: string,
  rows: readonly (readonly TableCell[])[],
  { merges = [] }: Pick<HucreSheet, 'merges'> = {},
): Sheet {
  const kept = rows.slice(0, TABLE_LIMITS.rows).map((row) => row.slice(0, TABLE_LIMITS.columns));
  // One cell over several lines speaks for each of them: a priority merged beside its actions.
  for (const { startRow, endRow, startCol } of merges) {
    // A file may merge the cells of column ZZZZZZ: lines are never made that wide.
    if (startCol >= TABLE_LIMITS.columns) continue;
    const value = kept[startRow]?.[startCol] ?? null;
    for (const row of kept.slice(startRow + 1, endRow + 1)) {
      while (row.length <= startCol) row.push(null);
      row[startCol] = value;
    }
  }
  while (kept.length > 0 && isEmptyRow(kept.at(-1) ?? [])) kept.pop();
  const isCut =
    rows.slice(TABLE_LIMITS.rows).some((row) => !isEmptyRow(row)) ||
    rows.some((row) => !isEmptyRow(row.slice(TABLE_LIMITS.columns)));
  return { name, rows: kept, isCut };
}

export const isEmptyRow = (row: readonly TableCell[]): boolean =>
  row.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''));
