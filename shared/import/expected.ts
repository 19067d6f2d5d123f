/**
 * What our own exports write in each cell of the board as it stands. A cell of a file that says the
 * same, in any of our formats, was changed by nobody.
 */
import type { Board } from '../board/board.ts';
import { actionList, type Cell } from '../export/action-list.ts';
import { csvText, FRENCH_EXCEL, OPEN_DATA } from '../export/csv.ts';
import type { Language } from '../export/input.ts';
import { cellOf } from '../export/workbook/cells.ts';
import type { ActionId } from '../ids.ts';
import { canonical, numberIn } from '../table/canonical.ts';
import type { TableCell } from '../table/cell.ts';
import { COLUMN, type Column, type ColumnKey } from '../table/columns.ts';
import { readState } from '../table/fingerprint.ts';
import { lostSigns } from './conversions.ts';

export function createExpected(board: Board, language: Language) {
  const rows = new Map(actionList(board, { language }).rows.map(({ id, cells }) => [id, cells]));
  const inWorkbook = (cell: Cell, { kind }: Column): TableCell => {
    const written = cellOf(cell, kind, language);
    return typeof written === 'object' && written !== null ? written.day : written;
  };
  /** One way after the other: most cells are settled by the first. */
  const writers: readonly ((cell: Cell, column: Column) => TableCell)[] = [
    inWorkbook,
    (cell, { kind }) => csvText(cell, kind, FRENCH_EXCEL),
    (cell, { kind }) => csvText(cell, kind, OPEN_DATA),
  ];
  return {
    isUnchanged: (id: ActionId, key: ColumnKey, cell: TableCell | undefined): boolean => {
      const column = COLUMN[key];
      const ours = rows.get(id)?.[key];
      let compared: readonly string[] | undefined;
      const isSame = writers.some((write) => {
        const written = write(ours, column);
        if (written === cell) return true;
        compared ??= [cell, uncentred(cell)].map((each) => canonical(each, column.kind));
        return compared.includes(canonical(written, column.kind));
      });
      return isSame || lostSigns(String(inWorkbook(ours, column) ?? ''), cell ?? null);
    },
    /** The marks of an action as it stands, see `shared/table/fingerprint.ts`. */
    marks: (id: ActionId) => readState(String(rows.get(id)?.state ?? '')),
    /** The cell as people read it in a workbook. */
    shown: (id: ActionId, key: ColumnKey): string =>
      csvText(rows.get(id)?.[key], COLUMN[key].kind, { ...FRENCH_EXCEL, neutralised: false }),
  };
}
/** A column that was given the look of percentages shows 80 as 8000 %: nobody changed what is in it. */
function uncentred(cell: TableCell | undefined): TableCell | undefined {
  const value = typeof cell === 'string' && cell.endsWith(' %') ? numberIn(cell) : undefined;
  return value === undefined ? cell : Number((value / 100).toPrecision(12));
}

export type Expected = ReturnType<typeof createExpected>;
