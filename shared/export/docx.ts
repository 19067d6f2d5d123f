/**
 * The annex for Word: real styles of headings, tables with header cells, page x of y, language and
 * title. The library writes the container; this file says which block becomes what.
 */
import {
  AlignmentType,
  Document as DocxDocument,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Block, Cover, Document, Field, Fields, Grid, Section } from './document/blocks.ts';
import { COLOURS, LABEL_SHARE, PAGE, TEXT_WIDTH, WHOLE_ROW_CHARACTERS } from './document/look.ts';
import { localeOf } from './document/typeset.ts';
import { docxStyles, twips } from './docx-styles.ts';

export async function writeDocx(document: Document): Promise<Uint8Array<ArrayBuffer>> {
  const { title, subject, language, cover, sections } = document;
  const file = new DocxDocument({
    title,
    subject,
    creator: cover.territory,
    description: subject,
    styles: docxStyles(localeOf(language)),
    sections: [
      {
        properties: {
          titlePage: true, // the cover has no footer
          page: {
            size: { width: twips(PAGE.width), height: twips(PAGE.height) },
            margin: {
              top: twips(PAGE.top),
              bottom: twips(PAGE.bottom),
              left: twips(PAGE.side),
              right: twips(PAGE.side),
              footer: twips(PAGE.footer),
            },
          },
        },
        footers: { default: footerOf(document) },
        children: [...coverOf(cover), ...sections.flatMap(sectionOf)],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function footerOf({ footer: { about, page, of } }: Document): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [{ type: TabStopType.RIGHT, position: twips(TEXT_WIDTH) }],
        children: [
          new TextRun({
            children: [
              shortened(about),
              new Tab(),
              `${page} `,
              PageNumber.CURRENT,
              ` ${of} `,
              PageNumber.TOTAL_PAGES,
            ],
          }),
        ],
      }),
    ],
  });
}

/** What fits before the number of the page. */
const footerCharacters = 90;
const shortened = (text: string): string =>
  text.length > footerCharacters ? `${text.slice(0, footerCharacters).trimEnd()}…` : text;

const styled = (style: string, text: string) => new Paragraph({ style, text });

function coverOf({ territory, title, subtitle, purpose, facts, notice }: Cover) {
  return [
    styled('Territory', territory),
    new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
    styled('Subtitle', subtitle),
    ...purpose.map((line) => styled('Lead', line)),
    fieldsOf(facts),
    styled('Body', ''),
    ...notice.map((line) => styled('Notice', line)),
  ];
}

/** A section begins a page: its heading carries the break, so that no empty page can come of it. */
function sectionOf({ heading, blocks }: Section) {
  const level = heading.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
  const number = heading.number
    ? [new TextRun({ text: `${heading.number} `, color: COLOURS.accent })]
    : [];
  return [
    new Paragraph({
      heading: level,
      pageBreakBefore: true,
      children: [...number, new TextRun(heading.text)],
    }),
    ...blocks.flatMap(blockOf),
  ];
}

const PARAGRAPH_STYLES = { body: 'Body', context: 'Context', lead: 'Lead', note: 'Note' } as const;

function blockOf(block: Block): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      return block.lines.map((line) => styled(PARAGRAPH_STYLES[block.role], line));
    case 'fields':
      return [fieldsOf(block)];
    case 'grid':
      return [gridOf(block), styled('Gap', '')];
  }
}

function fieldsOf({ head, rows }: Fields): Table {
  const widths = [LABEL_SHARE, 100 - LABEL_SHARE];
  return tableOf(widths, [
    headerRow(
      head.map((label) => ({ label })),
      widths,
    ),
    ...rows.map((field) => fieldRow(field, widths)),
  ]);
}

function fieldRow({ label, lines, begins }: Field, [first = 0, second = 0]: readonly number[]) {
  const borders = begins ? { top: GROUP_LINE } : {};
  const length = lines.reduce((sum, line) => sum + line.length, 0);
  return new TableRow({
    cantSplit: length <= WHOLE_ROW_CHARACTERS,
    children: [
      new TableCell({
        width: widthOf(first),
        borders,
        shading: { fill: COLOURS.ground },
        children: [styled('Label', label)],
      }),
      new TableCell({
        width: widthOf(second),
        borders,
        children: lines.map((line) => styled('Cell', line)),
      }),
    ],
  });
}

function gridOf({ columns, rows, total }: Grid): Table {
  const widths = columns.map(({ share }) => share);
  const row = (cells: readonly string[], isTotal = false) =>
    new TableRow({
      cantSplit: cells.join('').length <= WHOLE_ROW_CHARACTERS,
      children: cells.map(
        (cell, at) =>
          new TableCell({
            width: widthOf(widths[at] ?? 0),
            borders: isTotal ? { top: HEAD_LINE } : {},
            children: [
              new Paragraph({
                style: isTotal ? 'Label' : 'Cell',
                text: cell,
                alignment: columns[at]?.isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
              }),
            ],
          }),
      ),
    });
  return tableOf(widths, [
    headerRow(columns, widths),
    ...rows.map((cells) => row(cells)),
    ...(total ? [row(total, true)] : []),
  ]);
}

/** Repeated at the top of each page the table goes on to. */
function headerRow(
  columns: readonly { readonly label: string; readonly isNumber?: true }[],
  widths: readonly number[],
): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ label, isNumber }, at) =>
        new TableCell({
          width: widthOf(widths[at] ?? 0),
          borders: { bottom: HEAD_LINE },
          verticalAlign: VerticalAlignTable.BOTTOM,
          children: [
            new Paragraph({
              style: 'Head',
              text: label,
              alignment: isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
            }),
          ],
        }),
    ),
  });
}

const NONE = { style: 'none', size: 0, color: 'auto' } as const;
const LINE = { style: 'single', size: 4, color: COLOURS.rule } as const;
const GROUP_LINE = { style: 'single', size: 6, color: COLOURS.quiet } as const;
const HEAD_LINE = { style: 'single', size: 8, color: COLOURS.ink } as const;

const tableOf = (shares: readonly number[], rows: readonly TableRow[]): Table =>
  new Table({
    rows,
    layout: TableLayoutType.FIXED,
    width: { size: twips(TEXT_WIDTH), type: WidthType.DXA },
    columnWidths: shares.map((share) => Math.round((twips(TEXT_WIDTH) * share) / 100)),
    borders: {
      top: NONE,
      left: NONE,
      right: NONE,
      insideVertical: NONE,
      insideHorizontal: LINE,
      bottom: LINE,
    },
    margins: { top: 50, bottom: 50, left: 100, right: 100 },
  });

const widthOf = (share: number) => ({
  size: Math.round((twips(TEXT_WIDTH) * share) / 100),
  type: WidthType.DXA,
});
