/** Priorities, directions or actors that a table would add. */
import type { Board } from '../board/board.ts';
import { ENTITY_ROOTS } from '../board/schema.ts';
import { singleLine } from '../board/text.ts';
import { count, createFaults, type Faults, quote } from '../file/fault.ts';
import { textOf } from '../table/canonical.ts';
import { IMPORT_FIELDS, type ImportKind, mainField } from '../table/fields.ts';
import { foldLabel } from '../vocabulary/term.ts';
import type { MappedRow } from './mapping.ts';
import { createNames } from './names.ts';
import {
  addFullFault,
  NONE_MISSING,
  type Plan,
  type PlannedEntity,
  setAside,
  sizeOf,
} from './planned.ts';
import { lineName } from './row-context.ts';

/** Those whose name is there already are left out. */
export function planEntities(
  kind: Exclude<ImportKind, 'actions'>,
  rows: readonly MappedRow[],
  board: Board,
): Plan {
  const faults = createFaults();
  const find = createNames(board)[kind];
  const seen = new Map<string, number>();
  const entities: PlannedEntity[] = [];
  for (const row of rows) {
    const values = readEntity(kind, row, faults);
    const name = values[mainField(kind)];
    const where = lineName(row.line);
    if (name === undefined) {
      setAside(row, 'nom absent', 'Nom', faults);
      continue;
    }
    const line = seen.get(foldLabel(name));
    if (line !== undefined || find(name) !== undefined) {
      const place = line === undefined ? 'dans l’atelier' : `à la ligne ${count(line)}`;
      faults.add('duplicate', where, `${quote(name)} est déjà ${place}, ligne non reprise`, 'Nom');
      continue;
    }
    seen.set(foldLabel(name), row.line);
    entities.push({ line: row.line, values });
  }
  const { max } = ENTITY_ROOTS[kind];
  const room = Math.max(0, max - sizeOf(board, kind));
  if (entities.length > room)
    addFullFault(faults, max, 'lignes de cette liste', entities.length - room);
  const kept = entities.slice(0, room);
  return { actions: [], entities: kept, missing: NONE_MISSING, guesses: [], faults: faults.list() };
}

function readEntity(
  kind: Exclude<ImportKind, 'actions'>,
  { line, cells }: MappedRow,
  faults: Faults,
): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const { key, fr } of IMPORT_FIELDS[kind]) {
    const given = textOf(cells[key] ?? null);
    const field = Object.entries(ENTITY_ROOTS[kind].fields).find(([name]) => name === key)?.[1];
    if (field?.kind !== 'plain' || given === '') continue;
    const text = key === mainField(kind) ? singleLine(given).replace(/\s+/g, ' ') : given;
    if (field.is(text) && text.length <= (field.max ?? text.length)) values[key] = text;
    else {
      const problem = `${fr} : ${quote(text)} est trop long, non repris`;
      faults.add('text-cut', lineName(line), problem, fr);
    }
  }
  return values;
}
