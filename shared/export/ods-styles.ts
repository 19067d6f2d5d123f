/** How the OpenDocument workbook looks: its cells, its pages, what stays in sight. */
import type { Language } from './input.ts';
import { odfPart } from './odf.ts';
import { headRows } from './workbook/layout.ts';
import type { Sheet, SheetColumn, Workbook } from './workbook/plain-workbook.ts';
import { el, xmlText } from './xml.ts';

/** Name of the style of a cell of a column. */
export const cellStyle = (kind: SheetColumn['kind']): string => `cell-${kind}`;
export const headStyle = (kind: SheetColumn['kind']): string => `head-${kind}`;
export const columnStyle = (width: number): string => `width-${width}`;
export const rowStyle = (lines: number): string => `lines-${lines}`;
export const tableStyle = (sheet: number): string => `sheet-${sheet + 1}`;
const pageStyle = (sheet: number): string => `page-${sheet + 1}`;
const layoutStyle = (sheet: number): string => `layout-${sheet + 1}`;

/** @param heights in lines, each once */
export function automaticStyles({ sheets }: Workbook, heights: ReadonlySet<number>): string {
  const widths = new Set(sheets.flatMap(({ columns }) => columns.map(({ width }) => width)));
  return [
    '<number:date-style style:name="day"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>',
    '<number:text-style style:name="text"><number:text-content/></number:text-style>',
    ...sheets.map((_, at) =>
      style(tableStyle(at), 'table', '<style:table-properties table:display="true"/>', {
        'style:master-page-name': pageStyle(at),
      }),
    ),
    ...[...widths].map((width) =>
      style(
        columnStyle(width),
        'table-column',
        `<style:table-column-properties style:column-width="${(width * digitCm).toFixed(2)}cm"/>`,
      ),
    ),
    ...[...heights].map((lines) =>
      style(
        rowStyle(lines),
        'table-row',
        `<style:table-row-properties style:row-height="${(lines * lineCm).toFixed(2)}cm" style:use-optimal-row-height="true"/>`,
      ),
    ),
    ...KINDS.flatMap((kind) => [cellXml(kind), headXml(kind)]),
    style('total', 'table-cell', bold + cell('fo:border-top="0.5pt solid #8a8a8a"') + end),
    style('note', 'table-cell', `<style:text-properties fo:font-style="italic"/>${cell('')}`),
  ].join('');
}

const KINDS: readonly SheetColumn['kind'][] = ['code', 'text', 'number', 'date'];
/** Of a digit in the font below. */
const digitCm = 0.2;
const lineCm = 0.5;

const bold = '<style:text-properties fo:font-weight="bold"/>';
const end = '<style:paragraph-properties fo:text-align="end" fo:margin-right="0.1cm"/>';
const cell = (properties: string): string =>
  `<style:table-cell-properties style:vertical-align="top" ${properties}/>`;
const PARAGRAPHS: Readonly<Record<SheetColumn['kind'], string>> = {
  code: '',
  text: '',
  number: end,
  date: '<style:paragraph-properties fo:text-align="center"/>',
};
const DATA_STYLES: Partial<Record<SheetColumn['kind'], string>> = { code: 'text', date: 'day' };

function cellXml(kind: SheetColumn['kind']): string {
  const data = DATA_STYLES[kind];
  const wrap = kind === 'text' ? 'fo:wrap-option="wrap" ' : '';
  const aligned = kind === 'number' || kind === 'date' ? ' style:text-align-source="fix"' : '';
  return style(
    cellStyle(kind),
    'table-cell',
    `${cell(`${wrap}fo:border-bottom="0.5pt solid #d5d9e0"${aligned}`)}${PARAGRAPHS[kind]}`,
    data ? { 'style:data-style-name': data } : {},
  );
}

const headXml = (kind: SheetColumn['kind']): string =>
  style(
    headStyle(kind),
    'table-cell',
    `<style:table-cell-properties style:vertical-align="middle" fo:wrap-option="wrap" fo:background-color="#e8edf5" fo:border-bottom="0.5pt solid #8a8a8a" style:text-align-source="fix"/>${PARAGRAPHS[kind]}${bold}`,
  );

const style = (
  name: string,
  family: string,
  properties: string,
  attributes: Readonly<Record<string, string>> = {},
): string =>
  el('style:style', { 'style:name': name, 'style:family': family, ...attributes }, properties);

const COUNTRIES: Readonly<Record<Language, string>> = { fr: 'FR', en: 'GB' };

export function stylesXml(workbook: Workbook): string {
  const { language, sheets } = workbook;
  const font = el('style:font-face', { 'style:name': 'Body', 'svg:font-family': 'Calibri' });
  const text = el('style:text-properties', {
    'style:font-name': 'Body',
    'fo:font-size': '11pt',
    'fo:language': language,
    'fo:country': COUNTRIES[language],
  });
  const layouts = sheets.map((sheet, at) => layoutXml(sheet, at));
  const masters = sheets.map((sheet, at) => masterXml(sheet, at, workbook));
  return odfPart(
    'office:document-styles',
    [
      el('office:font-face-decls', {}, font),
      el('office:styles', {}, el('style:default-style', { 'style:family': 'table-cell' }, text)),
      el('office:automatic-styles', {}, layouts.join('')),
      el('office:master-styles', {}, masters.join('')),
    ].join(''),
  );
}

/** A3 lying down, with room for a band above and below. */
function layoutXml({ pagesWide }: Sheet, at: number): string {
  const room = (where: 'header' | 'footer', beside: 'bottom' | 'top') =>
    el(
      `style:${where}-style`,
      {},
      el('style:header-footer-properties', {
        'fo:min-height': '0.9cm',
        [`fo:margin-${beside}`]: '0.4cm',
      }),
    );
  const page = el('style:page-layout-properties', {
    'fo:page-width': '42cm',
    'fo:page-height': '29.7cm',
    'style:print-orientation': 'landscape',
    'fo:margin': '1cm',
    'style:scale-to-X': pagesWide,
    'style:scale-to-Y': 0,
  });
  const content = page + room('header', 'bottom') + room('footer', 'top');
  return el('style:page-layout', { 'style:name': layoutStyle(at) }, content);
}

function masterXml({ name }: Sheet, at: number, { about, notice, page, of }: Workbook): string {
  const number = `${xmlText(page)} ${el('text:page-number', {}, '1')}`;
  const numbers = `${number} ${xmlText(of)} ${el('text:page-count', {}, '1')}`;
  return el(
    'style:master-page',
    { 'style:name': pageStyle(at), 'style:page-layout-name': layoutStyle(at) },
    band('header', about, xmlText(name)) + band('footer', notice, numbers),
  );
}

/** @param right XML */
function band(where: 'header' | 'footer', left: string, right: string): string {
  const region = (side: string, content: string) =>
    el(`style:region-${side}`, {}, el('text:p', {}, content));
  return el(`style:${where}`, {}, region('left', xmlText(left)) + region('right', right));
}

/** Headers and first columns stay in sight: no style says it, only the view. */
export function settingsXml({ sheets }: Workbook): string {
  const config = (kind: string, name: string | undefined, content: string) =>
    el(`config:config-item-${kind}`, { 'config:name': name }, content);
  const tables = sheets.map((sheet) => config('map-entry', sheet.name, frozenItems(sheet)));
  const view = [
    item('ViewId', 'string', 'view1'),
    config('map-named', 'Tables', tables.join('')),
    item('ActiveTable', 'string', sheets[0]?.name ?? ''),
  ];
  const views = config('map-indexed', 'Views', config('map-entry', undefined, view.join('')));
  return odfPart(
    'office:document-settings',
    el('office:settings', {}, config('set', 'ooo:view-settings', views)),
    { 'xmlns:ooo': 'http://openoffice.org/2004/office' },
  );
}

const frozenItems = (sheet: Sheet): string =>
  [
    item('HorizontalSplitMode', 'short', 2),
    item('VerticalSplitMode', 'short', 2),
    item('HorizontalSplitPosition', 'int', sheet.frozen),
    item('VerticalSplitPosition', 'int', headRows(sheet)),
    item('ActiveSplitRange', 'short', 3),
    item('PositionLeft', 'int', 0),
    item('PositionRight', 'int', sheet.frozen),
    item('PositionTop', 'int', 0),
    item('PositionBottom', 'int', headRows(sheet)),
  ].join('');

const item = (name: string, type: string, value: string | number): string =>
  el('config:config-item', { 'config:name': name, 'config:type': type }, xmlText(String(value)));
