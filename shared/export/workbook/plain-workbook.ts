/**
 * A workbook as plain data, for the writers of every spreadsheet format: they give it a shape and
 * add no word of their own.
 */
import type { Language } from '../input.ts';

/** A day of the calendar, `YYYY-MM-DD`, from 1900-03-01 on: before, spreadsheets disagree. */
interface Day {
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
  /** A line above the headers, and one between them and the rows, where a model asks for them. */
  readonly above?: readonly SheetCell[];
  readonly hints?: readonly SheetCell[];
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
