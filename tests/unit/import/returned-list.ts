/** A small workshop whose list was worked on elsewhere, and what it would change once back. */
import { type BoardDoc, createDoc } from '../../../shared/board/doc.ts';
import { fillBoard } from '../../../shared/board/fill.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { FORMATS } from '../../../shared/export/formats.ts';
import { type Difference, differenceOf } from '../../../shared/import/difference.ts';
import { findReturned } from '../../../shared/import/round-trip.ts';
import { readTable, type Table } from '../../../shared/import/table.ts';
import type { FormatId } from '../../../shared/protocol/formats.ts';
import type { TableCell } from '../../../shared/table/cell.ts';
import { COLUMNS, type ColumnKey } from '../../../shared/table/columns.ts';
import { plainInput } from '../../support/plain-input.ts';
import { unwrap } from '../../support/result.ts';
import { fileOf, readFile, workshopOf } from '../../support/workshop-file.ts';

const cards = [
  {
    id: 'c1',
    code: '1.1',
    priorityId: 'p1',
    title: 'Réserver des lots',
    description: 'Un lot par an.\nDeux ensuite.',
    pilotDirectionId: 'd1',
    associatedDirectionIds: ['d2'],
    impact: 2,
    deadline: '2027-12-31',
    status: 'Retenue',
    indicator: { label: 'Part', baseline: 1.5, target: 30, targetDate: '2028-01-01' },
    operatorConstraints: [{ actorId: 'a1', text: 'des délais' }],
  },
  { id: 'c2', code: '1.2', priorityId: 'p1', title: 'Former' },
  { id: 'c3', code: '1.3', priorityId: 'p1', title: 'Publier', status: 'Écartée' },
];
export function workshop(): BoardDoc {
  const doc = createDoc();
  fillBoard(doc, workshopOf(readFile(fileOf(cards))));
  return doc;
}

export type Rows = TableCell[][];
/** The list of a board as a table, after somebody's hand has been over its first sheet. */
export async function listOf(
  doc: BoardDoc,
  amend: (rows: Rows) => void,
  format: FormatId = 'xlsx',
) {
  const written = await FORMATS[format].write(plainInput(readBoard(doc)));
  const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written;
  const table = unwrap(await readTable(bytes));
  const sheets = table.sheets.map((sheet, at) => {
    const rows = sheet.rows.map((row) => [...row]);
    if (at === 0) amend(rows);
    return { ...sheet, rows };
  });
  return { ...table, sheets };
}
export function differenceWith(table: Table, doc: BoardDoc): Difference {
  const returned = findReturned(table, readBoard(doc));
  if (!returned) throw new Error('the list was not known as ours');
  return differenceOf(returned, readBoard(doc));
}
export const differenceAfter = async (amend: (rows: Rows) => void, format?: FormatId) => {
  const doc = workshop();
  return differenceWith(await listOf(doc, amend, format), doc);
};
export const column = (rows: Rows, key: ColumnKey): number =>
  rows[0]?.indexOf(COLUMNS.find((candidate) => candidate.key === key)?.fr ?? '') ?? -1;
/** Types in a cell of a line, 1 being the first action. */
export function type(rows: Rows, line: number, key: ColumnKey, value: TableCell): void {
  const row = rows[line];
  if (row) row[column(rows, key)] = value;
}
export const nothing: Difference = {
  changed: [],
  added: [],
  missing: [],
  faults: [],
  isDated: true,
};
export const changesIn = ({ changed }: Difference) =>
  changed.flatMap(({ id, changes }) => changes.map((change) => ({ id, ...change })));
export const messages = ({ faults }: Difference) => faults.map(({ message }) => message);
