/** One cell as values of the board, for new actions and for changed ones alike. */
import { quote } from '../file/fault.ts';
import { textOf } from '../table/canonical.ts';
import type { TableCell } from '../table/cell.ts';
import type { ActionField } from '../table/fields.ts';
import { STATUSES } from '../vocabulary/action.ts';
import { createTermFinder } from '../vocabulary/term.ts';
import { type Members, readMembers } from './members.ts';
import type { NamedRoot } from './names.ts';
import { addFault, type RowContext } from './row-context.ts';
import { type Reading, TARGETS, type Target } from './targets.ts';

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
  const id = context.names[root](text);
  if (id === undefined && !context.onMissing(root, text))
    addFault(`: ${quote(text)} n’est pas dans l’atelier, laissé vide`, key, line, context);
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
    addFault(`: ${quote(name)} ${where}, non repris`, key, line, context);
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
  addFault(`${reading.error}, non repris`, key, line, context);
  return undefined;
}

/** Columns of indicators, which are read together. */
export const indicatorColumns = (Object.entries(TARGETS) as [ActionField, Target][]).flatMap(
  ([key, target]) => (target.kind === 'indicator' ? [[key, target] as const] : []),
);
