/**
 * A workbook as OpenDocument (ODF 1.3), written by hand over the zip: the library of the other one
 * has neither line breaks nor page set-up here. How it looks is in `ods-styles.ts`.
 */
import { odfPart, packOdf } from './odf.ts';
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
import { el, xmlText } from './xml.ts';

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
    return el('table:database-range', {
      'table:name': `Filter${at + 1}`,
      'table:target-range-address': address,
      'table:display-filter-buttons': 'true',
    });
  });
  const content = tables.join('') + el('table:database-ranges', {}, filters.join(''));
  return odfPart(
    'office:document-content',
    el('office:automatic-styles', {}, automaticStyles(workbook, heights)) +
      el('office:body', {}, el('office:spreadsheet', {}, content)),
  );
}

/** From the first cell of a row to another. */
function addressOf({ name }: Sheet, from: number, column: number, to: number): string {
  const table = `'${name}'`;
  return `${table}.A${from}:${table}.${letterOf(column)}${to}`;
}

function tableXml(sheet: Sheet, at: number, heights: Set<number>): string {
  const { name, columns, frozen, printed } = sheet;
  const lines = linesOfSheet(sheet);
  const head = headRows(sheet);
  const column = ({ width, kind }: SheetColumn) =>
    el('table:table-column', {
      'table:style-name': columnStyle(width),
      'table:default-cell-style-name': cellStyle(kind),
    });
  const kept = columns.slice(0, frozen).map(column).join('');
  const others = columns.slice(frozen).map(column).join('');
  const rows = lines.map((line) => {
    const height = Math.min(maxLines, heightInLines(line, columns));
    heights.add(height);
    const cells = line.cells.map((cell, place) => cellXml(cell, styleIn(line, columns[place])));
    const style = { 'table:style-name': rowStyle(height) };
    return el('table:table-row', style, cells.join('') || el('table:table-cell'));
  });
  const attributes = {
    'table:name': name,
    'table:style-name': tableStyle(at),
    'table:print-ranges': addressOf(sheet, 1, printed, lines.length),
  };
  const content = [
    el('table:table-header-columns', {}, kept),
    others,
    el('table:table-header-rows', {}, rows.slice(0, head).join('')),
    ...rows.slice(head),
  ];
  return el('table:table', attributes, content.join(''));
}

/** A row higher than a page of paper is cut there anyway. */
const maxLines = 60;

/** The style of a cell; one of the list has that of its column. */
function styleIn({ kind }: SheetLine, column: SheetColumn | undefined): string | undefined {
  if (kind === 'row') return undefined;
  if (kind === 'head') return headStyle(column?.kind ?? 'text');
  return kind === 'total' ? 'total' : 'note';
}

function cellXml(cell: SheetCell, style: string | undefined): string {
  const xml = (attributes: Readonly<Record<string, string | number>>, content?: string) =>
    el('table:table-cell', { 'table:style-name': style, ...attributes }, content);
  if (cell === null) return xml({});
  if (typeof cell === 'string')
    return xml({ 'office:value-type': 'string' }, cell.split('\n').map(lineXml).join(''));
  if (typeof cell === 'number')
    return xml(
      { 'office:value-type': 'float', 'office:value': cell },
      el('text:p', {}, String(cell)),
    );
  return xml(
    { 'office:value-type': 'date', 'office:date-value': cell.day },
    el('text:p', {}, cell.day),
  );
}

/** Spaces at the ends, and those that follow another, would be dropped: they are counted instead. */
const lineXml = (line: string): string =>
  el(
    'text:p',
    {},
    xmlText(line).replace(/^ +| +$|(?<= ) +/g, (spaces) =>
      el('text:s', { 'text:c': spaces.length }),
    ),
  );
