/** A workbook as XLSX (ECMA-376). The only file that knows the library which writes it. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { clipped } from './safe-text.ts';
import {
  filteredRows,
  linesOfRow,
  linesOfSheet,
  type Sheet,
  type SheetCell,
  type SheetColumn,
  type Workbook,
} from './workbook/sheet.ts';

export async function writeWorkbookXlsx(workbook: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  const { title, description, made, sheets } = workbook;
  const at = new Date(made);
  const bytes = await writeXlsx({
    properties: { title, description, creator: 'Gommette', created: at, modified: at },
    defaultFont: font,
    sheets: sheets.map((sheet) => sheetOf(sheet, workbook)),
  });
  return withFreeRows(bytes, at);
}

/**
 * The heights of rows are a first guess, not a choice: without this attribute, which the library
 * always writes beside a height, a row grows with what people add to it.
 */
function withFreeRows(bytes: Uint8Array, at: Date): Uint8Array<ArrayBuffer> {
  const files = unzipSync(bytes);
  for (const [name, content] of Object.entries(files))
    if (name.startsWith('xl/worksheets/sheet'))
      files[name] = strToU8(
        strFromU8(content).replace(
          /(<row [^>]*) customHeight="1"/g,
          (_row, start: string) => start,
        ),
      );
  return zipSync(files, { mtime: at });
}

const font = { name: 'Calibri', size: 11 } as const;

function sheetOf(sheet: Sheet, workbook: Workbook): WriteSheet {
  const { name, columns, frozen, printed, pagesWide } = sheet;
  const lines = linesOfSheet(sheet);
  const last = letterOf(printed);
  return {
    name,
    columns: columns.map((column) => ({ width: column.width, style: styleOf(column) })),
    rows: lines.map(({ cells }) => cells.map(contentOf)),
    cells: new Map(
      lines.flatMap(({ kind, cells }, row) =>
        kind === 'row'
          ? []
          : cells.map((cell, column) => [
              `${row},${column}`,
              { value: contentOf(cell), style: STYLES[kind] },
            ]),
      ),
    ),
    rowDefs: new Map(
      lines.map(({ kind, cells }, row) => [
        row,
        {
          height: kind === 'note' ? lineHeight : heightOf(linesOfRow(cells, headed(kind, columns))),
        },
      ]),
    ),
    autoFilter: { range: `A1:${letterOf(columns.length)}${filteredRows(sheet)}` },
    freezePane: { rows: 1, columns: frozen },
    pageSetup: {
      paperSize: 'a3',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: pagesWide,
      fitToHeight: 0, // as many as it takes
      margins: { left: 0.4, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 }, // inches
      printArea: `$A$1:$${last}$${lines.length}`,
      printTitlesRow: '$1:$1',
      printTitlesColumn: `$A:$${letterOf(frozen)}`,
    },
    headerFooter: {
      oddHeader: `&L${plain(workbook.about)}&R${plain(name)}`,
      oddFooter: `&L${plain(workbook.notice)}&R${workbook.page} &P ${workbook.of} &N`,
    },
  };
}

/** Points; a row may have 409 (Excel). */
const lineHeight = 15;
const heightOf = (lines: number): number => Math.min(409, lines * lineHeight);

/** A header wraps, whatever its column holds. */
const headed = (kind: string, columns: readonly SheetColumn[]): readonly SheetColumn[] =>
  kind === 'head' ? columns.map((column) => ({ ...column, kind: 'text' })) : columns;

/** Its text alone: `&` begins a code there, and the whole may have 255 characters. */
const plain = (text: string): string => clipped(text, maxHeaderCharacters).replace(/&/g, '&&');
const maxHeaderCharacters = 110;

function contentOf(cell: SheetCell): CellValue {
  if (typeof cell === 'string') return cell.replace(escapeLike, '_x005F$&');
  if (cell === null || typeof cell === 'number') return cell;
  return new Date(`${cell.day}T00:00:00Z`);
}

/** What readers of XLSX take for the code of a character (ECMA-376 §22.9.2.19): `_x000D_`. */
const escapeLike = /_(?=x[\dA-Fa-f]{4}_)/g;

const top = { vertical: 'top' } as const;
const wrapped = { ...top, wrapText: true } as const;

function styleOf({ kind }: SheetColumn): CellStyle {
  if (kind === 'code') return { alignment: top, numFmt: '@' };
  if (kind === 'date') return { alignment: top, numFmt: 'dd/mm/yyyy' };
  return { alignment: kind === 'text' ? wrapped : top };
}

const grey = { rgb: '8A8A8A' };
const STYLES: Readonly<Record<'head' | 'total' | 'note', CellStyle>> = {
  head: {
    font: { ...font, bold: true },
    alignment: { vertical: 'center', wrapText: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EDF5' } },
    border: { bottom: { style: 'thin', color: grey } },
  },
  total: {
    font: { ...font, bold: true },
    border: { top: { style: 'thin', color: grey } },
  },
  // On one line, over the empty cells beside it.
  note: { font: { ...font, italic: true }, alignment: { ...top, wrapText: false } },
};

/** Name of a column from its number: 1 is A, 28 is AB. */
const letterOf = (column: number): string =>
  column > 26
    ? `${letterOf(Math.floor((column - 1) / 26))}${letterOf(((column - 1) % 26) + 1)}`
    : String.fromCharCode(64 + column);
