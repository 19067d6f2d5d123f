/**
 * What adding a table to a workshop would do: made from the lines and the board as it stands, told
 * before anything is changed.
 */
import type { Board } from '../board/board.ts';
import type { NewAction } from '../board/commands/many.ts';
import { ENTITY_ROOTS, LIMITS } from '../board/schema.ts';
import { singleLine } from '../board/text.ts';
import { count, createFaults, type Fault, type Faults, quote } from '../file/fault.ts';
import type { PriorityId } from '../ids.ts';
import { textOf } from '../table/canonical.ts';
import { IMPORT_FIELDS, type ImportKind, mainField } from '../table/fields.ts';
import { foldLabel } from '../vocabulary/term.ts';
import type { MappedRow } from './mapping.ts';
import { createNames, type NamedRoot } from './names.ts';
import { readNewAction } from './read-action.ts';
import { createRowContext, lineName, type RowContext } from './row-context.ts';

export interface PlannedAction {
  readonly line: number;
  /** Null while it is one of {@link Plan.missing}. */
  readonly priorityId: PriorityId | null;
  /** As the file calls it, when it does. */
  readonly priorityName: string;
  readonly values: Omit<NewAction, 'priorityId'>;
}
export interface PlannedEntity {
  readonly line: number;
  /** Texts by field key; the name first. */
  readonly values: Readonly<Record<string, string>>;
}

export interface Plan {
  readonly actions: readonly PlannedAction[];
  /** Priorities, directions or actors: what the table is said to hold. */
  readonly entities: readonly PlannedEntity[];
  /** Names that the lines of {@link actions} refer to and nothing has, each once; to be added first. */
  readonly missing: Readonly<Record<NamedRoot, readonly string[]>>;
  readonly faults: readonly Fault[];
}

export interface PlanOptions {
  /** Adds what lines refer to and the workshop does not have; else each is a fault. */
  readonly addsMissing: boolean;
  /** The priority of lines that name none. */
  readonly fallback: PriorityId | null;
}

export const planImport = (
  kind: ImportKind,
  rows: readonly MappedRow[],
  board: Board,
  options: PlanOptions,
): Plan =>
  kind === 'actions' ? planActions(rows, board, options) : planEntities(kind, rows, board);

/** Actions to add, in the order of the lines. */
export function planActions(
  rows: readonly MappedRow[],
  board: Board,
  { addsMissing, fallback }: PlanOptions,
): Plan {
  const faults = createFaults();
  let lacking: Lacking[] = [];
  const context = createRowContext(board, faults, (root, name) => {
    const isAdded = addsMissing && singleLine(name).length <= LIMITS.lineCharacters;
    if (isAdded) lacking.push({ root, name });
    return isAdded;
  });
  const known = titlesOf(board);
  const taken: { readonly action: PlannedAction; readonly lacking: readonly Lacking[] }[] = [];
  for (const row of rows) {
    lacking = [];
    const values = readNewAction(row, context);
    if (!values) {
      setAside(row, 'intitulé absent', 'Intitulé', faults);
      continue;
    }
    const place = placeOf(row, context, fallback);
    if (!place) continue;
    const action = { line: row.line, values, ...place };
    const key = titleKey(action.priorityId ?? foldLabel(action.priorityName), values.title);
    const before = known.get(key);
    if (before !== undefined) {
      const problem = `${quote(values.title)} est déjà ${before}, ligne non reprise`;
      faults.add('duplicate', lineName(row.line), problem, 'Intitulé');
      continue;
    }
    known.set(key, `à la ligne ${count(row.line)}`);
    taken.push({ action, lacking });
  }
  const room = Math.max(0, LIMITS.actions - board.actions.size);
  if (taken.length > room) addFullFault(faults, LIMITS.actions, 'actions', taken.length - room);
  const kept = taken.slice(0, room);
  const missing = namesOf(
    kept.flatMap((line) => line.lacking),
    board,
    faults,
  );
  return {
    actions: kept.map(({ action }) => action),
    entities: [],
    missing,
    faults: faults.list(),
  };
}

const setAside = ({ line }: MappedRow, problem: string, field: string, faults: Faults): undefined =>
  void faults.add('set-aside', lineName(line), `${problem}, ligne mise de côté`, field);

function placeOf(
  row: MappedRow,
  { names, faults, onMissing }: RowContext,
  fallback: PriorityId | null,
): Pick<PlannedAction, 'priorityId' | 'priorityName'> | undefined {
  const name = singleLine(textOf(row.cells.priority ?? null));
  const refuse = (problem: string) => setAside(row, problem, 'Priorité', faults);
  if (name === '')
    return fallback ? { priorityId: fallback, priorityName: '' } : refuse('priorité absente');
  const priorityId = names.priorities(name);
  if (priorityId !== undefined) return { priorityId, priorityName: name };
  if (onMissing('priorities', name)) return { priorityId: null, priorityName: name };
  return refuse(`la priorité ${quote(name)} n’est pas dans l’atelier`);
}

/** Where each title on show already is. */
function titlesOf(board: Board): Map<string, string> {
  const titles = new Map<string, string>();
  for (const [id, number] of board.numbers) {
    const action = board.actions.get(id);
    if (action?.priorityId)
      titles.set(titleKey(action.priorityId, action.title), `sur le tableau (${number})`);
  }
  return titles;
}

const titleKey = (priority: string, title: string): string => `${priority}\n${foldLabel(title)}`;

const NONE_MISSING: Plan['missing'] = { priorities: [], directions: [], actors: [], policies: [] };

/** A name that a line refers to and nothing has. */
interface Lacking {
  readonly root: NamedRoot;
  readonly name: string;
}

/** Each name once, as it is first written; those that a workshop has no room for are told. */
function namesOf(lacking: readonly Lacking[], board: Board, faults: Faults): Plan['missing'] {
  const found = new Map<NamedRoot, Map<string, string>>();
  for (const { root, name } of lacking) {
    const names = found.get(root) ?? new Map<string, string>();
    found.set(root, names);
    const key = foldLabel(name);
    if (!names.has(key)) names.set(key, singleLine(name));
  }
  const missing: { [Root in NamedRoot]: readonly string[] } = { ...NONE_MISSING };
  for (const [root, names] of found) {
    const { max } = ENTITY_ROOTS[root];
    const room = Math.max(0, max - sizeOf(board, root));
    missing[root] = [...names.values()].slice(0, room);
    if (names.size <= room) continue;
    const left = root === 'priorities' ? 'leurs lignes non plus' : 'leur place reste vide';
    const problem = `un atelier a ${count(max)} ${MANY[root]} au plus ; noms de trop, non ajoutés (${left}) : ${count(names.size - room)}`;
    faults.add('too-many', 'Fichier', problem, MANY[root]);
  }
  return missing;
}

const MANY: Readonly<Record<NamedRoot, string>> = {
  priorities: 'priorités',
  directions: 'directions',
  actors: 'acteurs',
  policies: 'politiques publiques',
};

/** Priorities, directions or actors to add; those whose name is there already are left out. */
function planEntities(
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
  return { actions: [], entities: kept, missing: NONE_MISSING, faults: faults.list() };
}

const sizeOf = (board: Board, kind: NamedRoot): number =>
  kind === 'priorities' ? board.priorities.length : board[kind].size;

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

function addFullFault(faults: Faults, max: number, many: string, beyond: number): void {
  const left =
    beyond === 1
      ? 'la dernière n’est pas reprise'
      : `les ${count(beyond)} dernières ne sont pas reprises`;
  faults.add('too-many', 'Fichier', `un atelier a ${count(max)} ${many} au plus, ${left}`, many);
}
