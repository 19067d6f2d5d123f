/** Styles of the Word annex, by the names Word knows, so that whoever edits it restyles it at once. */
import { COLOURS, FONT, SIZES } from './document/look.ts';
import { localeOf } from './document/typeset.ts';
import type { Language } from './input.ts';
import { el } from './xml.ts';

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
export const edgeXml = (side: string, size: number, space: number, colour: string): string =>
  el(`w:${side}`, { 'w:val': 'single', 'w:sz': size, 'w:space': space, 'w:color': colour });
export const groundXml = (colour: string): string =>
  el('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': colour });
const underline = (space: number): string => el('w:pBdr', {}, edgeXml('bottom', 12, space, accent));
const noticeFrame = [
  edgeXml('top', 4, 6, notice),
  edgeXml('left', 24, 8, noticeEdge),
  edgeXml('bottom', 4, 6, notice),
].join('');

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
    indent: el('w:ind', { 'w:left': 160, 'w:right': 160 }),
    frame: el('w:pBdr', {}, noticeFrame) + groundXml(notice),
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
  const locale = localeOf(language);
  const run = [
    el('w:rFonts', { 'w:ascii': FONT, 'w:hAnsi': FONT, 'w:eastAsia': FONT, 'w:cs': FONT }),
    el('w:color', { 'w:val': ink }),
    sizeXml(SIZES.body),
    el('w:lang', { 'w:val': locale, 'w:eastAsia': locale, 'w:bidi': 'ar-SA' }),
  ];
  const defaults =
    el('w:rPrDefault', {}, el('w:rPr', {}, run.join(''))) +
    el('w:pPrDefault', {}, el('w:pPr', {}, spacingXml({})));
  const normal = el('w:name', { 'w:val': 'Normal' }) + el('w:qFormat');
  return el(
    'w:styles',
    { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' },
    el('w:docDefaults', {}, defaults) +
      el('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' }, normal) +
      STYLES.map(styleXml).join('') +
      tableStyles,
  );
}

/** In half points. */
const sizeXml = (points: number): string =>
  el('w:sz', { 'w:val': points * 2 }) + el('w:szCs', { 'w:val': points * 2 });

const spacingXml = ({ before = 0, after = 0, leading = 1.15 }: Partial<Style>): string =>
  el('w:spacing', {
    'w:before': before,
    'w:after': after,
    'w:line': Math.round(240 * leading),
    'w:lineRule': 'auto',
  });

function styleXml(style: Style): string {
  const { id, name, size, isBold, colour, holds, frame = '', indent = '', level } = style;
  const paragraph = [
    holds ? el('w:keepNext') + el('w:keepLines') : '',
    frame,
    spacingXml(style),
    indent,
    level ? el('w:outlineLvl', { 'w:val': level - 1 }) : '',
  ].join('');
  const run = [
    isBold ? el('w:b') + el('w:bCs') : '',
    colour ? el('w:color', { 'w:val': colour }) : '',
    size ? sizeXml(size) : '',
  ].join('');
  const content = [
    el('w:name', { 'w:val': name }),
    el('w:basedOn', { 'w:val': 'Normal' }),
    level ? el('w:next', { 'w:val': 'BodyText' }) : '',
    el('w:qFormat'),
    el('w:pPr', {}, paragraph),
    run && el('w:rPr', {}, run),
  ].join('');
  return el('w:style', { 'w:type': 'paragraph', 'w:styleId': id }, content);
}

/** What a cell keeps free at its sides, in twips. */
function cellMargins(above: number, beside: number): string {
  const margin = (side: string, width: number) =>
    el(`w:${side}`, { 'w:w': width, 'w:type': 'dxa' });
  const sides = [
    margin('top', above),
    margin('left', beside),
    margin('bottom', above),
    margin('right', beside),
  ];
  return el('w:tblCellMar', {}, sides.join(''));
}

const line = (side: string): string => edgeXml(side, 4, 0, rule);
/** Thin lines between rows and none between columns. */
const tableStyles =
  el(
    'w:style',
    { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
    el('w:name', { 'w:val': 'Normal Table' }) +
      el('w:uiPriority', { 'w:val': 99 }) +
      el('w:semiHidden') +
      el('w:unhideWhenUsed') +
      el('w:tblPr', {}, el('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }) + cellMargins(0, 108)),
  ) +
  el(
    'w:style',
    { 'w:type': 'table', 'w:styleId': 'Table' },
    el('w:name', { 'w:val': 'Tableau' }) +
      el('w:basedOn', { 'w:val': 'TableNormal' }) +
      el(
        'w:tblPr',
        {},
        el('w:tblBorders', {}, line('bottom') + line('insideH')) + cellMargins(50, 100),
      ),
  );
