/** Styles of the Word annex, by the names Word knows, so that whoever edits it restyles it at once. */
import { COLOURS, FONT, SIZES } from './document/look.ts';
import { localeOf } from './document/typeset.ts';
import type { Language } from './input.ts';

/** Word measures in twentieths of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1_440) / 25.4);

const { ink, quiet, accent, rule, notice, noticeEdge } = COLOURS;

interface Style {
  readonly id: string;
  /** As Word shows it; its own styles have names it knows in every language. */
  readonly name: string;
  /** Points. */
  readonly size?: number;
  readonly isBold?: true;
  readonly colour?: string;
  /** Twips. */
  readonly before?: number;
  readonly after?: number;
  /** Lines. */
  readonly leading?: number;
  /** Stays on the page of what follows. */
  readonly holds?: true;
  /** Borders and ground, as elements. */
  readonly frame?: string;
  readonly indent?: string;
  readonly level?: 1 | 2;
}

/** @param size eighths of a point @param space points between the text and the edge */
const edgeXml = (side: string, size: number, space: number, colour: string): string =>
  `<w:${side} w:val="single" w:sz="${size}" w:space="${space}" w:color="${colour}"/>`;
const underline = (space: number): string =>
  `<w:pBdr>${edgeXml('bottom', 12, space, accent)}</w:pBdr>`;

const STYLES: readonly Style[] = [
  { id: 'BodyText', name: 'Body Text', after: 160 },
  {
    id: 'Territory',
    name: 'Territoire',
    size: SIZES.subtitle,
    isBold: true,
    colour: accent,
    before: 2_400,
    after: 120,
  },
  { id: 'Title', name: 'Title', size: SIZES.title, isBold: true, after: 120, leading: 1.05 },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    size: SIZES.subtitle,
    colour: quiet,
    after: 360,
    frame: underline(10),
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    size: SIZES.heading1,
    isBold: true,
    after: 200,
    leading: 1.05,
    holds: true,
    frame: underline(4),
    level: 1,
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    size: SIZES.heading2,
    isBold: true,
    after: 40,
    leading: 1.05,
    holds: true,
    level: 2,
  },
  { id: 'Lead', name: 'Orientation', size: SIZES.lead, after: 160 },
  {
    id: 'Context',
    name: 'Rattachement',
    size: SIZES.small,
    colour: quiet,
    after: 160,
    holds: true,
  },
  { id: 'Note', name: 'Remarque', size: SIZES.small, colour: quiet, after: 160 },
  {
    id: 'Notice',
    name: 'Avertissement',
    before: 40,
    after: 40,
    indent: '<w:ind w:left="160" w:right="160"/>',
    frame: `<w:pBdr>${edgeXml('top', 4, 6, notice)}${edgeXml('left', 24, 8, noticeEdge)}${edgeXml('bottom', 4, 6, notice)}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="${notice}"/>`,
  },
  { id: 'Cell', name: 'Cellule', after: 20 },
  { id: 'Label', name: 'Libellé', isBold: true, after: 20 },
  {
    id: 'Head',
    name: 'En-tête de tableau',
    size: SIZES.small,
    isBold: true,
    colour: quiet,
    holds: true,
  },
  { id: 'Gap', name: 'Espace', size: 5, after: 60 },
  { id: 'Footer', name: 'footer', size: 8, colour: quiet },
];

export function stylesXml(language: Language): string {
  const letters = `<w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/>`;
  const run = `${letters}<w:color w:val="${ink}"/>${sizeXml(SIZES.body)}<w:lang w:val="${localeOf(language)}" w:eastAsia="${localeOf(language)}" w:bidi="ar-SA"/>`;
  return `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>${run}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${spacingXml({})}</w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${STYLES.map(styleXml).join('')}${tableStyles}</w:styles>`;
}

/** In half points. */
const sizeXml = (points: number): string =>
  `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;

const spacingXml = ({ before = 0, after = 0, leading = 1.15 }: Partial<Style>): string =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${Math.round(240 * leading)}" w:lineRule="auto"/>`;

function styleXml(style: Style): string {
  const { id, name, size, isBold, colour, holds, frame = '', indent = '', level } = style;
  const paragraph = [
    holds ? '<w:keepNext/><w:keepLines/>' : '',
    frame,
    spacingXml(style),
    indent,
    level ? `<w:outlineLvl w:val="${level - 1}"/>` : '',
  ].join('');
  const run = [
    isBold ? '<w:b/><w:bCs/>' : '',
    colour ? `<w:color w:val="${colour}"/>` : '',
    size ? sizeXml(size) : '',
  ].join('');
  const next = level ? '<w:next w:val="BodyText"/>' : '';
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${next}<w:qFormat/><w:pPr>${paragraph}</w:pPr>${run && `<w:rPr>${run}</w:rPr>`}</w:style>`;
}

const side = (name: string, width: number): string => `<w:${name} w:w="${width}" w:type="dxa"/>`;
const line = (name: string): string => edgeXml(name, 4, 0, rule);
/** Thin lines between rows and none between columns. */
const tableStyles = `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>${side('top', 0)}${side('left', 108)}${side('bottom', 0)}${side('right', 108)}</w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="Table"><w:name w:val="Tableau"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${line('bottom')}${line('insideH')}</w:tblBorders><w:tblCellMar>${side('top', 50)}${side('left', 100)}${side('bottom', 50)}${side('right', 100)}</w:tblCellMar></w:tblPr></w:style>`;
