/** One line of a table as the values of an action, each fault told with its line and column. */
import type { NewAction } from '../board/commands/many.ts';
import { isAccepted } from '../board/commands/sheet.ts';
import { ACTION_FIELDS, LIMITS } from '../board/schema.ts';
import { clip, singleLine } from '../board/text.ts';
import { count } from '../file/fault.ts';
import { linesOf, textOf, unitIn } from '../table/canonical.ts';
import type { ActionField } from '../table/fields.ts';
import { constraintsFrom } from './constraints.ts';
import type { MappedRow } from './mapping.ts';
import { indicatorsFrom, type Measure } from './measures.ts';
import { findNamed, indicatorColumns, readingValue, readSet, readStatus } from './read-cell.ts';
import { fieldName, lineName, type RowContext } from './row-context.ts';
import { type IndicatorKey, TARGETS, type Target } from './targets.ts';

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

function readTitle(row: MappedRow, context: RowContext): string | undefined {
  const title = singleLine(textOf(row.cells.title ?? null)).replace(/\s+/g, ' ');
  return title === '' ? undefined : cut(title, LIMITS.titleCharacters, 'title', row, context);
}

/** As much of a text as its field holds; what is left out is told. */
function cut(
  text: string,
  max: number,
  key: ActionField,
  { line }: MappedRow,
  { faults }: RowContext,
): string {
  if (text.length > max) {
    const what = fieldName(key);
    const problem = `${what} : ${count(text.length)} caractères, seuls les ${count(max)} premiers sont repris`;
    faults.add('text-cut', lineName(line), problem, what);
  }
  return clip(text, max);
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
      values.description = cut(text, LIMITS.descriptionCharacters, key, row, context);
      return;
    case 'status':
      Object.assign(values, readStatus(cell, row.line, context));
      return;
    case 'constraints':
      values.constraints = constraintsFrom(text, context.names);
      return;
    case 'field':
      values[target.key] = readingValue(target, cell, key, row.line, context);
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
    let measuredIn: string | undefined;
    for (const { key, target, lines } of columns) {
      const line = isOne ? lines.join('\n') : (lines[at] ?? '');
      const value = readingValue(target, line, key, row.line, context);
      if (value !== undefined) measure[target.key] = value;
      // « 85 % » is 85, of a hundred: where no column says of what, the cell does.
      if (key === 'target' || key === 'baseline') measuredIn ??= unitIn(line);
    }
    if (measuredIn !== undefined) measure.unit ??= measuredIn;
    return measure;
  }).filter((measure) => Object.keys(measure).length > 0);
}

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
