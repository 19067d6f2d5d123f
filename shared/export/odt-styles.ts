/** Styles of the OpenDocument annex, by the names LibreOffice gives its own. */
import type { Document } from './document/blocks.ts';
import { COLOURS, FONT, LOOKS, type Look, SIZES, TEXT_WIDTH } from './document/look.ts';
import { localeOf } from './document/typeset.ts';
import { odfNamespaces } from './odf.ts';
import { pagesXml } from './odt-pages.ts';
import { type Xml, xml } from './xml.ts';

export const stylesXml = (document: Document): Xml => xml`
  <office:document-styles${odfNamespaces} office:version="1.3">
    <office:font-face-decls>
      <style:font-face style:name="${FONT}" svg:font-family="${FONT}"
        style:font-family-generic="swiss"/>
    </office:font-face-decls>
    <office:styles>
      ${defaults(localeOf(document.language))}
      ${PARAGRAPHS.map(paragraphStyle)}
      <style:style style:name="Number" style:family="text">
        <style:text-properties fo:color="#${COLOURS.accent}"/>
      </style:style>
    </office:styles>
    ${pagesXml(document)}
  </office:document-styles>`;

function defaults(locale: string): Xml {
  const [language, country] = locale.split('-');
  return xml`<style:default-style style:family="paragraph">
    <style:paragraph-properties fo:line-height="115%" fo:orphans="2" fo:widows="2"/>
    <style:text-properties style:font-name="${FONT}" fo:font-size="${SIZES.body}pt"
      fo:color="#${COLOURS.ink}" fo:language="${language}" fo:country="${country}"/>
  </style:default-style>`;
}

interface ParagraphStyle extends Look {
  readonly name: string;
  readonly shown?: string;
  readonly parent?: string;
  /** Other properties of the paragraph, as attributes. */
  readonly more?: Xml;
  /** Space above, with its unit. */
  readonly down?: string;
  readonly level?: 1 | 2;
  readonly master?: string;
}

const { quiet, notice, noticeEdge } = COLOURS;
const rule = xml`fo:padding-bottom="1.5mm" fo:border-bottom="1.5pt solid #${COLOURS.accent}"`;
const boxed = xml`fo:padding="2mm" fo:background-color="#${notice}" fo:border="none"
  fo:border-left="3pt solid #${noticeEdge}"`;
const end = xml`fo:text-align="end"`;

const PARAGRAPHS: readonly ParagraphStyle[] = [
  { name: 'Standard' },
  { name: 'Text_20_body', shown: 'Text body', ...LOOKS.body },
  { name: 'Territory', shown: 'Territoire', ...LOOKS.territory, down: '42mm', master: 'Cover' },
  { name: 'Title', ...LOOKS.title },
  { name: 'Subtitle', ...LOOKS.subtitle, more: rule },
  { name: 'Heading_20_1', shown: 'Heading 1', ...LOOKS.heading1, more: rule, level: 1 },
  { name: 'Heading_20_2', shown: 'Heading 2', ...LOOKS.heading2, level: 2 },
  { name: 'Lead', shown: 'Orientation', ...LOOKS.lead },
  { name: 'Context', shown: 'Rattachement', ...LOOKS.context },
  { name: 'Note', shown: 'Remarque', ...LOOKS.note },
  { name: 'Notice', shown: 'Avertissement', more: boxed },
  { name: 'CellText', shown: 'Cellule', ...LOOKS.cell, size: SIZES.body },
  { name: 'CellTextNumber', shown: 'Cellule, nombre', parent: 'CellText', more: end },
  { name: 'Label', shown: 'Libellé', ...LOOKS.label },
  { name: 'LabelNumber', shown: 'Libellé, nombre', parent: 'Label', more: end },
  { name: 'Head', shown: 'En-tête de tableau', ...LOOKS.head },
  { name: 'HeadNumber', shown: 'En-tête de nombre', parent: 'Head', more: end },
  { name: 'Gap', shown: 'Espace', ...LOOKS.gap },
  { name: 'Footer', ...LOOKS.footer },
];

function paragraphStyle(style: ParagraphStyle): Xml {
  const { name, shown = name, level, master } = style;
  const parent = name === 'Standard' ? undefined : (style.parent ?? 'Standard');
  return xml`<style:style
    style:name="${name}" style:display-name="${shown}" style:family="paragraph"
    ${parent && xml` style:parent-style-name="${parent}"`}
    ${level && xml` style:default-outline-level="${level}" style:next-style-name="Text_20_body"`}
    ${master && xml` style:master-page-name="${master}"`}
    style:class="text">
    ${propertiesXml(style)}
  </style:style>`;
}

function propertiesXml(style: ParagraphStyle): Xml {
  const { down, after, leading, holds, level, more, size, isBold, colour } = style;
  return xml`<style:paragraph-properties
      ${down && xml` fo:margin-top="${down}"`}
      ${after && xml` fo:margin-bottom="${after}pt"`}
      ${leading && xml` fo:line-height="${100 * leading}%"`}
      ${holds && xml` fo:keep-with-next="always"`}
      ${level && xml` fo:break-before="page"`}
      ${more && xml` ${more}`}/>
    <style:text-properties
      ${size && xml` fo:font-size="${size}pt"`}
      ${isBold && xml` fo:font-weight="bold"`}
      ${colour && xml` fo:color="#${colour}"`}/>`;
}

/**
 * What is only known in the body: tables have no styles of their own in word processors, and widths
 * of columns, in hundredths of the page, are those the body uses.
 */
export const tableStyles = (shares: ReadonlySet<number>): Xml => xml`
  <style:style style:name="Table" style:family="table">
    <style:table-properties style:width="${millimetres(TEXT_WIDTH)}" table:align="margins"
      style:may-break-between-rows="true" table:border-model="collapsing"/>
  </style:style>
  ${rowStyle('Whole', 'always')}${rowStyle('Long', 'auto')}
  ${CELLS.map(cellStyle)}
  ${[...shares].map(columnStyle)}`;

const millimetres = (value: number): string => `${value.toFixed(2)}mm`;

const columnStyle = (share: number): Xml => xml`
  <style:style style:name="Width${share}" style:family="table-column">
    <style:table-column-properties style:column-width="${millimetres((TEXT_WIDTH * share) / 100)}"/>
  </style:style>`;

/** A row that stays whole, or one that the end of a page may cut. */
const rowStyle = (name: string, together: 'always' | 'auto'): Xml => xml`
  <style:style style:name="${name}" style:family="table-row">
    <style:table-row-properties fo:keep-together="${together}"/>
  </style:style>`;

const edgeBelow = xml`fo:border-bottom="0.5pt solid #${COLOURS.rule}"`;
const groupAbove = xml`fo:border-top="0.75pt solid #${quiet}"`;
const headLine = `1pt solid #${COLOURS.ink}`;
const ground = xml`fo:background-color="#${COLOURS.ground}"`;
const CELLS: readonly (readonly [name: string, attributes: Xml])[] = [
  ['HeadCell', xml`style:vertical-align="bottom" fo:border-bottom="${headLine}"`],
  ['Cell', edgeBelow],
  ['CellBegins', xml`${groupAbove} ${edgeBelow}`],
  ['LabelCell', xml`${ground} ${edgeBelow}`],
  ['LabelCellBegins', xml`${ground} ${groupAbove} ${edgeBelow}`],
  ['TotalCell', xml`fo:border-top="${headLine}" ${edgeBelow}`],
];
const cellStyle = ([name, attributes]: (typeof CELLS)[number]): Xml => xml`
  <style:style style:name="${name}" style:family="table-cell">
    <style:table-cell-properties fo:padding-top="0.9mm" fo:padding-bottom="0.9mm"
      fo:padding-left="1.8mm" fo:padding-right="1.8mm" ${attributes}/>
  </style:style>`;
