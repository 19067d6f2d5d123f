/**
 * Lines that head those below them: « AXE 1 – ÉCONOMIE DE PROXIMITÉ », alone on its line or merged
 * over it, then its actions. The commonest layout of French plans: such a line is a priority.
 */
import { textOf } from '../table/canonical.ts';
import type { TableCell } from '../table/cell.ts';
import type { Sheet } from './table.ts';

const HEADS =
  'axe|axes|priorit[ée]|volet|enjeu|objectif|orientation|th[èe]me|th[ée]matique|chapitre|pilier|partie|engagement|levier|d[ée]fi|ambition';
/** « Axe 1 », « OBJECTIF n° II. »: what it is called, its number, and what parts it from its title. */
const numbered = new RegExp(
  `^\\s*(?:${HEADS})\\s*(?:strat[ée]giques?\\s*)?(?:n\\s*[°o]\\s*)?(?:\\d{1,2}|[ivx]{1,4})\\b\\s*[.:)–—-]*\\s*`,
  'iu',
);
const named = new RegExp(`^\\s*(?:${HEADS})\\s*[:–—-]\\s*`, 'iu');

/** Without the number that a workshop gives by itself: « Axe 1 – Eau » is Eau; « Axe 1 » stays. */
export function withoutNumber(name: string): string {
  const rest = name.replace(numbered, '').replace(named, '').trim();
  return rest === '' ? name.trim() : rest;
}

/** Where a table of actions begins, and what its columns are. */
interface Columns {
  readonly header: number | null;
  readonly columns: readonly (string | null)[];
}

/**
 * @returns by index of a line of the sheet, the priority it belongs to, as its head says it; a head
 *   itself has null
 */
export function sectionsOf(sheet: Sheet, mapping: Columns): ReadonlyMap<number, string | null> {
  const sections = new Map<number, string | null>();
  const from = mapping.header === null ? 0 : mapping.header + 1;
  let current: string | undefined;
  for (let at = from; at < sheet.rows.length; at++) {
    const head = headAt(at, sheet, mapping);
    if (head !== undefined && hasLinesBelow(at, sheet, mapping)) {
      current = head;
      sections.set(at, null);
    } else if (current !== undefined) sections.set(at, current);
  }
  return sections;
}

function headAt(at: number, sheet: Sheet, { columns }: Columns): string | undefined {
  const filled = filledIn(sheet.rows[at] ?? []);
  const [only, second] = filled;
  if (!only) return undefined;
  if (filled.length === 1) {
    const isPlain = !sheet.bands?.has(at) && !numbered.test(only.text);
    // In the column of titles it is an action; in that of priorities a head only of lines without.
    const field = columns[only.column];
    const isSaidBelow = textOf(sheet.rows[at + 1]?.[only.column]) !== '';
    const isHead = !isPlain || (field !== 'title' && !(field === 'priority' && isSaidBelow));
    return isHead && /\p{L}{2}/u.test(only.text) ? only.text : undefined;
  }
  // « 1 | Économie de proximité », then 1.1, 1.2: the number says what heads what.
  if (!second || filled.length > 2 || columns[only.column] !== 'number') return undefined;
  const below = textOf(sheet.rows[at + 1]?.[only.column]);
  const isAbove =
    /^\d{1,2}\.?$/.test(only.text) && below.startsWith(`${Number.parseInt(only.text, 10)}.`);
  return isAbove && /\.\d/.test(below) ? second.text : undefined;
}

/** A head that nothing follows before the next is a note, or a sum. */
function hasLinesBelow(at: number, sheet: Sheet, mapping: Columns): boolean {
  for (let below = at + 1; below < sheet.rows.length; below++) {
    if (filledIn(sheet.rows[below] ?? []).length === 0) continue;
    return headAt(below, sheet, mapping) === undefined;
  }
  return false;
}

const filledIn = (row: readonly TableCell[]) =>
  row.flatMap((cell, column) => {
    const text = textOf(cell);
    return text === '' ? [] : [{ column, text }];
  });
