/** How the OpenDocument workbook looks: its cells, its pages, what stays in sight. */
import { localeOf } from './document/typeset.ts';
import { odfNamespaces } from './odf.ts';
import { headRows } from './workbook/layout.ts';
import type { Sheet, SheetColumn, Workbook } from './workbook/plain-workbook.ts';
import { type Xml, xml } from './xml.ts';

/** Name of the style of a cell of a column. */
export const cellStyle = (kind: SheetColumn['kind']): string => `cell-${kind}`;
export const headStyle = (kind: SheetColumn['kind']): string => `head-${kind}`;
export const columnStyle = (width: number): string => `width-${width}`;
export const rowStyle = (lines: number): string => `lines-${lines}`;
export const tableStyle = (sheet: number): string => `sheet-${sheet + 1}`;
const pageStyle = (sheet: number): string => `page-${sheet + 1}`;
const layoutStyle = (sheet: number): string => `layout-${sheet + 1}`;

/** @param heights in lines, each once */
export function automaticStyles({ sheets }: Workbook, heights: ReadonlySet<number>): Xml {
  const widths = new Set(sheets.flatMap(({ columns }) => columns.map(({ width }) => width)));
  return xml`
    <number:date-style style:name="day">
      <number:day number:style="long"/><number:text>/</number:text>
      <number:month number:style="long"/><number:text>/</number:text>
      <number:year number:style="long"/>
    </number:date-style>
    <number:text-style style:name="text"><number:text-content/></number:text-style>
    ${sheets.map((_, at) => sheetXml(at))}
    ${[...widths].map(widthXml)}
    ${[...heights].map(heightXml)}
    ${KINDS.flatMap((kind) => [cellXml(kind), headXml(kind)])}
    <style:style style:name="total" style:family="table-cell">
      ${bold}
      <style:table-cell-properties style:vertical-align="top" fo:border-top="0.5pt solid #8a8a8a"/>
      ${end}
    </style:style>
    <style:style style:name="note" style:family="table-cell">
      <style:text-properties fo:font-style="italic"/>
      <style:table-cell-properties style:vertical-align="top" />
    </style:style>`;
}

const sheetXml = (at: number): Xml => xml`<style:style style:name="${tableStyle(at)}"
  style:family="table" style:master-page-name="${pageStyle(at)}">
    <style:table-properties table:display="true"/>
  </style:style>`;

/** Centimetres of a digit in the font below, and of a line. */
const [digit, line] = [0.2, 0.5];
const widthXml = (width: number): Xml => xml`
  <style:style style:name="${columnStyle(width)}" style:family="table-column">
    <style:table-column-properties style:column-width="${(width * digit).toFixed(2)}cm"/>
  </style:style>`;
const heightXml = (lines: number): Xml => xml`
  <style:style style:name="${rowStyle(lines)}" style:family="table-row">
    <style:table-row-properties style:row-height="${(lines * line).toFixed(2)}cm"
      style:use-optimal-row-height="true"/>
  </style:style>`;

const KINDS: readonly SheetColumn['kind'][] = ['code', 'text', 'number', 'date'];
const bold = xml`<style:text-properties fo:font-weight="bold"/>`;
const end = xml`<style:paragraph-properties fo:text-align="end" fo:margin-right="0.1cm"/>`;
const PARAGRAPHS: Partial<Record<SheetColumn['kind'], Xml>> = {
  number: end,
  date: xml`<style:paragraph-properties fo:text-align="center"/>`,
};
const DATA_STYLES: Partial<Record<SheetColumn['kind'], Xml>> = {
  code: xml` style:data-style-name="text"`,
  date: xml` style:data-style-name="day"`,
};

const cellXml = (kind: SheetColumn['kind']): Xml => xml`
  <style:style style:name="${cellStyle(kind)}" style:family="table-cell"${DATA_STYLES[kind]}>
    <style:table-cell-properties
      style:vertical-align="top"
      ${kind === 'text' ? xml` fo:wrap-option="wrap"` : ''}
      fo:border-bottom="0.5pt solid #d5d9e0"
      ${PARAGRAPHS[kind] && xml` style:text-align-source="fix"`}/>
    ${PARAGRAPHS[kind]}
  </style:style>`;

const headXml = (kind: SheetColumn['kind']): Xml => xml`
  <style:style style:name="${headStyle(kind)}" style:family="table-cell">
    <style:table-cell-properties style:vertical-align="middle" fo:wrap-option="wrap"
      fo:background-color="#e8edf5" fo:border-bottom="0.5pt solid #8a8a8a" style:text-align-source="fix"/>
    ${PARAGRAPHS[kind]}
    ${bold}
  </style:style>`;

export const stylesXml = (workbook: Workbook): Xml => xml`
  <office:document-styles${odfNamespaces} office:version="1.3">
    <office:font-face-decls>
      <style:font-face style:name="Body" svg:font-family="Calibri"/>
    </office:font-face-decls>
    <office:styles><style:default-style style:family="table-cell">
      <style:text-properties style:font-name="Body" fo:font-size="11pt"
        fo:language="${workbook.language}" fo:country="${localeOf(workbook.language).slice(3)}"/>
    </style:default-style></office:styles>
    <office:automatic-styles>${workbook.sheets.map(layoutXml)}</office:automatic-styles>
    <office:master-styles>
      ${workbook.sheets.map((sheet, at) => masterXml(sheet, at, workbook))}
    </office:master-styles>
  </office:document-styles>`;

/** A3 lying down, with room for a band above and below. */
const layoutXml = ({ pagesWide }: Sheet, at: number): Xml => xml`
  <style:page-layout style:name="${layoutStyle(at)}">
    <style:page-layout-properties fo:page-width="42cm" fo:page-height="29.7cm"
      style:print-orientation="landscape" fo:margin="1cm" style:scale-to-X="${pagesWide}"
      style:scale-to-Y="0"/>
    <style:header-style>
      <style:header-footer-properties fo:min-height="0.9cm" fo:margin-bottom="0.4cm"/>
    </style:header-style>
    <style:footer-style>
      <style:header-footer-properties fo:min-height="0.9cm" fo:margin-top="0.4cm"/>
    </style:footer-style>
  </style:page-layout>`;

const masterXml = ({ name }: Sheet, at: number, { about, notice, page, of }: Workbook): Xml => xml`
  <style:master-page style:name="${pageStyle(at)}" style:page-layout-name="${layoutStyle(at)}">
    <style:header>
      <style:region-left><text:p>${about}</text:p></style:region-left>
      <style:region-right><text:p>${name}</text:p></style:region-right>
    </style:header>
    <style:footer>
      <style:region-left><text:p>${notice}</text:p></style:region-left>
      <style:region-right><text:p>
        ${page} <text:page-number>1</text:page-number> ${of} <text:page-count>1</text:page-count>
      </text:p></style:region-right>
    </style:footer>
  </style:master-page>`;

/** Headers and first columns stay in sight: no style says it, only the view. */
export const settingsXml = ({ sheets }: Workbook): Xml => xml`
  <office:document-settings${odfNamespaces} xmlns:ooo="http://openoffice.org/2004/office"
    office:version="1.3">
    <office:settings><config:config-item-set config:name="ooo:view-settings">
      <config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>
        ${item('ViewId', 'string', 'view1')}
        <config:config-item-map-named config:name="Tables">
          ${sheets.map(frozenXml)}
        </config:config-item-map-named>
        ${item('ActiveTable', 'string', sheets[0]?.name ?? '')}
      </config:config-item-map-entry></config:config-item-map-indexed>
    </config:config-item-set></office:settings>
  </office:document-settings>`;

const frozenXml = (sheet: Sheet): Xml => xml`
  <config:config-item-map-entry config:name="${sheet.name}">
    ${item('HorizontalSplitMode', 'short', 2)}
    ${item('VerticalSplitMode', 'short', 2)}
    ${item('HorizontalSplitPosition', 'int', sheet.frozen)}
    ${item('VerticalSplitPosition', 'int', headRows(sheet))}
    ${item('ActiveSplitRange', 'short', 3)}
    ${item('PositionLeft', 'int', 0)}
    ${item('PositionRight', 'int', sheet.frozen)}
    ${item('PositionTop', 'int', 0)}
    ${item('PositionBottom', 'int', headRows(sheet))}
  </config:config-item-map-entry>`;

const item = (name: string, type: string, value: string | number): Xml =>
  xml`<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;
