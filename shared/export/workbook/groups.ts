/** The same counts of the same actions, three times: by priority, by direction, by deadline. */

import { completenessOf } from '../../board/completeness.ts';
import type { Action } from '../../board/schema.ts';
import { byDirection } from '../../synthesis/by-direction.ts';
import { deadlinesOf } from '../../synthesis/deadlines.ts';
import { actionsOnShow, axesOf } from '../../synthesis/on-show.ts';
import { totalsOf } from '../../synthesis/totals.ts';
import { textCell } from './cells.ts';
import type { Sheet, SheetCell, SheetColumn } from './plain-workbook.ts';
import type { WorkbookContext } from './workbook-context.ts';

export function prioritySheet(context: WorkbookContext): Sheet {
  const { input, words } = context;
  return groupSheet(words.sheets.byPriority, [text(words.priority, 40)], context, {
    groups: axesOf(input.board).map(({ priority, actions }) => ({
      keys: [priority ? (nameOf(priority.title, context) ?? priority.id) : words.noPriority],
      actions,
    })),
  });
}

export function directionSheet(context: WorkbookContext): Sheet {
  const { input, words } = context;
  return groupSheet(words.sheets.byDirection, [text(words.direction, 40)], context, {
    groups: byDirection(input.board)
      .filter(({ direction, leads }) => direction !== null || leads.length > 0)
      .map(({ direction, leads, supports }) => ({
        keys: [direction ? (nameOf(direction.name, context) ?? direction.id) : words.noDirection],
        actions: leads,
        supports: supports.length,
      })),
    notes: [words.supportsNote],
  });
}

export function deadlineSheet(context: WorkbookContext): Sheet {
  const { input, words } = context;
  const { years, undated } = deadlinesOf(input.board);
  const keys: readonly SheetColumn[] = [
    { label: words.year, kind: 'number', width: 18 },
    text(words.quarter, 22),
  ];
  const dated = years.flatMap(({ year, quarters }) =>
    quarters.map((actions, at) => ({ keys: [year, words.quarters[at] ?? null], actions })),
  );
  return groupSheet(words.sheets.byDeadline, keys, context, {
    groups: [
      ...dated.filter(({ actions }) => actions.length > 0),
      ...(undated.length > 0 ? [{ keys: [words.noDeadline, null], actions: undated }] : []),
    ],
  });
}

interface Group {
  readonly keys: readonly SheetCell[];
  readonly actions: readonly Action[];
  /** Actions of other groups that need this one. */
  readonly supports?: number;
}

function groupSheet(
  name: string,
  keys: readonly SheetColumn[],
  context: WorkbookContext,
  { groups, notes = [] }: { readonly groups: readonly Group[]; readonly notes?: readonly string[] },
): Sheet {
  const { input, words } = context;
  const shown = actionsOnShow(input.board);
  const hasSupports = groups.some(({ supports }) => supports !== undefined);
  const counts = COUNTS.map((key) => number(words.groups[key]));
  const columns = [
    ...keys,
    ...counts,
    ...(hasSupports ? [number(words.groups.supports)] : []),
    text(words.groups.which, 40),
  ];
  const supportsCell = (supports: number | null): readonly SheetCell[] =>
    hasSupports ? [supports] : [];
  return {
    name,
    columns,
    rows: groups.map((group) => [
      ...group.keys,
      ...countsOf(group.actions, context),
      ...supportsCell(group.supports ?? 0),
      whichOf(group.actions, context),
    ]),
    total: [
      words.total,
      ...keys.slice(1).map(() => null),
      ...countsOf(shown, context),
      ...supportsCell(null),
      null,
    ],
    notes: [words.counted(shown.length), ...notes],
    frozen: keys.length,
    printed: columns.length,
    pagesWide: 1,
  };
}

const COUNTS = [
  'actions',
  'proposed',
  'discuss',
  'retained',
  'toComplete',
  'leadDirection',
  'deadline',
  'indicator',
  'votes',
] as const;

function countsOf(actions: readonly Action[], { rowOf }: WorkbookContext): readonly number[] {
  const { byStatus, lacking, toComplete } = totalsOf(actions);
  const votes = actions.reduce((sum, { id }) => sum + votesOf(rowOf.get(id)?.cells.votes), 0);
  const counts: Readonly<Record<(typeof COUNTS)[number], number>> = {
    actions: actions.length,
    ...byStatus,
    toComplete,
    leadDirection: lacking.leadDirection,
    deadline: lacking.deadline,
    indicator: lacking.indicator,
    votes,
  };
  return COUNTS.map((key) => counts[key]);
}

const votesOf = (cell: unknown): number => (typeof cell === 'number' ? cell : 0);

/** Numbers of the actions whose sheet lacks something. */
const whichOf = (actions: readonly Action[], { input, words }: WorkbookContext): SheetCell =>
  textCell(
    actions
      .filter((action) => completenessOf(action).missing.length > 0)
      .map(({ id, title }) => input.board.numbers.get(id) ?? (title.trim() || words.untitledAction))
      .join(' ; '),
    input.language,
  );

const nameOf = (name: string | undefined, { input }: WorkbookContext) =>
  textCell(name, input.language);
const text = (label: string, width: number): SheetColumn => ({ label, kind: 'text', width });
const number = (label: string): SheetColumn => ({ label, kind: 'number', width: 13 });
