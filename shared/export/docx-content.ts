/** The body and the footer of the Word annex. Names of styles are those of `docx-styles.ts`. */
import type { Block, Cover, Document, Fields, Footer, Grid, Section } from './document/blocks.ts';
import { COLOURS, LABEL_SHARE, PAGE, TEXT_WIDTH, WHOLE_ROW_CHARACTERS } from './document/look.ts';
import { edgeXml, groundXml, twips } from './docx-styles.ts';
import { el, xmlText } from './xml.ts';

export const NAMESPACE = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
};
const RELATIONS = {
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};

export function contentXml({ cover, sections }: Document): string {
  const body = coverXml(cover) + sections.map(sectionXml).join('') + pageXml;
  return el('w:document', { ...NAMESPACE, ...RELATIONS }, el('w:body', {}, body));
}

/** The cover, a first page, has no footer. */
const pageXml = el(
  'w:sectPr',
  {},
  el('w:footerReference', { 'w:type': 'default', 'r:id': 'footer' }) +
    el('w:pgSz', { 'w:w': twips(PAGE.width), 'w:h': twips(PAGE.height) }) +
    el('w:pgMar', {
      'w:top': twips(PAGE.top),
      'w:right': twips(PAGE.side),
      'w:bottom': twips(PAGE.bottom),
      'w:left': twips(PAGE.side),
      'w:header': twips(PAGE.footer),
      'w:footer': twips(PAGE.footer),
      'w:gutter': 0,
    }) +
    el('w:titlePg'),
);

export function footerXml({ about, page, of }: Footer): string {
  const field = (name: string) =>
    el('w:fldSimple', { 'w:instr': ` ${name} ` }, el('w:r', {}, el('w:t', {}, '1')));
  const tabs = el('w:tabs', {}, el('w:tab', { 'w:val': 'right', 'w:pos': twips(TEXT_WIDTH) }));
  const line = [
    el('w:pPr', {}, styleXml('Footer') + tabs),
    runXml(about),
    el('w:r', {}, el('w:tab')),
    runXml(`${page} `),
    field('PAGE'),
    runXml(` ${of} `),
    field('NUMPAGES'),
  ];
  return el('w:ftr', NAMESPACE, el('w:p', {}, line.join('')));
}

const styleXml = (id: string): string => el('w:pStyle', { 'w:val': id });

/** @param properties of the run, as elements */
const runXml = (text: string, properties = ''): string =>
  el(
    'w:r',
    {},
    (properties && el('w:rPr', {}, properties)) +
      el('w:t', { 'xml:space': 'preserve' }, xmlText(text)),
  );

/** @param more properties of the paragraph, as elements that come after its style */
const paragraphXml = (style: string, text: string, more = ''): string =>
  el('w:p', {}, el('w:pPr', {}, styleXml(style) + more) + (text === '' ? '' : runXml(text)));
const paragraphsXml = (style: string, lines: readonly string[]): string =>
  lines.map((line) => paragraphXml(style, line)).join('');

const coverXml = ({ territory, title, subtitle, purpose, facts, notice }: Cover): string =>
  [
    paragraphXml('Territory', territory),
    paragraphXml('Title', title),
    paragraphXml('Subtitle', subtitle),
    paragraphsXml('Lead', purpose),
    fieldsXml(facts),
    paragraphXml('Gap', ''),
    paragraphsXml('Notice', notice),
  ].join('');

/** A section begins a page: its heading carries the break, so that no empty page can come of it. */
function sectionXml({ heading: { level, number, text }, blocks }: Section): string {
  const colour = el('w:color', { 'w:val': COLOURS.accent });
  const title = (number ? runXml(`${number} `, colour) : '') + runXml(text);
  const style = el('w:pPr', {}, styleXml(`Heading${level}`) + el('w:pageBreakBefore'));
  return el('w:p', {}, style + title) + blocks.map(blockXml).join('');
}

const PARAGRAPH_STYLES = {
  body: 'BodyText',
  context: 'Context',
  lead: 'Lead',
  note: 'Note',
} as const;

function blockXml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraphsXml(PARAGRAPH_STYLES[block.role], block.lines);
    case 'fields':
      return fieldsXml(block) + paragraphXml('Gap', '');
    case 'grid':
      return gridXml(block) + paragraphXml('Gap', '');
  }
}

/** Its name is what a screen reader says of it; its first row comes back on each page. */
function tableXml(name: string, shares: readonly number[], head: string, rows: string): string {
  const columns = shares.map((share) => el('w:gridCol', { 'w:w': widthOf(share) }));
  const properties = [
    el('w:tblStyle', { 'w:val': 'Table' }),
    el('w:tblW', { 'w:w': twips(TEXT_WIDTH), 'w:type': 'dxa' }),
    el('w:tblLayout', { 'w:type': 'fixed' }),
    el('w:tblLook', {
      'w:val': '00A0',
      'w:firstRow': 1,
      'w:firstColumn': 1,
      'w:noHBand': 1,
      'w:noVBand': 1,
    }),
    el('w:tblCaption', { 'w:val': name }),
  ];
  const headRow = el('w:trPr', {}, el('w:cantSplit') + el('w:tblHeader')) + head;
  return el(
    'w:tbl',
    {},
    el('w:tblPr', {}, properties.join('')) +
      el('w:tblGrid', {}, columns.join('')) +
      el('w:tr', {}, headRow) +
      rows,
  );
}

const widthOf = (share: number): number => Math.round((twips(TEXT_WIDTH) * share) / 100);

/** A long row may be cut by the end of a page; another passes to the next one whole. */
const rowXml = (characters: number, cells: string): string =>
  el('w:tr', {}, (characters > WHOLE_ROW_CHARACTERS ? '' : staysWhole) + cells);
const staysWhole = el('w:trPr', {}, el('w:cantSplit'));

/** @param more properties of the cell, as elements that come after its width */
function cellXml(share: number, content: string, more = ''): string {
  const width = el('w:tcW', { 'w:w': widthOf(share), 'w:type': 'dxa' });
  return el('w:tc', {}, el('w:tcPr', {}, width + more) + content);
}

const edge = (side: 'top' | 'bottom', size: number, colour: string): string =>
  el('w:tcBorders', {}, edgeXml(side, size, 0, colour));
const headCell = edge('bottom', 8, COLOURS.ink) + el('w:vAlign', { 'w:val': 'bottom' });
const totalCell = edge('top', 8, COLOURS.ink);
const beginning = edge('top', 6, COLOURS.quiet);
const ground = groundXml(COLOURS.ground);
const toTheRight = el('w:jc', { 'w:val': 'right' });

function fieldsXml({ name, head, rows }: Fields): string {
  const shares = [LABEL_SHARE, 100 - LABEL_SHARE] as const;
  const body = rows.map(({ label, lines, begins }) => {
    const above = begins ? beginning : '';
    return rowXml(
      lines.join('').length,
      cellXml(shares[0], paragraphXml('Label', label), above + ground) +
        cellXml(shares[1], paragraphsXml('Cell', lines), above),
    );
  });
  const heads = head.map((label, at) =>
    cellXml(shares[at] ?? 0, paragraphXml('Head', label), headCell),
  );
  return tableXml(name, shares, heads.join(''), body.join(''));
}

function gridXml({ name, columns, rows, total }: Grid): string {
  const cells = (texts: readonly string[], style: string, more: string) =>
    columns
      .map(({ share, isNumber }, at) =>
        cellXml(share, paragraphXml(style, texts[at] ?? '', isNumber ? toTheRight : ''), more),
      )
      .join('');
  const row = (texts: readonly string[], style: string, more = '') =>
    rowXml(texts.join('').length, cells(texts, style, more));
  return tableXml(
    name,
    columns.map(({ share }) => share),
    cells(
      columns.map(({ label }) => label),
      'Head',
      headCell,
    ),
    rows.map((texts) => row(texts, 'Cell')).join('') +
      (total ? row(total, 'Label', totalCell) : ''),
  );
}
