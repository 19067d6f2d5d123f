/** Styles of the Word annex, by the names Word knows, so that whoever edits it restyles it at once. */
import { type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx';
import { COLOURS, FONT, SIZES } from './document/look.ts';

/** Twentieths of a point. @param millimetres of the page */
export const twips = (millimetres: number): number => Math.round((millimetres * 1_440) / 25.4);

/** Word counts letters in half points. */
const size = (points: number): number => points * 2;
const { ink, quiet, accent, notice, noticeEdge } = COLOURS;

/** Space before and after, in twips, and between lines, in lines: each style says all three. */
const leading = (before: number, after: number, lines = 1.15) => ({
  before,
  after,
  line: Math.round(240 * lines),
  lineRule: LineRuleType.AUTO,
});

/** @param locale language of the whole text: "fr-FR" */
export function docxStyles(locale: string): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: FONT, size: size(SIZES.body), color: ink, language: { value: locale } },
        paragraph: { spacing: leading(0, 0) },
      },
      title: {
        run: { font: FONT, size: size(SIZES.title), bold: true, color: ink },
        paragraph: { spacing: leading(0, 120, 1.05) },
      },
      heading1: {
        run: { font: FONT, size: size(SIZES.heading1), bold: true, color: ink },
        paragraph: {
          spacing: leading(0, 200, 1.05),
          keepNext: true,
          keepLines: true,
          border: { bottom: { style: 'single', size: 12, color: accent, space: 4 } },
        },
      },
      heading2: {
        run: { font: FONT, size: size(SIZES.heading2), bold: true, color: ink },
        paragraph: { spacing: leading(0, 40, 1.05), keepNext: true, keepLines: true },
      },
    },
    paragraphStyles: STYLES.map((style) => ({ basedOn: 'Normal', quickFormat: true, ...style })),
  };
}

const STYLES: readonly IParagraphStyleOptions[] = [
  {
    id: 'Territory',
    name: 'Territoire',
    run: { size: size(SIZES.subtitle), bold: true, color: accent },
    paragraph: { spacing: leading(2_400, 120) },
  },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    run: { size: size(SIZES.subtitle), color: quiet },
    paragraph: {
      spacing: leading(0, 360),
      border: { bottom: { style: 'single', size: 12, color: accent, space: 10 } },
    },
  },
  { id: 'Body', name: 'Body Text', paragraph: { spacing: leading(0, 160) } },
  {
    id: 'Lead',
    name: 'Orientation',
    run: { size: size(SIZES.lead) },
    paragraph: { spacing: leading(0, 160) },
  },
  {
    id: 'Context',
    name: 'Rattachement',
    run: { size: size(SIZES.small), color: quiet },
    paragraph: { spacing: leading(0, 160), keepNext: true },
  },
  {
    id: 'Note',
    name: 'Remarque',
    run: { size: size(SIZES.small), color: quiet },
    paragraph: { spacing: leading(0, 160) },
  },
  {
    id: 'Notice',
    name: 'Avertissement',
    paragraph: {
      spacing: leading(40, 40),
      indent: { left: 160, right: 160 },
      shading: { type: 'clear', fill: notice },
      border: { left: { style: 'single', size: 24, color: noticeEdge, space: 8 } },
    },
  },
  { id: 'Cell', name: 'Cellule', paragraph: { spacing: leading(0, 20) } },
  { id: 'Label', name: 'Libellé', run: { bold: true } },
  {
    id: 'Head',
    name: 'En-tête de tableau',
    run: { bold: true, size: size(SIZES.small), color: quiet },
    paragraph: { keepNext: true },
  },
  { id: 'Gap', name: 'Espace', run: { size: size(5) }, paragraph: { spacing: leading(0, 60) } },
  { id: 'Footer', name: 'footer', run: { size: size(8), color: quiet } },
];
