/** Values of the model as cells of a sheet. */
import type { ColumnKind } from '../../table/columns.ts';
import { frenchDay, frenchNumber } from '../../table/french.ts';
import { clipped, safeText } from '../../table/safe-text.ts';
import type { Cell, Value } from '../action-list.ts';
import type { Language } from '../input.ts';
import { CELL_CHARACTERS, type SheetCell } from './plain-workbook.ts';

/** Ends a text that was cut: what is missing is in the workshop file. */
export const cutMark: Readonly<Record<Language, string>> = {
  fr: '… [texte coupé : la suite est dans le fichier d’atelier]',
  en: '… [text cut: the rest is in the workshop file]',
};

/** One value keeps its type; members and lines become a text. */
export function cellOf(cell: Cell, kind: ColumnKind, language: Language): SheetCell {
  if (typeof cell !== 'object') return valueCell(cell, kind, language);
  if ('members' in cell) return textCell(cell.members.join(' ; '), language);
  return textCell(cell.lines.map((value) => shown(value, kind, language)).join('\n'), language);
}

/** Null for what says nothing. */
export function textCell(text: string | undefined, language: Language): string | null {
  const safe = safeText(text ?? '');
  return safe.trim() === '' ? null : clipped(safe, CELL_CHARACTERS, cutMark[language]);
}

export const dayCell = (day: string | undefined): SheetCell =>
  day === undefined || day < firstDay ? (day ?? null) : { day };

function valueCell(value: Value, kind: ColumnKind, language: Language): SheetCell {
  if (typeof value === 'number') return value + 0; // never the negative zero, which some write "-0"
  return kind === 'date' ? dayCell(value) : textCell(value, language);
}

/** Day 61 of spreadsheets: before it they count a 29 February 1900 that never was. */
const firstDay = '1900-03-01';

/** As people write it, where a line of text has to hold it. */
function shown(value: Value, kind: ColumnKind, language: Language): string {
  if (value === undefined) return '';
  const isFrench = language === 'fr';
  if (typeof value === 'number') return isFrench ? frenchNumber(value) : String(value);
  return kind === 'date' && isFrench ? frenchDay(value) : value;
}
