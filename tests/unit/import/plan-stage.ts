/** What adding a text to a small workshop would do. */
import type { Board } from '../../../shared/board/board.ts';
import { createDoc } from '../../../shared/board/doc.ts';
import { fillBoard } from '../../../shared/board/fill.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { guessMapping, mappedRows, remap } from '../../../shared/import/mapping.ts';
import { planImport } from '../../../shared/import/plan.ts';
import type { Plan, PlanOptions } from '../../../shared/import/planned.ts';
import { readText } from '../../../shared/import/table.ts';
import type { ImportKind } from '../../../shared/table/fields.ts';
import { unwrap } from '../../support/result.ts';
import { fileOf, readFile, workshopOf } from '../../support/workshop-file.ts';

export const doc = createDoc();
fillBoard(
  doc,
  workshopOf(readFile(fileOf([{ id: 'c1', code: '1.1', priorityId: 'p1', title: 'Agir déjà' }]))),
);
export const board = readBoard(doc);

/** What adding a text would do; lines name the priority « Eau » unless they are about something else. */
export function plan(
  text: string,
  options: Partial<PlanOptions> = {},
  kind?: ImportKind,
  on: Board = board,
): Plan {
  const [sheet] = unwrap(readText(text)).sheets;
  if (!sheet) throw new Error('no sheet');
  const guessed = guessMapping(sheet);
  const mapping = remap(sheet, kind ?? guessed.kind, guessed.header);
  const all = { addsMissing: true, fallback: null, ...options };
  return planImport(mapping.kind, mappedRows(sheet, mapping), on, all);
}
export const messages = ({ faults }: Plan) => faults.map(({ message }) => message);
