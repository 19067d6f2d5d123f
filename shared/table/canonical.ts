/**
 * Cells as they compare. Formats and the programs between change how a value is written, not what
 * it says: line ends, invisible controls, the form of accents, the apostrophe against formulas, how
 * a date or a decimal is spelled. What remains different was changed by somebody.
 */
import { isDay } from '../board/checks.ts';
import type { TableCell } from './cell.ts';
import type { ColumnKind } from './columns.ts';
import { isFormula } from './formula.ts';
import { monthNamed } from './period.ts';
import { safeText } from './safe-text.ts';

/**
 * A cell as it compares, line by line: lines stand beside those of other cells, so empty ones keep
 * their place, but at the end.
 */
export function canonical(cell: TableCell | undefined, kind: ColumnKind): string {
  return linesOf(cell)
    .map((line) => canonicalLine(line, kind))
    .join('\n')
    .trimEnd();
}

/** What a cell says, as a board can keep it. */
export const textOf = (cell: TableCell | undefined): string =>
  safeText(linesOf(cell).map(withoutApostrophe).join('\n')).trim();

/** The lines of a cell; a number is one. */
export const linesOf = (cell: TableCell | undefined): readonly string[] =>
  cell === null || cell === undefined ? [] : String(cell).split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/);

function canonicalLine(line: string, kind: ColumnKind): string {
  if (kind === 'number') {
    const value = numberIn(line);
    if (value !== undefined) return String(value);
  }
  return (
    (kind === 'date' && dayIn(line)) ||
    safeText(withoutApostrophe(line)).normalize('NFC').replace(/\s+/g, ' ').trim()
  );
}

/** The apostrophe a CSV for Excel puts before what would be run. */
const withoutApostrophe = (line: string): string =>
  line.startsWith("'") && isFormula(line.slice(1)) ? line.slice(1) : line;

/**
 * A number as people write it: `12,5`, `1 234.5`, `30 %`, `1 200 €`. Undefined for what is none.
 */
export function numberIn(cell: TableCell | undefined): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell !== 'string') return undefined;
  const bare = withoutApostrophe(cell.trim())
    .replace(/[\s\u202F\u00A0]/g, '')
    .replace(/\u2212/g, '-')
    .replace(/[%€]$/, '');
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i.test(bare)) return undefined;
  const value = Number(bare.replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}

/** The unit that a number is written with, where one is; see {@link numberIn}. */
export const unitIn = (text: string): '%' | '€' | undefined =>
  numberIn(text) === undefined ? undefined : (/[%€]$/.exec(text.trim())?.[0] as '%' | '€');

const excelEpochDays = 25_569; // from 30 December 1899, the day 0 of spreadsheets, to 1970
const dayMs = 86_400_000;
/** Years 1927 to 2119: a number outside is no day that anybody means. */
const serials = { first: 10_000, last: 80_000 };

/**
 * A day, `YYYY-MM-DD`, from `12/03/2027`, `12.3.27`, `2027-03-12`, `12 mars 2027`, a number of days
 * of a spreadsheet. Undefined for what is none, or no day of the calendar.
 */
export function dayIn(cell: TableCell | undefined): string | undefined {
  if (typeof cell === 'number') return dayOfSerial(cell);
  if (typeof cell !== 'string') return undefined;
  const text = cell.trim();
  if (/^\d{5}(\.\d+)?$/.test(text)) return dayOfSerial(Number(text));
  const [, y, m, d] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text) ?? [];
  if (y && m && d) return dayOf(y, m, d);
  const [, day, month, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(text) ?? [];
  if (day && month && year) return dayOf(year.length === 2 ? `20${year}` : year, month, day);
  return dayInWords(text);
}

/** « 31 décembre 2027 », « lundi 1er juin 2026 », as our own documents write it and people do. */
const inWords = /^(?:\p{L}+\.?,? )?(\d{1,2})(?:er|st|nd|rd|th)? (\p{L}+)\.? (\d{4})$/u;

function dayInWords(text: string): string | undefined {
  if (text.length > maxDayCharacters) return undefined;
  const [, day, name = '', year] = inWords.exec(text.replace(/\s+/g, ' ')) ?? [];
  const month = monthNamed(name);
  return day && year && month ? dayOf(year, String(month), day) : undefined;
}
const maxDayCharacters = 60;

function dayOf(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

function dayOfSerial(serial: number): string | undefined {
  if (serial < serials.first || serial > serials.last) return undefined;
  const ms = Math.floor(serial - excelEpochDays) * dayMs;
  return new Date(ms).toISOString().slice(0, 10);
}
