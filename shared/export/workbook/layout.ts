/** Where the parts of a sheet stand once it is written: rows from its first, columns by their letters. */
import type { Sheet, SheetCell, SheetColumn } from './plain-workbook.ts';

export interface SheetLine {
  readonly kind: 'head' | 'hint' | 'row' | 'total' | 'note';
  readonly cells: readonly SheetCell[];
}

/** Every row in order: headers with what is around them, rows, sums, an empty row, notes. */
export function linesOfSheet(sheet: Sheet): readonly SheetLine[] {
  const { columns, above, hints, rows, total, notes } = sheet;
  return [
    ...(above ? [{ kind: 'head', cells: above } as const] : []),
    { kind: 'head', cells: columns.map(({ label }) => label) },
    ...(hints ? [{ kind: 'hint', cells: hints } as const] : []),
    ...rows.map((cells) => ({ kind: 'row', cells }) as const),
    ...(total ? [{ kind: 'total', cells: total } as const] : []),
    ...(notes.length > 0 ? [{ kind: 'note', cells: [] } as const] : []),
    ...notes
      .flatMap((note) => note.match(noteLine) ?? [])
      .map((line) => ({ kind: 'note', cells: [line.trim()] }) as const),
  ];
}

/** Notes lie over the empty cells at their right, on lines that a screen shows. */
const noteLine = /.{1,150}(?=\s|$)|\S{150}/gu;

/** How many rows stay in sight, and are on each printed page. */
export const headRows = ({ above, hints }: Sheet): number => (above ? 1 : 0) + 1 + (hints ? 1 : 0);

/** First and last row of what is filtered: headers and rows. Hints would be sorted with the rows. */
export const filteredRows = (sheet: Sheet): readonly [first: number, last: number] | undefined => {
  const head = headRows(sheet);
  return sheet.hints ? undefined : [head, head + sheet.rows.length];
};

/**
 * How many lines of text the fullest cell of a row takes once wrapped, at least 1: not every program
 * counts them when it opens a file.
 */
export function heightInLines({ kind, cells }: SheetLine, columns: readonly SheetColumn[]): number {
  if (kind === 'note') return 1;
  const isWrapped = (column: SheetColumn) => kind !== 'row' || column.kind === 'text';
  const heights = columns.map((column, at) => {
    const cell = cells[at];
    return typeof cell === 'string' && isWrapped(column) ? linesOfText(cell, column.width) : 1;
  });
  return Math.max(1, ...heights);
}

const linesOfText = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil((line.length * wideness) / width)), 0);

/** Widths are in digits, letters are narrower than those, and words do not fill their lines. */
const wideness = 0.9;

/** Name of a column from its number: 1 is A, 28 is AB. */
export const letterOf = (column: number): string =>
  column > 26
    ? `${letterOf(Math.floor((column - 1) / 26))}${letterOf(((column - 1) % 26) + 1)}`
    : String.fromCharCode(64 + column);
