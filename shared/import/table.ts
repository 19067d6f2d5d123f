/**
 * A table out of whatever people have: a workbook (XLSX, ODS), a CSV of any dialect, cells pasted
 * from elsewhere. It comes out as plain cells, nothing of it understood yet. What is hostile in a
 * workbook is refused before it costs anything; how long reading lasts is bounded by the caller.
 */

import { strToU8, zipSync } from 'fflate';
import { readOds } from 'hucre/ods';
import type { Sheet as HucreSheet, Workbook } from 'hucre/xlsx';
import { readXlsx } from 'hucre/xlsx';
import { err, ok, type Result } from '../result.ts';
import type { TableCell } from '../table/cell.ts';
import { type Archive, type ArchiveFault, openArchive } from './archive.ts';
import { decodeText, readDelimited } from './delimited.ts';
import { plainOds } from './plain-ods.ts';
import { cellsOf, type Unreadable } from './sheet-cells.ts';

export interface Sheet {
  readonly name: string;
  /** The first is line 1 of the sheet; lines may differ in length. */
  readonly rows: readonly (readonly TableCell[])[];
  /** Lines or columns beyond {@link TABLE_LIMITS} were left out. */
  readonly isCut: boolean;
  /** What its program could not, or did not yet, calculate: those cells are empty here. */
  readonly unreadable?: readonly Unreadable[];
  /** How many lines and columns its program does not show; they are read like the others. */
  readonly hidden?: { readonly rows: number; readonly columns: number };
  /** Lines, from 0, of which one cell stands for the whole line or most of it. */
  readonly bands?: ReadonlySet<number>;
  /** A quote opened on this line is never closed: what follows it may be in one cell. */
  readonly openQuoteLine?: number;
}
export interface Table {
  readonly source: 'xlsx' | 'ods' | 'text';
  /** Those with something in them, at least one; hidden ones are left out. */
  readonly sheets: readonly Sheet[];
  /** Names of the sheets that are hidden. */
  readonly hiddenSheets?: readonly string[];
}

/** A table that somebody else has taken apart: a web page is read where there is a browser. */
export interface Grid {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** `web-page`: one without a table, or too long to be read. */
export type TableFault =
  | ArchiveFault
  | 'too-large'
  | 'old-format'
  | 'web-page'
  | 'not-a-table'
  | 'empty';

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
  if (text === undefined) return err('not-a-table');
  if (isFlatOds(text)) return readSheets('ods', { 'content.xml': strToU8(text) });
  if (isWebPage(text)) return err('web-page');
  // Workbooks of Excel 2003, and any other program's.
  return /^\s*<\?xml/.test(text.slice(0, 100)) ? err('old-format') : readText(text);
}

/** An OpenDocument workbook that is one text (`.fods`). */
const isFlatOds = (text: string): boolean =>
  /<office:document\s[^>]*opendocument\.spreadsheet/.test(text.slice(0, 20_000));

/** Whether a text is the source of a web page, by whatever name its file goes. */
export const isWebPage = (text: string): boolean =>
  /^[\s\uFEFF]*<(?:!doctype\s+html|html|head|body|meta|table|div|style|!--)[\s>-]/i.test(
    text.slice(0, 2_000),
  );

/** Tables of a web page, or of what a page put on the clipboard. */
export function readGrids(grids: readonly Grid[]): Result<Table, TableFault> {
  if (grids.length === 0) return err('web-page');
  const sheets = grids
    .map(({ name, rows }) => plainSheet(name, rows))
    .filter(({ rows }) => rows.length > 0);
  return sheets.length > 0 ? ok({ source: 'text', sheets }) : err('empty');
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
  return readSheets('content.xml' in opened.value ? 'ods' : 'xlsx', opened.value);
}

async function readSheets(
  source: 'ods' | 'xlsx',
  archive: Archive,
): Promise<Result<Table, TableFault>> {
  const workbook = await read(source, archive).catch(() => undefined);
  if (!workbook) return err('xl/workbook.xml' in archive ? 'damaged' : 'not-a-table');
  const isHidden = ({ hidden, veryHidden }: HucreSheet) => hidden === true || veryHidden === true;
  const sheets = workbook.sheets
    .filter((sheet) => !isHidden(sheet))
    .map(sheetOf)
    .filter(({ rows }) => rows.length > 0);
  const hiddenSheets = workbook.sheets.filter(isHidden).map(({ name }) => name);
  if (sheets.length === 0) return err('empty');
  return ok({ source, sheets, ...(hiddenSheets.length > 0 && { hiddenSheets }) });
}

function sheetOf(sheet: HucreSheet): Sheet {
  const { rows, unreadable } = cellsOf(sheet, TABLE_LIMITS.columns);
  const bands = new Set(
    (sheet.merges ?? []).flatMap(({ startRow, endRow, startCol, endCol }) =>
      startRow === endRow && endCol - startCol >= 2 ? [startRow] : [],
    ),
  );
  const hidden = {
    rows: [...(sheet.rowDefs?.values() ?? [])].filter((row) => row.hidden === true).length,
    columns: (sheet.columns ?? []).filter((column) => column?.hidden === true).length,
  };
  return {
    ...plainSheet(sheet.name, rows, sheet),
    ...(unreadable.length > 0 && { unreadable }),
    ...(hidden.rows + hidden.columns > 0 && { hidden }),
    ...(bands.size > 0 && { bands }),
  };
}

/** The readers take an archive: it is made again of what was let in, and not compressed. */
function read(source: 'ods' | 'xlsx', archive: Archive): Promise<Workbook> {
  // With their formats: a number says something else as a percentage.
  const options = { readStyles: true, maxRows: TABLE_LIMITS.rows + 1 };
  if (source === 'ods') return readOds(zipSync(plainOds(archive), { level: 0 }), options);
  return readXlsx(zipSync(archive, { level: 0 }), options);
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
