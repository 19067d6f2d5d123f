/**
 * What a document says, without how it looks: headings with their level, paragraphs, and tables cell
 * by cell, in order. The model and each format give the same, or something was lost.
 */
import type { Block, Document, Fields } from '../../shared/export/document/blocks.ts';
import { findAll, textOf, type XmlElement } from './read-xml.ts';

export type Piece =
  | { readonly heading: string; readonly level: number }
  | string
  /** Rows of cells of paragraphs. */
  | readonly (readonly (readonly string[])[])[];

export function outlineOf({ cover, sections }: Document): readonly Piece[] {
  return [
    cover.territory,
    cover.title,
    cover.subtitle,
    ...cover.purpose,
    fieldsOutline(cover.facts),
    ...cover.notice,
    ...sections.flatMap(({ heading, blocks }): readonly Piece[] => [
      {
        heading: [heading.number, heading.text].filter(Boolean).join(' '),
        level: heading.level,
      },
      ...blocks.flatMap(blockOutline),
    ]),
  ].filter((piece) => piece !== '');
}

function blockOutline(block: Block): readonly Piece[] {
  if (block.kind === 'paragraph') return block.lines;
  if (block.kind === 'fields') return [fieldsOutline(block)];
  const rows = [block.columns.map(({ label }) => label), ...block.rows];
  if (block.total) rows.push([...block.total]);
  return [rows.map((row) => row.map((cell) => (cell === '' ? [] : [cell])))];
}

const fieldsOutline = ({ head, rows }: Fields): Piece => [
  head.map((label) => [label]),
  ...rows.map(({ label, lines }) => [[label], lines]),
];

/** What LibreOffice shows of a text document, from its flat XML. */
export function odfOutline(document: XmlElement): readonly Piece[] {
  const [body] = findAll(document, 'office:text');
  return (body?.children ?? []).flatMap((child): readonly Piece[] => {
    if (typeof child === 'string') return [];
    if (child.name === 'text:p') return textOf(child) === '' ? [] : [textOf(child)];
    if (child.name === 'text:h') {
      const level = Number(child.attributes.get('text:outline-level'));
      return [{ heading: textOf(child), level }];
    }
    if (child.name !== 'table:table') return [];
    return [
      findAll(child, 'table:table-row').map((row) =>
        findAll(row, 'table:table-cell').map((cell) =>
          findAll(cell, 'text:p')
            .map(textOf)
            .filter((text) => text !== ''),
        ),
      ),
    ];
  });
}
