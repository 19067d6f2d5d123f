/** The body and the footer of the Word annex. Names of styles are those of `docx-styles.ts`. */
import type { Block, Cover, Document, Fields, Footer, Grid, Section } from './document/blocks.ts';
import { COLOURS, LABEL_SHARE, PAGE, TEXT_WIDTH, WHOLE_ROW_CHARACTERS } from './document/look.ts';
import { twips } from './docx-styles.ts';
import { xmlText } from './xml.ts';

export const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export const contentXml = ({ cover, sections }: Document): string =>
  `<w:document ${NAMESPACE} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${coverXml(cover)}${sections.map(sectionXml).join('')}${pageXml}</w:body></w:document>`;

/** The cover, a first page, has no footer. */
const pageXml = `<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="${twips(PAGE.width)}" w:h="${twips(PAGE.height)}"/><w:pgMar w:top="${twips(PAGE.top)}" w:right="${twips(PAGE.side)}" w:bottom="${twips(PAGE.bottom)}" w:left="${twips(PAGE.side)}" w:header="${twips(PAGE.footer)}" w:footer="${twips(PAGE.footer)}" w:gutter="0"/><w:titlePg/></w:sectPr>`;

export function footerXml({ about, page, of }: Footer): string {
  const field = (name: string) =>
    `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  return `<w:ftr ${NAMESPACE}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="right" w:pos="${twips(TEXT_WIDTH)}"/></w:tabs></w:pPr>${runXml(about)}<w:r><w:tab/></w:r>${runXml(`${page} `)}${field('PAGE')}${runXml(` ${of} `)}${field('NUMPAGES')}</w:p></w:ftr>`;
}

/** @param properties of the run, as elements */
const runXml = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;

/** @param more properties of the paragraph, as elements that come after its style */
const paragraphXml = (style: string, text: string, more = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${text === '' ? '' : runXml(text)}</w:p>`;
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
  const colour = `<w:color w:val="${COLOURS.accent}"/>`;
  const told = (number ? runXml(`${number} `, colour) : '') + runXml(text);
  return `<w:p><w:pPr><w:pStyle w:val="Heading${level}"/><w:pageBreakBefore/></w:pPr>${told}</w:p>${blocks.map(blockXml).join('')}`;
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
const tableXml = (name: string, shares: readonly number[], head: string, rows: string): string =>
  `<w:tbl><w:tblPr><w:tblStyle w:val="Table"/><w:tblW w:w="${twips(TEXT_WIDTH)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="00A0" w:firstRow="1" w:firstColumn="1" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="${xmlText(name)}"/></w:tblPr><w:tblGrid>${shares.map((share) => `<w:gridCol w:w="${widthOf(share)}"/>`).join('')}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head}</w:tr>${rows}</w:tbl>`;

const widthOf = (share: number): number => Math.round((twips(TEXT_WIDTH) * share) / 100);

/** A long row may be cut by the end of a page; another passes to the next one whole. */
const rowXml = (characters: number, cells: string): string =>
  `<w:tr>${characters > WHOLE_ROW_CHARACTERS ? '' : '<w:trPr><w:cantSplit/></w:trPr>'}${cells}</w:tr>`;

/** @param more properties of the cell, as elements that come after its width */
const cellXml = (share: number, content: string, more = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${widthOf(share)}" w:type="dxa"/>${more}</w:tcPr>${content}</w:tc>`;

const edge = (side: 'top' | 'bottom', size: number, colour: string): string =>
  `<w:tcBorders><w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${colour}"/></w:tcBorders>`;
const headCell = `${edge('bottom', 8, COLOURS.ink)}<w:vAlign w:val="bottom"/>`;
const totalCell = edge('top', 8, COLOURS.ink);
const beginning = edge('top', 6, COLOURS.quiet);
const ground = `<w:shd w:val="clear" w:color="auto" w:fill="${COLOURS.ground}"/>`;
const toTheRight = '<w:jc w:val="right"/>';

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
