/**
 * Tables of a web page: what Word puts on the clipboard, and what business programs call `.xls`. The
 * browser reads the page, which stays without life: no script of it runs, nothing of it is fetched.
 */
import { type Grid, TABLE_LIMITS } from '../../../shared/import/table.ts';

/** Longer ones would hold up the page while they are read. */
const maxCharacters = 4_000_000;

/** @returns none for a page too long to be read here, or without a table */
export function tablesIn(html: string): readonly Grid[] {
  if (html.length > maxCharacters) return [];
  const page = new DOMParser().parseFromString(html, 'text/html');
  return [...page.querySelectorAll('table')]
    .filter((table) => table.parentElement?.closest('table') === null)
    .map((table) => ({ name: table.caption?.textContent?.trim() ?? '', rows: rowsOf(table) }));
}

/** One cell over several lines speaks for each of them, and stands once where it is several wide. */
function rowsOf(table: HTMLTableElement): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const lines = [...table.rows].slice(0, TABLE_LIMITS.rows + 1);
  lines.forEach((line, at) => {
    rows[at] ??= [];
    let column = 0;
    for (const cell of line.cells) {
      while (rows[at]?.[column] !== undefined) column += 1;
      if (column > TABLE_LIMITS.columns) break;
      const text = textOf(cell);
      const below = cell.rowSpan === 0 ? lines.length : at + cell.rowSpan;
      for (let row = at; row < Math.min(below, lines.length); row++) {
        const filled = rows[row] ?? [];
        rows[row] = filled;
        for (let beside = 0; beside < Math.min(cell.colSpan, TABLE_LIMITS.columns); beside++)
          filled[column + beside] = beside === 0 ? text : '';
      }
      column += cell.colSpan;
    }
  });
  return rows.map((row) => Array.from(row, (text) => text ?? ''));
}

const blocks = 'p, div, li, h1, h2, h3, h4, h5, h6';

/** Its paragraphs, each on a line. */
function textOf(cell: HTMLTableCellElement): string {
  const copy = cell.cloneNode(true) as HTMLTableCellElement;
  for (const gone of copy.querySelectorAll('script, style')) gone.remove();
  // In a page, what parts words in the file is a space, whatever it is.
  const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  while (texts.nextNode())
    texts.currentNode.nodeValue = (texts.currentNode.nodeValue ?? '').replace(/[ \t\r\n]+/g, ' ');
  for (const line of copy.querySelectorAll('br')) line.replaceWith('\n');
  for (const block of copy.querySelectorAll(blocks)) block.append('\n');
  return (copy.textContent ?? '')
    .replace(/\u00A0/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
