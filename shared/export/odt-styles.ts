/** Styles of the OpenDocument annex, by the names LibreOffice gives its own. */
import type { Document } from './document/blocks.ts';
import { COLOURS, FONT, SIZES, TEXT_WIDTH } from './document/look.ts';
import { localeOf } from './document/typeset.ts';
import { odfPart } from './odf.ts';
import { pagesXml } from './odt-pages.ts';
import { el } from './xml.ts';

export function stylesXml(document: Document): string {
  const font = el('style:font-face', {
    'style:name': FONT,
    'svg:font-family': FONT,
    'style:font-family-generic': 'swiss',
  });
  const styles = [
    defaults(localeOf(document.language)),
    ...PARAGRAPHS.map(paragraphStyle),
    styleXml('Number', 'text', el('style:text-properties', { 'fo:color': `#${COLOURS.accent}` })),
  ];
  return odfPart(
    'office:document-styles',
    el('office:font-face-decls', {}, font) +
      el('office:styles', {}, styles.join('')) +
      pagesXml(document),
  );
}

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
        el('style:table-column-properties', {
          'style:column-width': millimetres((TEXT_WIDTH * share) / 100),
        }),
      ),
    ),
  ].join('');

const styleXml = (name: string, family: string, properties: string): string =>
  el('style:style', { 'style:name': name, 'style:family': family }, properties);

const millimetres = (value: number): string => `${value.toFixed(2)}mm`;

function defaults(locale: string): string {
  const [language, country] = locale.split('-');
  return el(
    'style:default-style',
    { 'style:family': 'paragraph' },
    el('style:paragraph-properties', {
      'fo:line-height': '115%',
      'fo:orphans': 2,
      'fo:widows': 2,
    }) +
      el('style:text-properties', {
        'style:font-name': FONT,
        'fo:font-size': `${SIZES.body}pt`,
        'fo:color': `#${COLOURS.ink}`,
        'fo:language': language,
        'fo:country': country,
      }),
  );
}

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
  return el(
    'style:style',
    {
      'style:name': name,
      'style:display-name': shown,
      'style:family': 'paragraph',
      'style:parent-style-name': name === 'Standard' ? undefined : (parent ?? 'Standard'),
      'style:default-outline-level': level,
      'style:next-style-name': level && 'Text_20_body',
      'style:master-page-name': master,
      'style:class': 'text',
    },
    `<style:paragraph-properties ${more}/><style:text-properties ${text}/>`,
  );
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
  styleXml(name, 'table-row', el('style:table-row-properties', { 'fo:keep-together': keep }));

const tableStyle = styleXml(
  'Table',
  'table',
  el('style:table-properties', {
    'style:width': millimetres(TEXT_WIDTH),
    'table:align': 'margins',
    'style:may-break-between-rows': 'true',
    'table:border-model': 'collapsing',
  }),
);
