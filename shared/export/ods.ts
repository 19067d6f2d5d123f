/**
 * A workbook as OpenDocument (ODF 1.3), written by hand over the zip: the library of the other one
 * has neither line breaks nor page set-up here. How it looks is in `ods-styles.ts`.
 */
import { ODF_NAMESPACES, packOdf } from './odf.ts';
import {
  automaticStyles,
  cellStyle,
  columnStyle,
  headStyle,
  rowStyle,
  settingsXml,
  stylesXml,
  tableStyle,
} from './ods-styles.ts';
import {
  filteredRows,
  headRows,
  heightInLines,
  letterOf,
  linesOfSheet,
  type SheetLine,
} from './workbook/layout.ts';
import type { Sheet, SheetCell, SheetColumn, Workbook } from './workbook/plain-workbook.ts';
import { xmlHead, xmlText } from './xml.ts';

export const writeWorkbookOds = (workbook: Workbook): Uint8Array<ArrayBuffer> =>
  packOdf('application/vnd.oasis.opendocument.spreadsheet', workbook, {
    'content.xml': contentXml(workbook),
    'styles.xml': stylesXml(workbook),
    'settings.xml': settingsXml(workbook),
  });

function contentXml(workbook: Workbook): string {
  const heights = new Set<number>();
  const tables = workbook.sheets.map((sheet, at) => tableXml(sheet, at, heights));
  const filters = workbook.sheets.flatMap((sheet, at) => {
    const filtered = filteredRows(sheet);
    if (!filtered) return [];
    const address = addressOf(sheet, filtered[0], sheet.columns.length, filtered[1]);
    return `<table:database-range table:name="Filter${at + 1}" table:target-range-address="${address}" table:display-filter-buttons="true"/>`;
  });
  return `${xmlHead}<office:document-content ${ODF_NAMESPACES} office:version="1.3"><office:automatic-styles>${automaticStyles(workbook, heights)}</office:automatic-styles><office:body><office:spreadsheet>${tables.join('')}<table:database-ranges>${filters.join('')}</table:database-ranges></office:spreadsheet></office:body></office:document-content>`;
}

/** From the first cell of a row to another. */
function addressOf({ name }: Sheet, from: number, column: number, to: number): string {
  const table = xmlText(`'${name}'`);
  return `${table}.A${from}:${table}.${letterOf(column)}${to}`;
}

function tableXml(sheet: Sheet, at: number, heights: Set<number>): string {
  const { name, columns, frozen, printed } = sheet;
  const lines = linesOfSheet(sheet);
  const head = headRows(sheet);
  const column = ({ width, kind }: SheetColumn) =>
    `<table:table-column table:style-name="${columnStyle(width)}" table:default-cell-style-name="${cellStyle(kind)}"/>`;
  const kept = columns.slice(0, frozen).map(column).join('');
  const others = columns.slice(frozen).map(column).join('');
  const rows = lines.map((line) => {
    const height = Math.min(maxLines, heightInLines(line, columns));
    heights.add(height);
    const cells = line.cells.map((cell, place) => cellXml(cell, styleIn(line, columns[place])));
    return `<table:table-row table:style-name="${rowStyle(height)}">${cells.join('') || '<table:table-cell/>'}</table:table-row>`;
  });
  return `<table:table table:name="${xmlText(name)}" table:style-name="${tableStyle(at)}" table:print-ranges="${addressOf(sheet, 1, printed, lines.length)}"><table:table-header-columns>${kept}</table:table-header-columns>${others}<table:table-header-rows>${rows.slice(0, head).join('')}</table:table-header-rows>${rows.slice(head).join('')}</table:table>`;
}

/** A row higher than a page of paper is cut there anyway. */
const maxLines = 60;

/** A cell of the list has the style of its column. */
function styleIn({ kind }: SheetLine, column: SheetColumn | undefined): string {
  if (kind === 'row') return '';
  const name =
    kind === 'head' ? headStyle(column?.kind ?? 'text') : kind === 'total' ? kind : 'note';
  return ` table:style-name="${name}"`;
}

function cellXml(cell: SheetCell, style: string): string {
  if (cell === null) return `<table:table-cell${style}/>`;
  if (typeof cell === 'number')
    return `<table:table-cell${style} office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
  if (typeof cell === 'string')
    return `<table:table-cell${style} office:value-type="string">${cell.split('\n').map(lineXml).join('')}</table:table-cell>`;
  return `<table:table-cell${style} office:value-type="date" office:date-value="${cell.day}"><text:p>${cell.day}</text:p></table:table-cell>`;
}

/** Spaces at the ends, and those that follow another, would be dropped: they are counted instead. */
const lineXml = (line: string): string =>
  `<text:p>${xmlText(line).replace(/^ +| +$|(?<= ) +/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)}</text:p>`;
