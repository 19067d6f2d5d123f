/** Styles and pages of the OpenDocument annex, by the names LibreOffice gives its own. */
import type { Document } from './document/blocks.ts';
import { COLOURS, FONT, PAGE, SIZES, TEXT_WIDTH } from './document/look.ts';
import { localeOf } from './document/typeset.ts';
import { ODF_NAMESPACES } from './odf.ts';
import { xmlHead, xmlText } from './xml.ts';

export const stylesXml = (document: Document): string =>
  `${xmlHead}<office:document-styles ${ODF_NAMESPACES} office:version="1.3"><office:font-face-decls><style:font-face style:name="${FONT}" svg:font-family="${FONT}" style:font-family-generic="swiss"/></office:font-face-decls><office:styles>${defaults(localeOf(document.language))}${PARAGRAPHS.map(paragraphStyle).join('')}<style:style style:name="Number" style:family="text"><style:text-properties fo:color="#${COLOURS.accent}"/></style:style></office:styles>${pagesXml(document)}</office:document-styles>`;

/**
 * What is only known in the body: tables have no styles of their own in word processors, and widths
 * of columns, in hundredths of the page, are those the body uses.
 */
export const tableStyles = (shares: ReadonlySet<number>): string =>
  [
    tableStyle,
    ...ROWS.map(rowStyle),
    ...CELLS.map(cellStyle),
    ...[...shares].map((share) =>
      styleXml(
        `Width${share}`,
        'table-column',
        `<style:table-column-properties style:column-width="${millimetres((TEXT_WIDTH * share) / 100)}"/>`,
      ),
    ),
  ].join('');

const styleXml = (name: string, family: string, properties: string): string =>
  `<style:style style:name="${name}" style:family="${family}">${properties}</style:style>`;

const millimetres = (value: number): string => `${value.toFixed(2)}mm`;

const defaults = (locale: string): string => {
  const [language = '', country = ''] = locale.split('-');
  return `<style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="115%" fo:orphans="2" fo:widows="2"/><style:text-properties style:font-name="${FONT}" fo:font-size="${SIZES.body}pt" fo:color="#${COLOURS.ink}" fo:language="${language}" fo:country="${country}"/></style:default-style>`;
};

interface ParagraphStyle {
  readonly name: string;
  readonly shown?: string;
  readonly parent?: string;
  /** Points. */
  readonly size?: number;
  readonly isBold?: true;
  readonly colour?: string;
  /** Other properties of the paragraph, as attributes. */
  readonly more?: string;
  readonly level?: 1 | 2;
  readonly master?: string;
}

const rule = `fo:padding-bottom="1.5mm" fo:border-bottom="1.5pt solid #${COLOURS.accent}"`;
const { small, body } = SIZES;
const { quiet, accent } = COLOURS;

const PARAGRAPHS: readonly ParagraphStyle[] = [
  { name: 'Standard' },
  { name: 'Text_20_body', shown: 'Text body', more: 'fo:margin-bottom="8pt"' },
  {
    name: 'Territory',
    shown: 'Territoire',
    size: SIZES.subtitle,
    isBold: true,
    colour: accent,
    more: 'fo:margin-top="42mm" fo:margin-bottom="6pt"',
    master: 'Cover',
  },
  {
    name: 'Title',
    size: SIZES.title,
    isBold: true,
    more: 'fo:margin-bottom="6pt" fo:line-height="105%"',
  },
  {
    name: 'Subtitle',
    size: SIZES.subtitle,
    colour: quiet,
    more: `fo:margin-bottom="18pt" ${rule}`,
  },
  {
    name: 'Heading_20_1',
    shown: 'Heading 1',
    size: SIZES.heading1,
    isBold: true,
    more: `fo:margin-bottom="10pt" fo:line-height="105%" fo:keep-with-next="always" fo:break-before="page" ${rule}`,
    level: 1,
  },
  {
    name: 'Heading_20_2',
    shown: 'Heading 2',
    size: SIZES.heading2,
    isBold: true,
    more: 'fo:margin-bottom="2pt" fo:line-height="105%" fo:keep-with-next="always" fo:break-before="page"',
    level: 2,
  },
  { name: 'Lead', shown: 'Orientation', size: SIZES.lead, more: 'fo:margin-bottom="8pt"' },
  {
    name: 'Context',
    shown: 'Rattachement',
    size: small,
    colour: quiet,
    more: 'fo:margin-bottom="8pt" fo:keep-with-next="always"',
  },
  { name: 'Note', shown: 'Remarque', size: small, colour: quiet, more: 'fo:margin-bottom="8pt"' },
  {
    name: 'Notice',
    shown: 'Avertissement',
    more: `fo:padding="2mm" fo:background-color="#${COLOURS.notice}" fo:border="none" fo:border-left="3pt solid #${COLOURS.noticeEdge}"`,
  },
  { name: 'CellText', shown: 'Cellule', size: body, more: 'fo:margin-bottom="1pt"' },
  {
    name: 'CellTextNumber',
    shown: 'Cellule, nombre',
    parent: 'CellText',
    more: 'fo:text-align="end"',
  },
  { name: 'Label', shown: 'Libellé', isBold: true },
  { name: 'LabelNumber', shown: 'Libellé, nombre', parent: 'Label', more: 'fo:text-align="end"' },
  { name: 'Head', shown: 'En-tête de tableau', size: small, isBold: true, colour: quiet },
  { name: 'HeadNumber', shown: 'En-tête de nombre', parent: 'Head', more: 'fo:text-align="end"' },
  { name: 'Gap', shown: 'Espace', size: 5 },
  { name: 'Footer', size: 8, colour: quiet },
];

function paragraphStyle(style: ParagraphStyle): string {
  const { name, shown = name, parent, size, isBold, colour, more = '', level, master } = style;
  const text = [
    ...(size ? [`fo:font-size="${size}pt"`] : []),
    ...(isBold ? ['fo:font-weight="bold"'] : []),
    ...(colour ? [`fo:color="#${colour}"`] : []),
  ].join(' ');
  const from = name === 'Standard' ? '' : ` style:parent-style-name="${parent ?? 'Standard'}"`;
  return `<style:style style:name="${name}" style:display-name="${shown}" style:family="paragraph"${from}${level ? ` style:default-outline-level="${level}" style:next-style-name="Text_20_body"` : ''}${master ? ` style:master-page-name="${master}"` : ''} style:class="text"><style:paragraph-properties ${more}/><style:text-properties ${text}/></style:style>`;
}

const line = `0.5pt solid #${COLOURS.rule}`;
const groupLine = `0.75pt solid #${quiet}`;
const headLine = `1pt solid #${COLOURS.ink}`;
const ground = `fo:background-color="#${COLOURS.ground}"`;
const CELLS: readonly (readonly [name: string, properties: string])[] = [
  ['HeadCell', `style:vertical-align="bottom" fo:border-bottom="${headLine}"`],
  ['Cell', `fo:border-bottom="${line}"`],
  ['CellBegins', `fo:border-top="${groupLine}" fo:border-bottom="${line}"`],
  ['LabelCell', `${ground} fo:border-bottom="${line}"`],
  ['LabelCellBegins', `${ground} fo:border-top="${groupLine}" fo:border-bottom="${line}"`],
  ['TotalCell', `fo:border-top="${headLine}" fo:border-bottom="${line}"`],
];
const cellStyle = ([name, properties]: (typeof CELLS)[number]): string =>
  styleXml(
    name,
    'table-cell',
    `<style:table-cell-properties fo:padding-top="0.9mm" fo:padding-bottom="0.9mm" fo:padding-left="1.8mm" fo:padding-right="1.8mm" ${properties}/>`,
  );

/** A row that stays whole, and one that the end of a page may cut. */
const ROWS = [
  ['Whole', 'always'],
  ['Long', 'auto'],
] as const;
const rowStyle = ([name, keep]: (typeof ROWS)[number]): string =>
  styleXml(name, 'table-row', `<style:table-row-properties fo:keep-together="${keep}"/>`);

const tableStyle = styleXml(
  'Table',
  'table',
  `<style:table-properties style:width="${millimetres(TEXT_WIDTH)}" table:align="margins" style:may-break-between-rows="true" table:border-model="collapsing"/>`,
);

/** The cover has no footer; the page after it is the first of the others. */
function pagesXml({ footer: { about, page, of } }: Document): string {
  const layout = (name: string, foot: string) =>
    `<style:page-layout style:name="${name}"><style:page-layout-properties fo:page-width="${PAGE.width}mm" fo:page-height="${PAGE.height}mm" style:print-orientation="portrait" fo:margin-top="${PAGE.top}mm" fo:margin-bottom="${foot === '' ? PAGE.bottom : PAGE.footer}mm" fo:margin-left="${PAGE.side}mm" fo:margin-right="${PAGE.side}mm"/>${foot}</style:page-layout>`;
  const foot = `<style:footer-style><style:header-footer-properties fo:min-height="${PAGE.bottom - PAGE.footer}mm" fo:margin-top="5mm"/></style:footer-style>`;
  return `<office:automatic-styles>${layout('Plain', '')}${layout('Numbered', foot)}<style:style style:name="FooterLine" style:family="paragraph" style:parent-style-name="Footer"><style:paragraph-properties><style:tab-stops><style:tab-stop style:position="${TEXT_WIDTH}mm" style:type="right"/></style:tab-stops></style:paragraph-properties></style:style></office:automatic-styles><office:master-styles><style:master-page style:name="Cover" style:page-layout-name="Plain" style:next-style-name="Standard"/><style:master-page style:name="Standard" style:page-layout-name="Numbered"><style:footer><text:p text:style-name="FooterLine">${xmlText(about)}<text:tab/>${xmlText(page)} <text:page-number text:select-page="current"/> ${xmlText(of)} <text:page-count/></text:p></style:footer></style:master-page></office:master-styles>`;
}
