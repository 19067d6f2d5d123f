/** What the sheets of a workbook are made from, worked out once. */
import type { ActionId } from '../../ids.ts';
import { COLUMNS, type ColumnKey } from '../../table/columns.ts';
import { workbookEn } from '../../text/en/workbook.ts';
import { workbookFr } from '../../text/fr/workbook.ts';
import type { Translated } from '../../text/texts.ts';
import { type ActionRow, actionList } from '../action-list.ts';
import type { ExportInput } from '../input.ts';
import { cellOf } from './cells.ts';
import type { SheetCell, SheetColumn } from './plain-workbook.ts';

export interface WorkbookContext {
  readonly input: ExportInput;
  readonly words: Translated<typeof workbookFr>;
  /** Every action, in the order of the list. */
  readonly rows: readonly ActionRow[];
  readonly rowOf: ReadonlyMap<ActionId, ActionRow>;
  readonly cell: (row: ActionRow, key: ColumnKey) => SheetCell;
}

const words = { fr: workbookFr, en: workbookEn };

export function contextOf(input: ExportInput): WorkbookContext {
  const { rows } = actionList(input.board, input);
  return {
    input,
    words: words[input.language],
    rows,
    rowOf: new Map(rows.map((row) => [row.id, row])),
    cell: ({ cells }, key) => cellOf(cells[key], byKey[key].kind, input.language),
  };
}

const byKey = Object.fromEntries(COLUMNS.map((column) => [column.key, column])) as Readonly<
  Record<ColumnKey, (typeof COLUMNS)[number]>
>;

/** Columns of the action list that a sheet takes over, under the same names. */
export const listColumns = (
  keys: readonly ColumnKey[],
  { input: { language } }: WorkbookContext,
): readonly SheetColumn[] =>
  keys.map((key) => ({ label: byKey[key][language], kind: kindOf(key), width: widths[key] }));

function kindOf(key: ColumnKey): SheetColumn['kind'] {
  if (key === 'number' || key === 'id') return 'code';
  const { kind } = byKey[key];
  return kind === 'number' || kind === 'date' ? kind : 'text';
}

const widths: Readonly<Record<ColumnKey, number>> = {
  number: 6,
  priority: 22,
  title: 34,
  description: 52,
  leadDirection: 20,
  supportingDirections: 22,
  electedSponsor: 18,
  partners: 22,
  levers: 24,
  social: 28,
  environmental: 28,
  economic: 28,
  marketFamilies: 22,
  ambition: 15,
  impact: 9,
  feasibility: 11,
  startDate: 12,
  deadline: 12,
  indicator: 30,
  expressedAs: 16,
  baseline: 11,
  target: 11,
  frequency: 13,
  means: 28,
  constraints: 36,
  policies: 24,
  votes: 8,
  status: 12,
  unit: 18,
  targetDate: 12,
  decpSocial: 22,
  decpEnvironmental: 22,
  eforms: 22,
  proposedBy: 24,
  mergedInto: 28,
  comments: 40,
  state: 24,
  id: 24,
};
