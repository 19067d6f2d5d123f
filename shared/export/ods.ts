/**
 * A workbook as OpenDocument (ODF 1.3), written by hand over the zip: the library of the other one
 * has neither line breaks nor page set-up here. How it looks is in `ods-styles.ts`.
 */
import { odfNamespaces, packOdf } from './odf.ts';
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
import { type Xml, xml } from './xml.ts';

export const writeWorkbookOds = (workbook: Workbook): Uint8Array<ArrayBuffer> =>
  packOdf('application/vnd.oasis.opendocument.spreadsheet', workbook, {
    'content.xml': contentXml(workbook),
    'styles.xml': stylesXml(workbook),
    'settings.xml': settingsXml(workbook),
  });

function contentXml(workbook: Workbook): Xml {
  const heights = new Set<number>();
  const tables = workbook.sheets.map((sheet, at) => tableXml(sheet, at, heights));
  return xml`<office:document-content${odfNamespaces} office:version="1.3">
    <office:automatic-styles>${automaticStyles(workbook, heights)}</office:automatic-styles>
    <office:body><office:spreadsheet>
      ${tables}
      <table:database-ranges>${workbook.sheets.flatMap(filterXml)}</table:database-ranges>
    </office:spreadsheet></office:body>
  </office:document-content>`;
}

function filterXml(sheet: Sheet, at: number): readonly Xml[] {
  const filtered = filteredRows(sheet);
  if (!filtered) return [];
  const address = addressOf(sheet, filtered[0], sheet.columns.length, filtered[1]);
  const range = xml`<table:database-range table:name="Filter${at + 1}"
    table:target-range-address="${address}" table:display-filter-buttons="true"/>`;
  return [range];
}

/** From the first cell of a row to another. */
function addressOf({ name }: Sheet, from: number, column: number, to: number): string {
  const table = `'${name}'`;
  return `${table}.A${from}:${table}.${letterOf(column)}${to}`;
}

function tableXml(sheet: Sheet, at: number, heights: Set<number>): Xml {
  const { name, columns, frozen, printed } = sheet;
  const lines = linesOfSheet(sheet);
  const head = headRows(sheet);
  const all = columns.map(columnXml);
  const rows = lines.map((line) => {
    const height = Math.min(maxLines, heightInLines(line, columns));
    heights.add(height);
    const cells = line.cells.map((cell, place) => cellXml(cell, styleIn(line, columns[place])));
    return xml`<table:table-row table:style-name="${rowStyle(height)}">
      ${cells.length > 0 ? cells : xml`<table:table-cell/>`}
    </table:table-row>`;
  });
  return xml`<table:table table:name="${name}" table:style-name="${tableStyle(at)}"
    table:print-ranges="${addressOf(sheet, 1, printed, lines.length)}">
    <table:table-header-columns>${all.slice(0, frozen)}</table:table-header-columns>
    ${all.slice(frozen)}
    <table:table-header-rows>${rows.slice(0, head)}</table:table-header-rows>
    ${rows.slice(head)}
  </table:table>`;
}

/** A row higher than a page of paper is cut there anyway. */
const maxLines = 60;

const columnXml = ({ width, kind }: SheetColumn): Xml => xml`<table:table-column
  table:style-name="${columnStyle(width)}" table:default-cell-style-name="${cellStyle(kind)}"/>`;

/** The style of a cell; one of the list has that of its column. */
function styleIn({ kind }: SheetLine, column: SheetColumn | undefined): string | undefined {
  if (kind === 'row') return undefined;
  if (kind === 'head') return headStyle(column?.kind ?? 'text');
  return kind === 'total' ? 'total' : 'note';
}

function cellXml(cell: SheetCell, style: string | undefined): Xml {
  const named = style && xml` table:style-name="${style}"`;
  if (cell === null) return xml`<table:table-cell${named}/>`;
  if (typeof cell === 'string')
    return xml`<table:table-cell${named} office:value-type="string">
      ${cell.split('\n').map(lineXml)}
    </table:table-cell>`;
  if (typeof cell === 'number')
    return xml`<table:table-cell${named} office:value-type="float" office:value="${cell}">
      <text:p>${cell}</text:p>
    </table:table-cell>`;
  return xml`<table:table-cell${named} office:value-type="date" office:date-value="${cell.day}">
    <text:p>${cell.day}</text:p>
  </table:table-cell>`;
}

/** Spaces at the ends, and those that follow another, would be dropped: they are counted instead. */
function lineXml(line: string): Xml {
  const parts = line.split(/(^ +| +$|(?<= ) +)/);
  return xml`<text:p>
    ${parts.map((part, at) => (at % 2 ? xml`<text:s text:c="${part.length}"/>` : xml`${part}`))}
  </text:p>`;
}
