/**
 * A workbook as plain data, for the writers of every spreadsheet format: they give it a shape and
 * add no word of their own.
 */
import type { Language } from '../input.ts';

/** A day of the calendar, `YYYY-MM-DD`, from 1900-03-01 on: before, spreadsheets disagree. */
export interface Day {
  readonly day: string;
}
/** Texts are safe (`safe-text.ts`), not empty and within {@link CELL_CHARACTERS}. */
export type SheetCell = string | number | Day | null;

/** `code`: a text that looks like a number and must stay a text when somebody edits it. */
type ColumnKind = 'code' | 'text' | 'number' | 'date';

export interface SheetColumn {
  readonly label: string;
  readonly kind: ColumnKind;
  /** In characters. */
  readonly width: number;
}

/** A line of headers, rows, perhaps a line of sums; below them, apart, what must be known of them. */
export interface Sheet {
  /** Ours: 31 characters at most, and none that a program forbids. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** As many cells as columns in each. */
  readonly rows: readonly (readonly SheetCell[])[];
  readonly total?: readonly SheetCell[];
  readonly notes: readonly string[];
  /** First columns that stay in sight, and are on each printed page. */
  readonly frozen: number;
  /** Columns beyond these are not printed. */
  readonly printed: number;
  /** On how many pages of paper side by side it is printed. */
  readonly pagesWide: number;
}

export interface Workbook {
  readonly language: Language;
  readonly title: string;
  /** What is in it and what is not, for its properties. */
  readonly description: string;
  /** At the head of each printed page. */
  readonly about: string;
  /** At the foot of each printed page: what must stay visible, and the words of "Page 1 sur 2". */
  readonly notice: string;
  readonly page: string;
  readonly of: string;
  /** Milliseconds since 1970. */
  readonly made: number;
  readonly sheets: readonly Sheet[];
}

/** What a cell of XLSX holds; the same in every format, so that they hold the same. */
export const CELL_CHARACTERS = 32_767;

/**
 * Every row as it stands from the first row of the sheet: headers, rows, sums, an empty row, notes.
 */
export function linesOfSheet(sheet: Sheet): readonly SheetLine[] {
  const { columns, rows, total, notes } = sheet;
  return [
    { kind: 'head', cells: columns.map(({ label }) => label) },
    ...rows.map((cells) => ({ kind: 'row', cells }) as const),
    ...(total ? [{ kind: 'total', cells: total } as const] : []),
    ...(notes.length > 0 ? [{ kind: 'note', cells: [] } as const] : []),
    ...notes
      .flatMap((note) => note.match(noteLine) ?? [])
      .map((line) => ({ kind: 'note', cells: [line.trim()] }) as const),
  ];
}
/** Notes lie over the cells at their right: each on lines that a screen shows. */
const noteLine = /.{1,150}(?=\s|$)|\S{150}/gu;

interface SheetLine {
  readonly kind: 'head' | 'row' | 'total' | 'note';
  readonly cells: readonly SheetCell[];
}

/**
 * How many lines of text the fullest cell of a row takes once wrapped, at least 1: no program is sure
 * to count them when it opens a file.
 */
export const linesOfRow = (cells: readonly SheetCell[], columns: readonly SheetColumn[]): number =>
  Math.max(
    1,
    ...cells.map((cell, at) =>
      typeof cell === 'string' && columns[at]?.kind === 'text'
        ? linesOfText(cell, columns[at].width)
        : 1,
    ),
  );

const linesOfText = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil((line.length * wideness) / width)), 0);

/** Words do not fill their lines, and some letters are wide. */
const wideness = 1.05;

/** How many rows a filter covers: headers and rows, without sums and notes. */
export const filteredRows = ({ rows }: Sheet): number => 1 + rows.length;
