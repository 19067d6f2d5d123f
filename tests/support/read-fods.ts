/** A workbook as LibreOffice understood it: its flat XML, in which every cell says its type. */
import { findAll, readXml, type XmlElement } from './read-xml.ts';

/** A text, a number, a day as `YYYY-MM-DD` under its own key, or null for an empty cell. */
export type ReadCell = string | number | { readonly day: string } | null;

export interface ReadSheet {
  readonly name: string;
  /** Without the empty cells at the end of rows, and the empty rows at the end. */
  readonly rows: readonly (readonly ReadCell[])[];
  readonly element: XmlElement;
}

export const readSheets = (document: XmlElement): readonly ReadSheet[] =>
  findAll(document, 'table:table').map((element) => ({
    name: element.attributes.get('table:name') ?? '',
    rows: trimmed(findAll(element, 'table:table-row').flatMap(rowsOf), (row) => row.length === 0),
    element,
  }));

export const readFods = (file: Uint8Array): XmlElement =>
  readXml(Buffer.from(file).toString('utf8'));

/** Beyond, a repetition only fills the sheet to its end. */
const farthest = 10_000;

function rowsOf(row: XmlElement): readonly (readonly ReadCell[])[] {
  const cells = row.children.flatMap((cell) => {
    if (typeof cell === 'string') return [];
    const times = Number(cell.attributes.get('table:number-columns-repeated') ?? 1);
    return times > farthest ? [] : Array<ReadCell>(times).fill(cellOf(cell));
  });
  const times = Number(row.attributes.get('table:number-rows-repeated') ?? 1);
  const content = trimmed(cells, (cell) => cell === null);
  return times > farthest ? [] : Array<readonly ReadCell[]>(times).fill(content);
}

function cellOf(cell: XmlElement): ReadCell {
  const type = cell.attributes.get('office:value-type');
  if (cell.attributes.has('table:formula')) throw new Error('a formula');
  if (type === undefined) return null;
  if (type === 'float') return Number(cell.attributes.get('office:value'));
  if (type === 'date') return { day: cell.attributes.get('office:date-value') ?? '' };
  if (type !== 'string') throw new Error(`a cell of type ${type}`);
  return findAll(cell, 'text:p').map(paragraphOf).join('\n');
}

const paragraphOf = (element: XmlElement): string =>
  element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (child.name === 'text:s') return ' '.repeat(Number(child.attributes.get('text:c') ?? 1));
      if (child.name === 'text:tab') return '\t';
      if (child.name === 'text:line-break') return '\n';
      return paragraphOf(child);
    })
    .join('');

function trimmed<Item>(items: readonly Item[], isEmpty: (item: Item) => boolean): readonly Item[] {
  const last = items.findLastIndex((item) => !isEmpty(item));
  return items.slice(0, last + 1);
}
