/** The body and the footer of the Word annex. Names of styles are those of `docx-styles.ts`. */
import type { Block, Cover, Document, Fields, Footer, Grid, Section } from './document/blocks.ts';
import { COLOURS, LABEL_SHARE, PAGE, TEXT_WIDTH, WHOLE_ROW_CHARACTERS } from './document/look.ts';
import { edgeXml, groundXml, NAMESPACE, twips } from './docx-styles.ts';
import { type Xml, type XmlPart, xml } from './xml.ts';

export const contentXml = ({ cover, sections }: Document): Xml => xml`<w:document ${NAMESPACE}
  xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
  <w:body>${coverXml(cover)}${sections.map(sectionXml)}${pageXml}</w:body>
</w:document>`;

/** The cover, a first page, has no footer. */
const pageXml = xml`<w:sectPr>
  <w:footerReference w:type="default" r:id="footer"/>
  <w:pgSz w:w="${twips(PAGE.width)}" w:h="${twips(PAGE.height)}"/>
  <w:pgMar w:top="${twips(PAGE.top)}" w:right="${twips(PAGE.side)}" w:bottom="${twips(PAGE.bottom)}"
    w:left="${twips(PAGE.side)}" w:header="${twips(PAGE.footer)}" w:footer="${twips(PAGE.footer)}"
    w:gutter="0"/>
  <w:titlePg/>
</w:sectPr>`;

export const footerXml = ({ about, page, of }: Footer): Xml => xml`<w:ftr ${NAMESPACE}><w:p>
  <w:pPr>
    <w:pStyle w:val="Footer"/>
    <w:tabs><w:tab w:val="right" w:pos="${twips(TEXT_WIDTH)}"/></w:tabs>
  </w:pPr>
  ${runXml(about)}
  <w:r><w:tab/></w:r>
  ${runXml(`${page} `)}${numberXml('PAGE')}${runXml(` ${of} `)}${numberXml('NUMPAGES')}
</w:p></w:ftr>`;

const numberXml = (field: string): Xml =>
  xml`<w:fldSimple w:instr=" ${field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;

/** @param properties of the run, as one element */
const runXml = (text: string, properties?: Xml): Xml =>
  xml`<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** @param more properties of the paragraph, as elements that come after its style */
const paragraphXml = (style: string, text: string, more?: Xml): Xml => xml`<w:p>
  <w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>
  ${text === '' ? '' : runXml(text)}
</w:p>`;
const paragraphsXml = (style: string, lines: readonly string[]): readonly Xml[] =>
  lines.map((line) => paragraphXml(style, line));
const gap = paragraphXml('Gap', '');

const coverXml = ({ territory, title, subtitle, purpose, facts, notice }: Cover): Xml => xml`
  ${paragraphXml('Territory', territory)}
  ${paragraphXml('Title', title)}
  ${paragraphXml('Subtitle', subtitle)}
  ${paragraphsXml('Lead', purpose)}
  ${fieldsXml(facts)}${gap}
  ${paragraphsXml('Notice', notice)}`;

/** A section begins a page: its heading carries the break, so that no empty page can come of it. */
const sectionXml = ({ heading: { level, number, text }, blocks }: Section): Xml => xml`<w:p>
    <w:pPr><w:pStyle w:val="Heading${level}"/><w:pageBreakBefore/></w:pPr>
    ${number && runXml(`${number} `, xml`<w:rPr><w:color w:val="${COLOURS.accent}"/></w:rPr>`)}
    ${runXml(text)}
  </w:p>
  ${blocks.map(blockXml)}`;

const PARAGRAPH_STYLES = {
  body: 'BodyText',
  context: 'Context',
  lead: 'Lead',
  note: 'Note',
} as const;

function blockXml(block: Block): Xml {
  switch (block.kind) {
    case 'paragraph':
      return xml`${paragraphsXml(PARAGRAPH_STYLES[block.role], block.lines)}`;
    case 'fields':
      return xml`${fieldsXml(block)}${gap}`;
    case 'grid':
      return xml`${gridXml(block)}${gap}`;
  }
}

/** Its name is what a screen reader says of it; its first row comes back on each page. */
const tableXml = (name: string, shares: readonly number[], head: XmlPart, rows: XmlPart): Xml =>
  xml`<w:tbl>
    <w:tblPr>
      <w:tblStyle w:val="Table"/>
      <w:tblW w:w="${twips(TEXT_WIDTH)}" w:type="dxa"/>
      <w:tblLayout w:type="fixed"/>
      <w:tblLook w:val="00A0" w:firstRow="1" w:firstColumn="1" w:noHBand="1" w:noVBand="1"/>
      <w:tblCaption w:val="${name}"/>
    </w:tblPr>
    <w:tblGrid>${shares.map((share) => xml`<w:gridCol w:w="${widthOf(share)}"/>`)}</w:tblGrid>
    <w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head}</w:tr>
    ${rows}
  </w:tbl>`;

const widthOf = (share: number): number => Math.round((twips(TEXT_WIDTH) * share) / 100);

/** A long row may be cut by the end of a page; another passes to the next one whole. */
const rowXml = (characters: number, cells: XmlPart): Xml =>
  xml`<w:tr>${characters > WHOLE_ROW_CHARACTERS ? '' : staysWhole}${cells}</w:tr>`;
const staysWhole = xml`<w:trPr><w:cantSplit/></w:trPr>`;

/** @param more properties of the cell, as elements that come after its width */
const cellXml = (share: number, content: XmlPart, more: XmlPart): Xml => xml`<w:tc>
  <w:tcPr><w:tcW w:w="${widthOf(share)}" w:type="dxa"/>${more}</w:tcPr>
  ${content}
</w:tc>`;

const edge = (side: 'top' | 'bottom', size: number, colour: string): Xml =>
  xml`<w:tcBorders>${edgeXml(side, size, 0, colour)}</w:tcBorders>`;
const headCell = xml`${edge('bottom', 8, COLOURS.ink)}<w:vAlign w:val="bottom"/>`;
const totalCell = edge('top', 8, COLOURS.ink);
const beginning = edge('top', 6, COLOURS.quiet);
const ground = groundXml(COLOURS.ground);
const toTheRight = xml`<w:jc w:val="right"/>`;

function fieldsXml({ name, head, rows }: Fields): Xml {
  const shares = [LABEL_SHARE, 100 - LABEL_SHARE] as const;
  const body = rows.map(({ label, lines, begins }) => {
    const above = begins && beginning;
    const named = cellXml(shares[0], paragraphXml('Label', label), xml`${above}${ground}`);
    const valued = cellXml(shares[1], paragraphsXml('Cell', lines), above);
    return rowXml(lines.join('').length, [named, valued]);
  });
  const heads = head.map((label, at) =>
    cellXml(shares[at] ?? 0, paragraphXml('Head', label), headCell),
  );
  return tableXml(name, shares, heads, body);
}

function gridXml({ name, columns, rows, total }: Grid): Xml {
  const cells = (texts: readonly string[], style: string, more?: Xml) =>
    columns.map(({ share, isNumber }, at) =>
      cellXml(share, paragraphXml(style, texts[at] ?? '', isNumber && toTheRight), more),
    );
  const row = (texts: readonly string[], style: string, more?: Xml) =>
    rowXml(texts.join('').length, cells(texts, style, more));
  const heads = columns.map(({ label }) => label);
  return tableXml(
    name,
    columns.map(({ share }) => share),
    cells(heads, 'Head', headCell),
    xml`${rows.map((texts) => row(texts, 'Cell'))}${total && row(total, 'Label', totalCell)}`,
  );
}
