/** One line of a table as the values of an action, each fault told with its line and column. */
import type { Board } from '../board/board.ts';
import type { NewAction } from '../board/commands/many.ts';
import { isAccepted } from '../board/commands/sheet.ts';
import { ACTION_FIELDS, LIMITS } from '../board/schema.ts';
import { clip, singleLine } from '../board/text.ts';
import { count, type Faults, quote } from '../file/fault.ts';
import { linesOf, textOf } from '../table/canonical.ts';
import type { TableCell } from '../table/cell.ts';
import { COLUMNS } from '../table/columns.ts';
import type { ActionField } from '../table/fields.ts';
import { STATUSES } from '../vocabulary/action.ts';
import { createTermFinder, type FindTerm, type Term } from '../vocabulary/term.ts';
import { constraintsFrom } from './constraints.ts';
import type { MappedRow } from './mapping.ts';
import { indicatorsFrom, type Measure } from './measures.ts';
import { type Members, readMembers } from './members.ts';
import { createNames, type NamedRoot, type Names } from './names.ts';
import { type IndicatorKey, type Reading, TARGETS, type Target } from './targets.ts';

/** What reading lines knows of the board, and where it tells what is wrong. */
export interface RowContext {
  readonly board: Board;
  readonly names: Names;
  readonly faults: Faults;
  readonly findTerm: (vocabulary: Vocabulary) => FindTerm;
  /** Takes note of a name nothing has; true when it will be there by the time the line is added. */
  readonly onMissing: (root: NamedRoot, name: string) => boolean;
}
type Vocabulary = Extract<Target, { readonly kind: 'terms' }>['terms'];

export function createRowContext(
  board: Board,
  faults: Faults,
  onMissing: RowContext['onMissing'] = () => false,
): RowContext {
  const finders = new Map<readonly Term[], FindTerm>();
  const findTerm = ({ terms, own }: Vocabulary): FindTerm => {
    const known = finders.get(terms);
    if (known) return known;
    const ownTerms = (own && board.info[own]) ?? [];
    const [theirs, ours] = [createTermFinder(ownTerms), createTermFinder(terms)];
    const find: FindTerm = (text) => theirs(text) ?? ours(text);
    finders.set(terms, find);
    return find;
  };
  return { board, names: createNames(board), faults, findTerm, onMissing };
}

/** « Ligne 12 ». */
export const lineName = (line: number): string => `Ligne ${count(line)}`;

const fieldName = (key: ActionField): string =>
  COLUMNS.find((column) => column.key === key)?.fr ?? key;

/** The values of a new action but its priority; undefined when the line has no title. */
export function readNewAction(
  row: MappedRow,
  context: RowContext,
): Omit<NewAction, 'priorityId'> | undefined {
  const title = readTitle(row, context);
  if (title === undefined) return undefined;
  const values: Record<string, unknown> = { title };
  for (const [key, target] of Object.entries(TARGETS) as [ActionField, Target][])
    readInto(values, key, target, row, context);
  const measures = readMeasures(row, context);
  if (measures.length > 0) values.indicators = indicatorsFrom(measures);
  return { ...withoutRefused(values, row, context), title };
}

function readTitle({ line, cells }: MappedRow, { faults }: RowContext): string | undefined {
  const title = singleLine(textOf(cells.title ?? null)).replace(/\s+/g, ' ');
  if (title === '') return undefined;
  if (title.length > LIMITS.titleCharacters) {
    const said = `intitulé de ${count(title.length)} caractères, seuls les ${LIMITS.titleCharacters} premiers sont repris`;
    faults.add('text-cut', lineName(line), said, fieldName('title'));
  }
  return clip(title, LIMITS.titleCharacters);
}

function readInto(
  values: Record<string, unknown>,
  key: ActionField,
  target: Target,
  row: MappedRow,
  context: RowContext,
): void {
  const cell = row.cells[key] ?? null;
  const text = textOf(cell);
  if (text === '') return;
  switch (target.kind) {
    case 'description':
      values.description = readDescription(text, row, context);
      return;
    case 'status':
      Object.assign(values, readStatus(cell, row.line, context));
      return;
    case 'constraints':
      values.constraints = constraintsFrom(text, context.names);
      return;
    case 'field':
      values[target.key] = readingValue(target.read(cell), key, row.line, context);
      return;
    case 'reference':
      values[target.key] = findNamed(text, target.root, key, row.line, context);
      return;
    case 'references':
    case 'terms':
      values[target.key] = readSet(text, key, target, row.line, context).codes;
      return;
    case 'title':
    case 'priority':
    case 'indicator':
    case 'id':
  }
}

function readDescription(text: string, { line }: MappedRow, { faults }: RowContext): string {
  const max = LIMITS.descriptionCharacters;
  if (text.length > max) {
    const said = `description de ${count(text.length)} caractères, seuls les ${count(max)} premiers sont repris`;
    faults.add('text-cut', lineName(line), said, fieldName('description'));
  }
  return clip(text, max);
}

const findStatus = createTermFinder(STATUSES);

/** Status and discarding; `fusionnée` is a fact that a table cannot make. */
export function readStatus(
  cell: TableCell,
  line: number,
  context: RowContext,
): { readonly status?: string; readonly discarded?: true } {
  const text = textOf(cell);
  const code = findStatus(text)?.code;
  if (code === 'discarded') return { discarded: true };
  if (code !== undefined && code !== 'merged') return { status: code };
  if (text !== '') {
    const said = code === 'merged' ? 'une fusion se fait sur le tableau' : `${quote(text)} inconnu`;
    tell(`: ${said}, non repris`, 'status', line, context);
  }
  return {};
}

/** The id of what a cell names. */
export function findNamed(
  text: string,
  root: NamedRoot,
  key: ActionField,
  line: number,
  context: RowContext,
): string | undefined {
  const id = context.names[root](text);
  if (id === undefined && !context.onMissing(root, text))
    tell(`: ${quote(text)} n’est pas dans l’atelier, laissé vide`, key, line, context);
  return id;
}

/** The members of a list; `known` finds those that the action has already. */
export function readSet(
  text: string,
  key: ActionField,
  target: Extract<Target, { readonly kind: 'references' | 'terms' }>,
  line: number,
  context: RowContext,
  known: (name: string) => string | undefined = () => undefined,
): Members {
  const find = (name: string): string | undefined =>
    known(name) ??
    (target.kind === 'references'
      ? context.names[target.root](name)
      : context.findTerm(target.terms)(name)?.code);
  const members = readMembers(text, find);
  for (const name of members.unknown) {
    if (target.kind === 'references' && context.onMissing(target.root, name)) continue;
    const where = target.kind === 'references' ? 'n’est pas dans l’atelier' : 'inconnu';
    tell(`: ${quote(name)} ${where}, non repris`, key, line, context);
  }
  return members;
}

/** The value of a reading; a fault is told, and leaves nothing. */
export function readingValue(
  reading: Reading,
  key: ActionField,
  line: number,
  context: RowContext,
): string | number | undefined {
  if (reading.ok) return reading.value;
  tell(`${reading.error}, non repris`, key, line, context);
  return undefined;
}

/** The seven cells of indicators, line by line. */
function readMeasures(row: MappedRow, context: RowContext): readonly Measure[] {
  const columns = indicatorColumns.map(([key, target]) => ({
    key,
    target,
    lines: linesOf(row.cells[key]),
  }));
  // A sentence on two lines in one cell, with nothing on two lines beside it, is one indicator.
  const others = columns.filter(({ key }) => key !== 'indicator' && key !== 'unit');
  const isOne = others.every(({ lines }) => lines.length <= 1);
  const height = isOne ? 1 : Math.max(...columns.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, at) => {
    const measure: { [K in IndicatorKey]?: string | number } = {};
    for (const { key, target, lines } of columns) {
      const line = isOne ? lines.join('\n') : (lines[at] ?? '');
      const value = readingValue(target.read(line), key, row.line, context);
      if (value !== undefined) measure[target.key] = value;
    }
    return measure;
  }).filter((measure) => Object.keys(measure).length > 0);
}

export const indicatorColumns = (Object.entries(TARGETS) as [ActionField, Target][]).flatMap(
  ([key, target]) => (target.kind === 'indicator' ? [[key, target] as const] : []),
);

/** Beyond what a field holds: told, and left out. */
function withoutRefused(
  values: Readonly<Record<string, unknown>>,
  { line }: MappedRow,
  { faults }: RowContext,
): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) continue;
    if (isAccepted(ACTION_FIELDS[key as keyof typeof ACTION_FIELDS], value)) kept[key] = value;
    else {
      const name = nameOfField(key);
      faults.add('impossible-value', lineName(line), `${name} : trop long, non repris`, name);
    }
  }
  return kept;
}

/** The French name of a field of the board. */
function nameOfField(field: string): string {
  const column = (Object.entries(TARGETS) as [ActionField, Target][]).find(
    ([key, target]) => ('key' in target ? target.key : key) === field,
  );
  return column ? fieldName(column[0]) : fieldName('indicator');
}

/** @param said what follows the name of the field, its colon included */
export function tell(
  said: string,
  key: ActionField,
  line: number,
  { faults }: Pick<RowContext, 'faults'>,
): void {
  const name = fieldName(key);
  faults.add('impossible-value', lineName(line), `${name} ${said}`, name);
}
