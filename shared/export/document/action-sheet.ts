/**
 * One action as its *fiche*: where it stands, what it is, then a table of what is known of it. What
 * is empty has no row; what an assembly expects and does not find is said in one.
 */
import { completenessOf } from '../../board/completeness.ts';
import type { Action, Indicator } from '../../board/schema.ts';
import { COLUMN, type ColumnKey } from '../../table/columns.ts';
import { EXPRESSIONS, FREQUENCIES } from '../../vocabulary/action.ts';
import type { ActionRow, Cell } from '../action-list.ts';
import { type Field, paragraph, type Section } from './blocks.ts';
import { capitalised, type Wording } from './wording.ts';

export interface SheetOptions {
  /** What the sheet belongs to: "Priorité 1 : Eau". */
  readonly context: string;
  /** Whether the sheet says who proposed its action. */
  readonly isNamed: boolean;
}

export function sheetOf(
  action: Action,
  { cells }: ActionRow,
  { context, isNamed }: SheetOptions,
  wording: Wording,
): Section {
  const { words, line, lines } = wording;
  const number = textOf(cells.number);
  const text = line(textOf(cells.title)) || words.untitledAction;
  return {
    heading: { level: 2, ...(number && { number }), text },
    blocks: [
      ...paragraph('context', [context]),
      ...paragraph('body', lines(textOf(cells.description))),
      {
        kind: 'fields',
        name: line(words.sheetOf(number || text)),
        head: [words.label, words.value],
        rows: fieldsOf(action, cells, isNamed, wording),
      },
    ],
  };
}

type Cells = ActionRow['cells'];

/** In the order of the annex, by groups. */
function fieldsOf(
  action: Action,
  cells: Cells,
  isNamed: boolean,
  wording: Wording,
): readonly Field[] {
  const { language, words, line, lines } = wording;
  const field = (label: string, values: readonly string[]): readonly Field[] =>
    values.length > 0 ? [{ label: line(label), lines: values }] : [];
  const plain = (key: ColumnKey) => field(labelOf(key, language), valuesOf(cells[key], wording));
  /** What an action changes, then how it is declared when a contract is notified. */
  const consideration = (key: ColumnKey, declared: ColumnKey) => {
    const labels = valuesOf(cells[declared], wording).join(words.separator);
    const declaration = labels === '' ? [] : [line(words.decp(labels))];
    return field(labelOf(key, language), [...valuesOf(cells[key], wording), ...declaration]);
  };
  const groups: readonly (readonly Field[])[] = [
    [
      ...plain('leadDirection'),
      ...plain('supportingDirections'),
      ...plain('electedSponsor'),
      ...plain('partners'),
      ...(isNamed ? plain('proposedBy') : []),
    ],
    [
      ...plain('levers'),
      ...consideration('social', 'decpSocial'),
      ...consideration('environmental', 'decpEnvironmental'),
      ...plain('economic'),
      ...plain('eforms'),
      ...plain('marketFamilies'),
      ...plain('ambition'),
      ...field(words.impact, impactOf(action, wording)),
    ],
    [
      ...field(words.calendar, calendarOf(action, wording)),
      ...action.indicators.flatMap((indicator, at, { length }) =>
        field(
          length > 1 ? words.indicatorAt(at + 1) : words.indicator,
          indicatorOf(indicator, wording),
        ),
      ),
      ...plain('means'),
    ],
    [...field(words.constraints, lines(textOf(cells.constraints))), ...plain('policies')],
    [
      ...field(labelOf('status', language), statusOf(cells, wording)),
      ...field(words.toComplete, missingOf(action, wording)),
    ],
  ];
  return groups.flatMap(([first, ...others]) =>
    first ? [{ ...first, begins: true as const }, ...others] : [],
  );
}

const labelOf = (key: ColumnKey, language: Wording['language']): string => COLUMN[key][language];

/** A cell that holds one text; empty for another. */
export const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : '');

/** A paragraph for each member of a list and each line of a text. */
function valuesOf(cell: Cell, { line, lines }: Wording): readonly string[] {
  if (typeof cell !== 'object') return lines(textOf(cell));
  return 'members' in cell ? cell.members.map(line).filter((member) => member !== '') : [];
}

function impactOf({ impact, feasibility }: Action, { words, line }: Wording): readonly string[] {
  const parts = [
    ...(impact === undefined ? [] : [words.impactOf(words.outOf(String(impact)))]),
    ...(feasibility === undefined ? [] : [words.feasibilityOf(words.outOf(String(feasibility)))]),
  ];
  return parts.length > 0 ? [line(capitalised(parts.join(words.separator)))] : [];
}

function calendarOf({ startDate, deadline }: Action, { words, day, line }: Wording) {
  if (startDate && deadline) return [line(words.fromTo(day(startDate), day(deadline)))];
  if (startDate) return [line(words.from(day(startDate)))];
  return deadline ? [line(words.until(day(deadline)))] : [];
}

/** What is counted; how, from where and how often; then each target. */
function indicatorOf(indicator: Indicator, wording: Wording): readonly string[] {
  const { words, line, number, day, label } = wording;
  const unit = line(indicator.unit);
  const quantity = (value: number) => line([number(value), unit].filter(Boolean).join(' '));
  const targets = indicator.targets.flatMap(({ value, date }) => {
    const aim = value === undefined ? undefined : quantity(value);
    if (aim === undefined) return date ? [line(words.target(day(date)))] : [];
    return [line(words.target(date ? words.targetAt(aim, day(date)) : aim))];
  });
  const expressed = label(EXPRESSIONS, indicator.expressedAs);
  const frequency = label(FREQUENCIES, indicator.frequency);
  const isUnitShown =
    indicator.baseline !== undefined || indicator.targets.some(({ value }) => value !== undefined);
  const measure = [
    ...(expressed ? [words.expressedAs(expressed)] : []),
    ...(unit && !isUnitShown ? [words.unit(unit)] : []),
    ...(indicator.baseline === undefined ? [] : [words.baseline(quantity(indicator.baseline))]),
    ...(frequency ? [words.frequency(frequency)] : []),
  ].join(words.separator);
  return [line(indicator.label), line(capitalised(measure)), ...targets].filter(Boolean);
}

function statusOf({ status, votes }: Cells, { words, line }: Wording): readonly string[] {
  const label = textOf(status);
  return [line(typeof votes === 'number' ? words.status(label, words.votes(votes)) : label)];
}

function missingOf(action: Action, { words, line, enumerate }: Wording): readonly string[] {
  const { missing } = completenessOf(action);
  const names = missing.map((field) => words.missing[field]);
  return names.length > 0 ? [line(`${capitalised(enumerate(names))}.`)] : [];
}
