/**
 * The lines of indicators of one action: seven cells side by side, one line for each target of each
 * indicator. Read as lines, then told apart as indicators and targets again.
 */
import type { ActionEdit, TargetValues } from '../board/commands/many.ts';
import type { Plain } from '../board/commands/sheet.ts';
import type { Indicator } from '../board/schema.ts';
import { measureLines } from '../export/action-list.ts';
import type { IndicatorKey } from './targets.ts';

/** One line; empty cells are absent. */
export type Measure = { readonly [K in IndicatorKey]?: string | number };

const OWN_KEYS = ['label', 'expressedAs', 'unit', 'baseline', 'frequency'] as const;
const TARGET_KEYS = ['value', 'date'] as const;

/** The lines that the exports write for these indicators, in their order. */
export const measuresOf = (indicators: readonly Indicator[]): readonly Measure[] =>
  measureLines(indicators).map(({ indicator, target }) => ({
    ...pick(indicator, OWN_KEYS),
    ...pick(target ?? {}, TARGET_KEYS),
  }));

/** Indicators as a new action begins with them. */
export function indicatorsFrom(measures: readonly Measure[]): readonly object[] {
  const indicators: { own: Measure; targets: object[] }[] = [];
  for (const measure of measures) {
    if (isEmpty(measure)) continue;
    const own = pick(measure, OWN_KEYS);
    const last = indicators.at(-1);
    const target = pick(measure, TARGET_KEYS);
    if (last && isTargetMore(measure, last.own, last.targets.length > 0)) last.targets.push(target);
    else indicators.push({ own, targets: isEmpty(target) ? [] : [target] });
  }
  return indicators.map(({ own, targets }) => ({ ...own, targets }));
}

/**
 * Whether a line is a target more of the indicator above it. One that repeats it says so beside its
 * targets alone: what has no target has a single line, so two such lines are two indicators.
 */
function isTargetMore(line: Measure, above: Measure, hasTargets: boolean): boolean {
  const own = pick(line, OWN_KEYS);
  const repeats = hasTargets && isEqual(own, above);
  return !isEmpty(pick(line, TARGET_KEYS)) && (isEmpty(own) || repeats);
}

/** What leads from the indicators of an action to the lines of a file. */
export function measureEdits(
  indicators: readonly Indicator[],
  after: readonly Measure[],
): readonly ActionEdit[] {
  const lines = measureLines(indicators);
  const before = measuresOf(indicators);
  const edits: ActionEdit[] = [];
  for (const indicator of indicators) {
    const places = lines.flatMap((line, at) => (line.indicator === indicator ? [at] : []));
    edits.push(
      ...indicatorEdits(
        indicator,
        places.map((at) => [lines[at]?.target, before[at], after[at]]),
      ),
    );
  }
  return [
    ...edits,
    ...addedEdits(indicators.at(-1), after.slice(0, lines.length), after.slice(lines.length)),
  ];
}

type Target = Indicator['targets'][number];
type Line = readonly [
  target: Target | undefined,
  before: Measure | undefined,
  after: Measure | undefined,
];

function indicatorEdits({ id }: Indicator, lines: readonly Line[]): readonly ActionEdit[] {
  const isRemoved = ([, before = {}, after = {}]: Line) => isEmpty(after) && !isEmpty(before);
  const kept = lines.filter((line) => !isRemoved(line));
  if (kept.length === 0) return [{ kind: 'part-removed', key: 'indicators', partId: id }];
  const edits: ActionEdit[] = OWN_KEYS.flatMap((field) => {
    // The indicator is repeated on each of its lines: the first that differs was changed.
    const changed = kept.find(([, before, after]) => before?.[field] !== after?.[field]);
    if (!changed) return [];
    return [{ kind: 'part', key: 'indicators', partId: id, field, value: changed[2]?.[field] }];
  });
  for (const line of lines) {
    const [target, before, after] = line;
    if (isRemoved(line)) {
      if (target) edits.push({ kind: 'target-removed', partId: id, targetId: target.id });
      continue;
    }
    const values = changedTarget(before, after);
    if (isEmpty(values)) continue;
    edits.push(
      target
        ? { kind: 'target', partId: id, targetId: target.id, values }
        : { kind: 'target-added', partId: id, values },
    );
  }
  return edits;
}

function changedTarget(before: Measure = {}, after: Measure = {}): TargetValues {
  const values: { value?: Plain; date?: Plain } = {};
  for (const key of TARGET_KEYS) if (before[key] !== after[key]) values[key] = after[key];
  return values;
}

/** Lines below those of the board: targets more of its last indicator, then indicators more. */
function addedEdits(
  last: Indicator | undefined,
  above: readonly Measure[],
  added: readonly Measure[],
): readonly ActionEdit[] {
  const lowest = above.at(-1) ?? {};
  const hasTarget = !isEmpty(pick(lowest, TARGET_KEYS));
  const filled = added.filter((measure) => !isEmpty(measure));
  const others = filled.findIndex(
    (measure, at) => !isTargetMore(measure, lowest, hasTarget || at > 0),
  );
  const more = last ? filled.slice(0, others < 0 ? filled.length : others) : [];
  return [
    ...more.flatMap((measure): readonly ActionEdit[] =>
      last ? [{ kind: 'target-added', partId: last.id, values: pick(measure, TARGET_KEYS) }] : [],
    ),
    ...indicatorsFrom(filled.slice(more.length)).map(
      (values): ActionEdit => ({ kind: 'part-added', key: 'indicators', values: { ...values } }),
    ),
  ];
}

function pick<Key extends IndicatorKey>(
  from: { readonly [K in Key]?: string | number | undefined },
  keys: readonly Key[],
): { readonly [K in Key]?: string | number } {
  const picked: { [K in Key]?: string | number } = {};
  for (const key of keys) {
    const value = from[key];
    if (value !== undefined) picked[key] = value;
  }
  return picked;
}

const isEmpty = (values: object): boolean => Object.keys(values).length === 0;
const isEqual = (a: Measure, b: Measure): boolean => OWN_KEYS.every((key) => a[key] === b[key]);
