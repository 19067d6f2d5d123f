/** What will be measured: a row for each target of each indicator, its values real numbers and days. */
import type { Action, Indicator } from '../../board/schema.ts';
import { measuresOf } from '../../synthesis/indicators.ts';
import { markersOf } from '../../synthesis/markers.ts';
import { EXPRESSIONS, FREQUENCIES } from '../../vocabulary/action.ts';
import type { Term } from '../../vocabulary/term.ts';
import { cellOf, textCell } from './cells.ts';
import type { Sheet, SheetCell } from './plain-workbook.ts';
import { listColumns, type WorkbookContext } from './workbook-context.ts';

export function indicatorSheet(context: WorkbookContext): Sheet {
  const { input, words } = context;
  const { measures, without } = measuresOf(input.board);
  const categories = categoriesOf(context);
  const columns = listColumns(
    [
      'number',
      'title',
      'leadDirection',
      'indicator',
      'expressedAs',
      'unit',
      'baseline',
      'target',
      'targetDate',
      'frequency',
    ],
    context,
  );
  return {
    name: words.sheets.indicators,
    columns: [...columns, { label: words.category, kind: 'text', width: 34 }],
    rows: measures.flatMap(({ action, indicator }) =>
      targetsOf(indicator).map((target) => [
        ...rowStart(action, context),
        ...measureCells(indicator, target, context),
        categories(action),
      ]),
    ),
    notes: [...(without.length > 0 ? [words.without(without.length)] : []), words.categoryNote],
    frozen: 2,
    printed: columns.length + 1,
    pagesWide: 1,
  };
}

type Target = Partial<Indicator['targets'][number]>;
const targetsOf = ({ targets }: Indicator): readonly Target[] =>
  targets.length > 0 ? targets : [{}];

function rowStart({ id }: Action, { rowOf, cell }: WorkbookContext): readonly SheetCell[] {
  const row = rowOf.get(id);
  return row
    ? [cell(row, 'number'), cell(row, 'title'), cell(row, 'leadDirection')]
    : [null, null, null];
}

function measureCells(
  { label, expressedAs, unit, baseline, frequency }: Indicator,
  { value, date }: Target,
  { input: { language } }: WorkbookContext,
): readonly SheetCell[] {
  const term = (terms: readonly Term[], code: string | undefined) =>
    terms.find((each) => each.code === code)?.[language] ?? code;
  return [
    textCell(label, language),
    textCell(term(EXPRESSIONS, expressedAs), language),
    textCell(unit, language),
    cellOf(baseline, 'number', language),
    cellOf(value, 'number', language),
    cellOf(date, 'date', language),
    textCell(term(FREQUENCIES, frequency), language),
  ];
}

/** Levers that buy from the two kinds of enterprises the law names. */
const solidarityLevers: ReadonlySet<string> = new Set(['reserved-social-economy']);
const vulnerableLevers: ReadonlySet<string> = new Set([
  'social-clause',
  'reserved-integration',
  'reserved-sheltered',
]);

/** Categories of responsible purchase an action belongs to, as far as its sheet says. */
function categoriesOf({ input: { board, language }, words }: WorkbookContext) {
  const carrying = new Map(
    markersOf(board).list.map(({ consideration, actions }) => [consideration, new Set(actions)]),
  );
  return (action: Action): SheetCell => {
    const { levers, eforms } = action;
    const categories = [
      carrying.get('social')?.has(action) && words.categories.social,
      carrying.get('environmental')?.has(action) && words.categories.environmental,
      levers.some((code) => solidarityLevers.has(code)) && words.categories.solidarity,
      (levers.some((code) => vulnerableLevers.has(code)) || eforms.includes('opp')) &&
        words.categories.vulnerable,
    ];
    return textCell(categories.filter(Boolean).join(' ; '), language);
  };
}
