/** One cell as values of the board, for new actions and for changed ones alike. */
import { quote } from '../file/fault.ts';
import { err, ok } from '../result.ts';
import { textOf } from '../table/canonical.ts';
import type { TableCell } from '../table/cell.ts';
import type { ActionField } from '../table/fields.ts';
import { frenchDay } from '../table/french.ts';
import { STATUSES } from '../vocabulary/action.ts';
import { createTermFinder } from '../vocabulary/term.ts';
import { type Members, readMembers } from './members.ts';
import type { NamedRoot } from './names.ts';
import { addFault, type RowContext } from './row-context.ts';
import { type Reading, TARGETS, type Target, type Value } from './targets.ts';

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
    const problem =
      code === 'merged' ? 'une fusion se fait sur le tableau' : `${quote(text)} inconnu`;
    addFault(`: ${problem}, non repris`, 'status', line, context);
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
  const id = context.names[root](text) ?? nearIds(text, root, key, line, context)[0];
  if (id === undefined && !context.onMissing(root, text))
    addFault(`: ${quote(text)} n’est pas dans l’atelier, laissé vide`, key, line, context);
  return id;
}

/** What it may mean, once the person takes it so; in the place of one name, the first. */
function nearIds(
  text: string,
  root: NamedRoot,
  key: ActionField,
  line: number,
  { near, board, onGuess }: RowContext,
): readonly string[] {
  if (root === 'priorities') return [];
  const ids = near[root](text);
  if (ids.length === 0) return ids;
  const shown = ids.map((id) => nameIn(board, root, id)).join(' ; ');
  return onGuess({ line, key, text, value: ids.join(' '), shown }) ? ids : [];
}

const nameIn = (
  board: RowContext['board'],
  root: Exclude<NamedRoot, 'priorities'>,
  id: string,
): string => {
  const named: ReadonlyMap<string, { readonly name?: string }> = board[root];
  return named.get(id)?.name ?? id;
};

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
  const near: string[] = [];
  const unknown: string[] = [];
  for (const name of members.unknown) {
    const meant =
      target.kind === 'references' ? nearIds(name, target.root, key, line, context) : [];
    near.push(...meant);
    if (meant.length > 0) continue;
    unknown.push(name);
    if (target.kind === 'references' && context.onMissing(target.root, name)) continue;
    const where = target.kind === 'references' ? 'n’est pas dans l’atelier' : 'inconnu';
    addFault(`: ${quote(name)} ${where}, non repris`, key, line, context);
  }
  return { codes: [...new Set([...members.codes, ...near])], unknown };
}

/** What a cell says in a column; a proposal is a value once the person takes it. */
export function readValue(
  { read }: { readonly read: (cell: TableCell, today?: string) => Reading },
  cell: TableCell,
  key: ActionField,
  line: number,
  { onGuess, today }: Pick<RowContext, 'onGuess' | 'today'>,
): Value {
  const reading = read(cell, today);
  if (reading.ok !== 'proposed') return reading;
  const { value, error } = reading;
  return onGuess({ line, key, text: textOf(cell), value, shown: frenchDay(value) })
    ? ok(value)
    : err(error);
}

/** The same; a fault is told, and leaves nothing. */
export function readingValue(
  target: Parameters<typeof readValue>[0],
  cell: TableCell,
  key: ActionField,
  line: number,
  context: RowContext,
): string | number | undefined {
  const value = readValue(target, cell, key, line, context);
  if (value.ok) return value.value;
  addFault(`${value.error}, non repris`, key, line, context);
  return undefined;
}

/** Columns of indicators, which are read together. */
export const indicatorColumns = (Object.entries(TARGETS) as [ActionField, Target][]).flatMap(
  ([key, target]) => (target.kind === 'indicator' ? [[key, target] as const] : []),
);
