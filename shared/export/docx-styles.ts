/** Styles of the Word annex, by the names Word knows, so that whoever edits it restyles it at once. */
import { COLOURS, FONT, LOOKS, type Look, SIZES } from './document/look.ts';
import { localeOf } from './document/typeset.ts';
import type { Language } from './input.ts';
import { type Xml, xml } from './xml.ts';

/** Word measures in twentieths of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1_440) / 25.4);

const { ink, accent, rule, notice, noticeEdge } = COLOURS;

interface Style extends Look {
  readonly id: string;
  /** As Word shows it; its own styles have names it knows in every language. */
  readonly name: string;
  /** Points. */
  readonly before?: number;
  /** Borders, ground and indents, as elements. */
  readonly frame?: Xml;
  readonly indent?: Xml;
  readonly level?: 1 | 2;
}

export const NAMESPACE = xml`xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`;

/** @param size eighths of a point @param space points between the text and the edge */
export const edgeXml = (side: string, size: number, space: number, colour: string): Xml =>
  xml`<w:${side} w:val="single" w:sz="${size}" w:space="${space}" w:color="${colour}"/>`;
export const groundXml = (colour: string): Xml =>
  xml`<w:shd w:val="clear" w:color="auto" w:fill="${colour}"/>`;
const underline = (space: number): Xml =>
  xml`<w:pBdr>${edgeXml('bottom', 12, space, accent)}</w:pBdr>`;
const noticeFrame = xml`<w:pBdr>
    ${edgeXml('top', 4, 6, notice)}
    ${edgeXml('left', 24, 8, noticeEdge)}
    ${edgeXml('bottom', 4, 6, notice)}
  </w:pBdr>
  ${groundXml(notice)}`;

const STYLES: readonly Style[] = [
  { id: 'BodyText', name: 'Body Text', ...LOOKS.body },
  { id: 'Territory', name: 'Territoire', ...LOOKS.territory, before: 120 },
  { id: 'Title', name: 'Title', ...LOOKS.title },
  { id: 'Subtitle', name: 'Subtitle', ...LOOKS.subtitle, frame: underline(10) },
  { id: 'Heading1', name: 'heading 1', ...LOOKS.heading1, frame: underline(4), level: 1 },
  { id: 'Heading2', name: 'heading 2', ...LOOKS.heading2, level: 2 },
  { id: 'Lead', name: 'Orientation', ...LOOKS.lead },
  { id: 'Context', name: 'Rattachement', ...LOOKS.context },
  { id: 'Note', name: 'Remarque', ...LOOKS.note },
  {
    id: 'Notice',
    name: 'Avertissement',
    before: 2,
    after: 2,
    indent: xml`<w:ind w:left="160" w:right="160"/>`,
    frame: noticeFrame,
  },
  { id: 'Cell', name: 'Cellule', ...LOOKS.cell },
  { id: 'Label', name: 'Libellé', ...LOOKS.label, after: 1 },
  { id: 'Head', name: 'En-tête de tableau', ...LOOKS.head, holds: true },
  { id: 'Gap', name: 'Espace', ...LOOKS.gap, after: 3 },
  { id: 'Footer', name: 'footer', ...LOOKS.footer },
];

export function stylesXml(language: Language): Xml {
  const locale = localeOf(language);
  return xml`<w:styles ${NAMESPACE}>
    <w:docDefaults>
      <w:rPrDefault><w:rPr>
        <w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/>
        <w:color w:val="${ink}"/>
        ${sizeXml(SIZES.body)}
        <w:lang w:val="${locale}" w:eastAsia="${locale}" w:bidi="ar-SA"/>
      </w:rPr></w:rPrDefault>
      <w:pPrDefault><w:pPr>${spacingXml({})}</w:pPr></w:pPrDefault>
    </w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal">
      <w:name w:val="Normal"/>
      <w:qFormat/>
    </w:style>
    ${STYLES.map(styleXml)}
    ${tableStyles}
  </w:styles>`;
}

/** In half points. */
const sizeXml = (points: number): Xml =>
  xml`<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;

const spacingXml = ({ before = 0, after = 0, leading = 1.15 }: Partial<Style>): Xml =>
  xml`<w:spacing w:before="${before * 20}" w:after="${after * 20}"
    w:line="${Math.round(240 * leading)}"
    w:lineRule="auto"/>`;

function styleXml(style: Style): Xml {
  const { id, name, size, isBold, colour, holds, frame, indent, level } = style;
  const run = xml`
    ${isBold && xml`<w:b/><w:bCs/>`}
    ${colour && xml`<w:color w:val="${colour}"/>`}
    ${size && sizeXml(size)}`;
  return xml`<w:style w:type="paragraph" w:styleId="${id}">
    <w:name w:val="${name}"/>
    <w:basedOn w:val="Normal"/>
    ${level && xml`<w:next w:val="BodyText"/>`}
    <w:qFormat/>
    <w:pPr>
      ${holds && xml`<w:keepNext/><w:keepLines/>`}
      ${frame}
      ${spacingXml(style)}
      ${indent}
      ${level && xml`<w:outlineLvl w:val="${level - 1}"/>`}
    </w:pPr>
    ${run.source && xml`<w:rPr>${run}</w:rPr>`}
  </w:style>`;
}

/** What a cell keeps free at its sides, in twips. */
const cellMargins = (above: number, beside: number): Xml => xml`<w:tblCellMar>
  <w:top w:w="${above}" w:type="dxa"/>
  <w:left w:w="${beside}" w:type="dxa"/>
  <w:bottom w:w="${above}" w:type="dxa"/>
  <w:right w:w="${beside}" w:type="dxa"/>
</w:tblCellMar>`;

/** Thin lines between rows and none between columns. */
const tableStyles = xml`
  <w:style w:type="table" w:default="1" w:styleId="TableNormal">
    <w:name w:val="Normal Table"/>
    <w:uiPriority w:val="99"/>
    <w:semiHidden/>
    <w:unhideWhenUsed/>
    <w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${cellMargins(0, 108)}</w:tblPr>
  </w:style>
  <w:style w:type="table" w:styleId="Table">
    <w:name w:val="Tableau"/>
    <w:basedOn w:val="TableNormal"/>
    <w:tblPr>
      <w:tblBorders>${['bottom', 'insideH'].map((side) => edgeXml(side, 4, 0, rule))}</w:tblBorders>
      ${cellMargins(50, 100)}
    </w:tblPr>
  </w:style>`;
