/** A workbook as XLSX (ECMA-376). The only file of the exports that knows the library that writes it. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import {
  type CellStyle,
  type CellValue,
  type WriteOptions,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx';
import { clipped } from '../table/safe-text.ts';
import {
  filteredRows,
  headRows,
  heightInLines,
  letterOf,
  linesOfSheet,
  type SheetLine,
} from './workbook/layout.ts';
import type { Sheet, SheetCell, SheetColumn, Workbook } from './workbook/plain-workbook.ts';
import { zipDay } from './zip-day.ts';

export async function writeWorkbookXlsx(workbook: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  const { title, description, made, sheets } = workbook;
  const at = new Date(made);
  const bytes = await writeXlsx({
    properties: { title, description, creator: 'Gommette', created: at, modified: at },
    defaultFont: font,
    sheets: sheets.map((sheet) => sheetOf(sheet, workbook)),
    namedRanges: sheets.flatMap(rangesOf),
  });
  return mended(bytes, made);
}

/** What the library writes, or does not, whatever it is asked. */
const MENDS: readonly (readonly [file: RegExp, what: RegExp, instead: string])[] = [
  // Heights of rows are a first guess: without this one a row grows with what people add to it.
  [/^xl\/worksheets\/sheet\d+\.xml$/, /(<row [^>]*) customHeight="1"/g, '$1'],
  [/^xl\/workbook\.xml$/, /(?<=name="_xlnm\._FilterDatabase")/g, ' hidden="1"'],
];

function mended(bytes: Uint8Array, made: number): Uint8Array<ArrayBuffer> {
  const files = unzipSync(bytes);
  for (const [name, content] of Object.entries(files))
    for (const [file, what, instead] of MENDS)
      if (file.test(name)) files[name] = strToU8(strFromU8(content).replace(what, instead));
  return new Uint8Array(zipSync(files, { mtime: zipDay(made) }));
}

/**
 * What is filtered, what is printed, what is on each page, by the names that programs know. From
 * the set-up of a page the library would write the last two without the quotes that a name of two
 * words needs, and Excel would call the file damaged.
 */
function rangesOf(sheet: Sheet): NonNullable<WriteOptions['namedRanges']> {
  const { name, columns, frozen, printed } = sheet;
  const range = (from: string, to: string) => `'${name}'!$${from}:$${to}`;
  const area = (from: number, column: number, to: number) =>
    range(`A$${from}`, `${letterOf(column)}$${to}`);
  const titles = `${range('A', letterOf(frozen))},${range('1', `${headRows(sheet)}`)}`;
  const filtered = filteredRows(sheet);
  return [
    ...(filtered ? [['_FilterDatabase', area(filtered[0], columns.length, filtered[1])]] : []),
    ['Print_Area', area(1, printed, linesOfSheet(sheet).length)],
    ['Print_Titles', titles],
  ].map(([title = '', place = '']) => ({ name: `_xlnm.${title}`, range: place, scope: name }));
}

function sheetOf(sheet: Sheet, workbook: Workbook): WriteSheet {
  const { name, columns, frozen, pagesWide } = sheet;
  const lines = linesOfSheet(sheet);
  const filtered = filteredRows(sheet);
  return {
    name,
    columns: columns.map((column) => ({ width: column.width, style: styleOf(column) })),
    rows: lines.map(({ cells }) => cells.map(contentOf)),
    cells: new Map(lines.flatMap((line, row) => styledCells(line, row, columns))),
    rowDefs: new Map(lines.map((line, row) => [row, { height: heightOf(line, columns) }])),
    ...(filtered && {
      autoFilter: { range: `A${filtered[0]}:${letterOf(columns.length)}${filtered[1]}` },
    }),
    freezePane: { rows: headRows(sheet), columns: frozen },
    pageSetup: {
      paperSize: 'a3',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: pagesWide,
      fitToHeight: 0, // as many as it takes
      margins: { left: 0.4, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 }, // inches
    },
    headerFooter: {
      oddHeader: `&L${plain(workbook.about)}&R${plain(name)}`,
      oddFooter: `&L${plain(workbook.notice)}&R${workbook.page} &P ${workbook.of} &N`,
    },
  };
}

/** Its text alone: `&` begins a code there, and the whole may have 255 characters. */
const plain = (text: string): string =>
  escaped(clipped(text, maxHeaderCharacters)).replace(/&/g, '&&');
const maxHeaderCharacters = 110;

function contentOf(cell: SheetCell): CellValue {
  if (typeof cell === 'string') return escaped(cell);
  if (cell === null || typeof cell === 'number') return cell;
  return new Date(`${cell.day}T00:00:00Z`);
}

/** Keeps what readers of XLSX take for the code of a character (ECMA-376 §22.9.2.19): `_x000D_`. */
const escaped = (text: string): string => text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F$&');

/** Points; a row may have 409 (Excel). */
const lineHeight = 15;
const heightOf = (line: SheetLine, columns: readonly SheetColumn[]): number =>
  Math.min(409, lineHeight * heightInLines(line, columns));

type StyledCell = readonly [place: string, cell: { value: CellValue; style: CellStyle }];

/** Cells that differ from their column. */
const styledCells = (
  { kind, cells }: SheetLine,
  row: number,
  columns: readonly SheetColumn[],
): readonly StyledCell[] =>
  kind === 'row'
    ? []
    : cells.map((cell, at) => {
        const style = STYLES[kind];
        const own = kind === 'note' ? {} : ALIGNMENTS[columns[at]?.kind ?? 'text'];
        const alignment = {
          ...own,
          ...style.alignment,
          wrapText: kind === 'head' || kind === 'hint',
        };
        return [`${row},${at}`, { value: contentOf(cell), style: { ...style, alignment } }];
      });

const font = { name: 'Calibri', size: 11 } as const;
const bold = { ...font, bold: true } as const;
const grey = { rgb: '8A8A8A' };
const border = { bottom: { style: 'thin', color: { rgb: 'D5D9E0' } } } as const;
const top = { vertical: 'top' } as const;

/** Numbers keep away from the text that follows them; a header stands as what is below it. */
const ALIGNMENTS: Readonly<Record<SheetColumn['kind'], CellStyle['alignment']>> = {
  code: {},
  text: { wrapText: true },
  number: { horizontal: 'right', indent: 1 },
  date: { horizontal: 'center' },
};

const NUMBER_FORMATS: Partial<Record<SheetColumn['kind'], string>> = {
  code: '@',
  date: 'dd/mm/yyyy',
};

function styleOf({ kind }: SheetColumn): CellStyle {
  const numFmt = NUMBER_FORMATS[kind];
  return { border, alignment: { ...top, ...ALIGNMENTS[kind] }, ...(numFmt && { numFmt }) };
}

const STYLES: Readonly<Record<Exclude<SheetLine['kind'], 'row'>, CellStyle>> = {
  head: {
    font: bold,
    alignment: { vertical: 'center' },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EDF5' } },
    border: { bottom: { style: 'thin', color: grey } },
  },
  total: { font: bold, border: { top: { style: 'thin', color: grey } } },
  hint: { font: { ...font, italic: true }, alignment: top },
  // On one line, over the empty cells beside it.
  note: { font: { ...font, italic: true }, alignment: top },
};
