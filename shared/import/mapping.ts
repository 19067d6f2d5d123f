/** Which line of a table has the headers, and which column is what: guessed, then corrected by hand. */

import type { Language } from '../export/input.ts';
import type { TableCell } from '../table/cell.ts';
import { COLUMNS, type ColumnKey } from '../table/columns.ts';
import { IMPORT_FIELDS, IMPORT_KINDS, type ImportKind, mainField } from '../table/fields.ts';
import { foldLabel } from '../vocabulary/term.ts';
import { sectionsOf } from './sections.ts';
import { isEmptyRow, type Sheet } from './table.ts';

export interface Mapping {
  readonly kind: ImportKind;
  /** Index of the line of headers; null when the table has none. */
  readonly header: number | null;
  /** For each column the field it fills; null is not taken. A field is filled by one column. */
  readonly columns: readonly (string | null)[];
}

/** A line of the table, its cells by field. */
export interface MappedRow {
  /** As a spreadsheet counts them, from 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, TableCell>>;
  /** The priority that a line above heads it with; see `sections.ts`. */
  readonly section?: string;
}

/** What is longer is a text, not a header; and folding a hostile one would take minutes. */
const maxHeaderCharacters = 300;

/** A header without case, accents, punctuation: « Élu·e référent·e » is `elu e referent e`. */
const headerKey = (header: TableCell | undefined): string =>
  foldLabel(typeof header === 'string' && header.length <= maxHeaderCharacters ? header : '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Lines among which headers are looked for: a title or a legend may stand above them. */
const headerLines = 20;

/** Headers that are no accident, though the one of the titles is called by no name we know. */
const severalKnown = 3;

/** What a sheet seems to be. Without known headers: actions, whose titles are in the first column. */
export function guessMapping(sheet: Sheet): Mapping {
  const first = sheet.rows.findIndex((row) => !isEmptyRow(row));
  let best: (Mapping & { readonly score: number }) | undefined;
  sheet.rows.slice(0, headerLines).forEach((row, header) => {
    for (const kind of IMPORT_KINDS) {
      const columns = columnsOf(row, kind);
      const known = columns.filter((key) => key !== null).length;
      const hasMain = columns.includes(mainField(kind));
      // Without the main one they are headers all the same where several are known: it is asked for.
      if (!hasMain && known < severalKnown) continue;
      // A single word is a header at the top alone: further down it may be anything.
      if (known < 2 && header !== first) continue;
      const score = known + (hasMain ? 0.5 : 0);
      if (best === undefined || score > best.score) best = { kind, header, columns, score };
    }
  });
  if (best) return { kind: best.kind, header: best.header, columns: best.columns };
  return blankMapping(sheet, 'actions', null);
}

/** The mapping for something else, or another line of headers, of the same sheet. */
export function remap(sheet: Sheet, kind: ImportKind, header: number | null): Mapping {
  const columns = header === null ? [] : columnsOf(sheet.rows[header] ?? [], kind);
  const known = columns.filter((key) => key !== null).length;
  return columns.includes(mainField(kind)) || known >= severalKnown
    ? { kind, header, columns: padded(columns, sheet) }
    : blankMapping(sheet, kind, header);
}

/** Gives a column a field, or none; the column that had it loses it. */
export const assignColumn = (mapping: Mapping, column: number, key: string | null): Mapping => ({
  ...mapping,
  columns: mapping.columns.map((had, at) => (at === column ? key : had === key ? null : had)),
});

/** The lines below the headers that have something in them. */
export function mappedRows(sheet: Sheet, mapping: Mapping): readonly MappedRow[] {
  const { header, columns } = mapping;
  const from = header === null ? 0 : header + 1;
  const sections = mapping.kind === 'actions' ? sectionsOf(sheet, mapping) : undefined;
  return sheet.rows.slice(from).flatMap((row, at) => {
    const section = sections?.get(from + at);
    if (isEmptyRow(row) || section === null) return [];
    const cells = columns.flatMap((key, place) =>
      key === null ? [] : [[key, row[place] ?? null]],
    );
    return [
      {
        line: from + at + 1,
        cells: Object.fromEntries(cells) as MappedRow['cells'],
        ...(section !== undefined && { section }),
      },
    ];
  });
}

/** The language of our own headers in a line, by which most of them are known. */
export function languageOf(row: readonly TableCell[]): Language {
  const keys = new Set(row.map(headerKey));
  const known = (language: Language) =>
    COLUMNS.filter((column) => keys.has(headerKey(column[language]))).length;
  return known('en') > known('fr') ? 'en' : 'fr';
}

/** The column of ours that a header names exactly, those an import does not read included. */
export function ownColumn(header: TableCell | undefined): ColumnKey | undefined {
  const key = headerKey(header);
  return COLUMNS.find(
    ({ fr, en }) => key !== '' && (headerKey(fr) === key || headerKey(en) === key),
  )?.key;
}

function columnsOf(row: readonly TableCell[], kind: ImportKind): readonly (string | null)[] {
  const columns: (string | null)[] = row.map(() => null);
  // Our own names first: « Échéance » is one, and another column may only be called alike.
  for (const match of [isOwn, isSynonym, isOwnWithoutBrackets])
    row.forEach((header, at) => {
      if (columns[at] !== null || headerKey(header) === '') return;
      const found = IMPORT_FIELDS[kind].find(
        (field) => !columns.includes(field.key) && match(field, header),
      );
      if (found) columns[at] = found.key;
    });
  return columns;
}

type Field = (typeof IMPORT_FIELDS)[ImportKind][number];

const isOwn = ({ fr, en }: Field, header: TableCell | undefined): boolean =>
  headerKey(fr) === headerKey(header) || headerKey(en) === headerKey(header);
const isSynonym = ({ synonyms }: Field, header: TableCell | undefined): boolean =>
  synonyms.includes(headerKey(header));
/** « Échéance (JJ/MM/AAAA) ». */
const isOwnWithoutBrackets = (field: Field, header: TableCell | undefined): boolean => {
  const bare = typeof header === 'string' ? header.replace(/\([^)]*\)|\*/g, ' ') : '';
  return headerKey(bare) !== '' && (isOwn(field, bare) || isSynonym(field, bare));
};

const blankMapping = (sheet: Sheet, kind: ImportKind, header: number | null): Mapping => ({
  kind,
  header,
  columns: padded([mainField(kind)], sheet),
});

function padded(columns: readonly (string | null)[], { rows }: Sheet): readonly (string | null)[] {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: width }, (_, at) => columns[at] ?? null);
}
