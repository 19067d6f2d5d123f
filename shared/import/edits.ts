/** A changed cell of a list as the changes of its action. */
import { visibleStatus } from '../board/board.ts';
import type { ActionEdit } from '../board/commands/many.ts';
import { type Action, LIMITS } from '../board/schema.ts';
import { singleLine } from '../board/text.ts';
import { count, quote } from '../file/fault.ts';
import type { PriorityId } from '../ids.ts';
import { linesOf, textOf, unitIn } from '../table/canonical.ts';
import type { TableCell } from '../table/cell.ts';
import type { ActionField } from '../table/fields.ts';
import { foldLabel } from '../vocabulary/term.ts';
import { constraintEdits } from './constraints.ts';
import { type Measure, measureEdits, measuresOf } from './measures.ts';
import { findNamed, indicatorColumns, readSet, readStatus, readValue } from './read-cell.ts';
import { addFault, type RowContext } from './row-context.ts';
import { type IndicatorKey, TARGETS, type Target } from './targets.ts';

interface ChangedCell {
  readonly action: Action;
  readonly line: number;
  readonly context: RowContext;
  readonly key: ActionField;
  readonly cell: TableCell;
}

/** None when the cell says the same in other words, or cannot be read: then a fault is told. */
export function editsOf(change: ChangedCell): readonly ActionEdit[] {
  const { action, line, context, key, cell } = change;
  const target = TARGETS[key];
  const text = textOf(cell);
  switch (target.kind) {
    case 'title':
      return titleEdits(singleLine(text), change);
    case 'description':
      return textEdits('description', text, LIMITS.descriptionCharacters, change);
    case 'priority':
      return priorityEdits(text, change);
    case 'status':
      return statusEdits(change);
    case 'constraints':
      return constraintEdits(action, text, context.board, context.names);
    case 'field': {
      const value = readValue(target, cell, key, line, context);
      if (value.ok) return fieldEdits(target.key, value.value, change);
      addFault(`${value.error}, non repris`, key, line, context);
      return [];
    }
    case 'reference': {
      const id = text === '' ? undefined : findNamed(text, target.root, key, line, context);
      return text !== '' && id === undefined ? [] : fieldEdits(target.key, id, change);
    }
    case 'references':
    case 'terms':
      return setEdits(target, change);
    case 'indicator':
    case 'id':
      return [];
  }
}

function titleEdits(text: string, change: ChangedCell): readonly ActionEdit[] {
  if (text !== '') return textEdits('title', text, LIMITS.titleCharacters, change);
  addFault(': vide, l’ancien est gardé', 'title', change.line, change.context);
  return [];
}

/** A text that came longer than editing allows may shrink. */
function textEdits(
  key: 'title' | 'description',
  text: string,
  max: number,
  { action, line, context }: ChangedCell,
): readonly ActionEdit[] {
  if (text === action[key]) return [];
  if (text.length <= Math.max(max, action[key].length)) return [{ kind: 'text', key, text }];
  addFault(`: ${count(text.length)} caractères, ${count(max)} au plus`, key, line, context);
  return [];
}

function priorityEdits(
  text: string,
  { action, line, context }: ChangedCell,
): readonly ActionEdit[] {
  const id = context.names.priorities(text) as PriorityId | undefined;
  if (id === action.priorityId) return [];
  if (id !== undefined) return [{ kind: 'priority', priorityId: id }];
  const problem = text === '' ? 'vide' : `${quote(text)} n’est pas dans l’atelier`;
  addFault(`: ${problem}, l’action reste où elle est`, 'priority', line, context);
  return [];
}

function statusEdits({ action, line, context, cell }: ChangedCell): readonly ActionEdit[] {
  const shown = visibleStatus(context.board, action);
  const { status, discarded } = readStatus(cell, line, context);
  if (status === undefined && discarded === undefined) return [];
  if (shown === 'merged') {
    addFault(': l’action est fusionnée, elle le reste', 'status', line, context);
    return [];
  }
  if (discarded) return shown === 'discarded' ? [] : [{ kind: 'discarded', discarded }];
  return [
    ...(shown === 'discarded' ? [{ kind: 'discarded', discarded: false } as const] : []),
    ...((action.status ?? 'proposed') === status
      ? []
      : [{ kind: 'field', key: 'status', value: status } as const]),
  ];
}

type FieldKey = Extract<ActionEdit, { readonly kind: 'field' }>['key'];

/** The reading of a cell gives nothing that its field cannot hold. */
const fieldEdits = (
  field: FieldKey,
  value: string | number | undefined,
  { action }: ChangedCell,
): readonly ActionEdit[] => (action[field] === value ? [] : [{ kind: 'field', key: field, value }]);

function setEdits(
  target: Extract<Target, { readonly kind: 'references' | 'terms' }>,
  { action, line, context, key, cell }: ChangedCell,
): readonly ActionEdit[] {
  const had: readonly string[] = action[target.key];
  const namesIn = (code: string) => namesOf(target, code, context).map(foldLabel);
  // Names that the action has already are its own, whoever else is called so.
  const own = new Map(had.flatMap((code) => namesIn(code).map((name) => [name, code] as const)));
  const find = (name: string) => own.get(foldLabel(name));
  const { codes, unknown } = readSet(textOf(cell), key, target, line, context, find);
  // A name that could not be read may be that of a member: nothing is taken out on a doubt.
  const isWhole = unknown.length === 0;
  // Neither is one of two of the same name, which a cell cannot tell apart.
  const kept = new Set(codes.filter((code) => had.includes(code)).flatMap(namesIn));
  const member = { kind: 'member', key: target.key } as const;
  return [
    ...codes
      .filter((code) => !had.includes(code))
      .map((code) => ({ ...member, code, present: true })),
    ...had
      .filter((code) => isWhole && !namesIn(code).some((name) => kept.has(name)))
      .map((code) => ({ ...member, code, present: false })),
  ];
}

/** As action lists name it, in French and in English: its code where nothing is known of it. */
function namesOf(
  target: Extract<Target, { readonly kind: 'references' | 'terms' }>,
  code: string,
  { board, findTerm }: RowContext,
): readonly string[] {
  if (target.kind === 'terms') {
    const term = findTerm(target.terms)(code);
    return term ? [term.fr, term.en] : [code];
  }
  const named: ReadonlyMap<string, { readonly name?: string }> = board[target.root];
  return [named.get(code)?.name ?? code];
}

/** The changes of the seven columns of indicators, read together since their lines stand together. */
export function measuresChange({
  action,
  line,
  context,
  cells,
}: Pick<ChangedCell, 'action' | 'line' | 'context'> & {
  readonly cells: ReadonlyMap<ActionField, TableCell>;
}): readonly ActionEdit[] {
  const before = measuresOf(action.indicators);
  const changed = indicatorColumns.flatMap(([key, target]) => {
    const cell = cells.get(key);
    return cell === undefined ? [] : [{ key, target, lines: cellLines(cell, key, before) }];
  });
  const height = Math.max(before.length, ...changed.map(({ lines }) => lines.length));
  const after = Array.from({ length: height }, (_, at) => {
    const measure: { [K in IndicatorKey]?: string | number } = { ...before[at] };
    let measuredIn: string | undefined;
    for (const { key, target, lines } of changed) {
      const text = lines[at] ?? '';
      const read = readValue(target, text, key, line, context);
      // A cell that cannot be read leaves what was there.
      if (!read.ok) addFault(`${read.error}, l’ancienne valeur est gardée`, key, line, context);
      else if (read.value === undefined) delete measure[target.key];
      else measure[target.key] = read.value;
      if (key === 'target' || key === 'baseline') measuredIn ??= unitIn(text);
    }
    if (measuredIn !== undefined && measure.unit === undefined) measure.unit = measuredIn;
    else if (measuredIn !== undefined && !String(measure.unit).includes(measuredIn))
      addFault(otherUnit(measuredIn, String(measure.unit)), 'target', line, context);
    return measure;
  });
  return measureEdits(action.indicators, after as readonly Measure[]);
}

const otherUnit = (written: string, kept: string): string =>
  `: écrit avec « ${written} », l’unité de l’indicateur reste ${quote(kept)}`;

/** A single indicator may have a name on several lines. */
function cellLines(
  cell: TableCell,
  key: ActionField,
  before: readonly Measure[],
): readonly string[] {
  const lines = linesOf(cell);
  const isName = key === 'indicator' || key === 'unit';
  const hadLines = [before[0]?.label, before[0]?.unit].some((text) => linesOf(text).length > 1);
  return before.length === 1 && isName && hadLines ? [lines.join('\n')] : lines;
}
