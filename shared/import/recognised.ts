/**
 * A list of actions of this workshop that has lost what tells which is which: a CSV, an extract, a copy
 * pasted elsewhere. Its lines are known by their number and their title, else by one of them.
 */
import type { Board } from '../board/board.ts';
import type { ActionId } from '../ids.ts';
import { textOf } from '../table/canonical.ts';
import type { TableCell } from '../table/cell.ts';
import type { ColumnKey } from '../table/columns.ts';
import { foldLabel } from '../vocabulary/term.ts';
import { guessMapping, languageOf, mappedRows, remap } from './mapping.ts';
import type { Returned, ReturnedRow } from './round-trip.ts';
import type { Sheet, Table } from './table.ts';

/** Fewer may be a coincidence: another table may have an action or two of the same name. */
const leastRows = 2;

/** Undefined when less than half of its titled lines are actions on show. */
export function findRecognised(table: Table, board: Board): Returned | undefined {
  const known = knownOf(board);
  for (const sheet of table.sheets) {
    const returned = readSheet(sheet, known);
    if (returned) return returned;
  }
  return undefined;
}

interface Known {
  readonly byNumber: ReadonlyMap<string, ActionId>;
  /** Null for a title that several have. */
  readonly byTitle: ReadonlyMap<string, ActionId | null>;
  readonly titles: ReadonlyMap<ActionId, string>;
}

function knownOf(board: Board): Known {
  const byNumber = new Map<string, ActionId>();
  const byTitle = new Map<string, ActionId | null>();
  const titles = new Map<ActionId, string>();
  for (const [id, number] of board.numbers) {
    const title = foldLabel(board.actions.get(id)?.title ?? '');
    byNumber.set(number, id);
    byTitle.set(title, byTitle.has(title) ? null : id);
    titles.set(id, title);
  }
  return { byNumber, byTitle, titles };
}

function readSheet(sheet: Sheet, known: Known): Returned | undefined {
  const { kind, header } = guessMapping(sheet);
  if (kind !== 'actions' || header === null) return undefined;
  const lines = mappedRows(sheet, remap(sheet, kind, header));
  const found = lines.flatMap(({ line, cells, section }) => {
    // Its head says its priority, where the line itself does not.
    const said = { ...(section !== undefined && { priority: section }), ...cells };
    const read = new Map(Object.entries(said)) as ReadonlyMap<ColumnKey, TableCell>;
    const title = foldLabel(textOf(read.get('title')));
    return title === ''
      ? []
      : [{ line, cells: read, ...match(title, textOf(read.get('number')), known) }];
  });
  const sure = found.filter(({ isTitled }) => isTitled);
  if (sure.length < leastRows || sure.length < found.length / 2) return undefined;
  const rows = found.map(
    ({ line, cells, id, isTitled, isNumbered }): ReturnedRow => ({
      line,
      cells,
      id,
      ...(id !== null && !(isTitled && isNumbered) && { isInDoubt: true }),
    }),
  );
  const language = languageOf(sheet.rows[header] ?? []);
  const unreadable = sheet.unreadable ?? [];
  return {
    language,
    sheetName: sheet.name,
    rows,
    besides: new Map(),
    unreadable,
    isRecognised: true,
  };
}

function match(title: string, number: string, { byNumber, byTitle, titles }: Known) {
  const numbered = byNumber.get(number);
  const titled = byTitle.get(title);
  const isBoth = numbered !== undefined && titles.get(numbered) === title;
  // Where a title is another's, its number is what somebody left as it was.
  const id = isBoth ? numbered : (titled ?? (titled === undefined ? numbered : undefined) ?? null);
  return { id, isTitled: isBoth || titled != null, isNumbered: isBoth };
}
