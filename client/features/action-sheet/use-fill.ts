/** Fills the sheet by commands, and says in words when one was refused. */
import { useMemo } from 'react';
import type { Outcome } from '../../../shared/board/commands/problem.ts';
import {
  addSheetPart,
  addTarget,
  type Plain,
  removeSheetPart,
  removeTarget,
  type SheetKey,
  type SheetPartsKey,
  type SheetSetKey,
  setPartField,
  setSheetField,
  setSheetMember,
  setTargetField,
} from '../../../shared/board/commands/sheet.ts';
import type { ActionId, PartId } from '../../../shared/ids.ts';
import type { Translation } from '../../../shared/text/en.ts';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { useBoardClient } from '../../state/hooks.ts';
import { type ProblemTexts, problemText } from '../../state/problem-text.ts';
import { useWords } from '../../state/words.ts';
import { pageToasts } from '../../ui/toast-queue.ts';

/** Each answers whether it was done. */
export function useFill(id: ActionId) {
  const { run } = useBoardClient();
  const t = useWords(sheetWords);
  return useMemo(() => {
    const done = (outcome: Outcome<unknown>) => isDone(outcome, t);
    return {
      field: (key: SheetKey, value: Plain) => done(run(setSheetField, id, key, value)),
      member: (key: SheetSetKey, code: string, present: boolean) =>
        done(run(setSheetMember, id, key, code, present)),
      addPart: (key: SheetPartsKey, values?: Readonly<Record<string, unknown>>) =>
        done(run(addSheetPart, id, key, values)),
      part: (key: SheetPartsKey, part: PartId, field: string, value: Plain) =>
        done(run(setPartField, id, key, part, field, value)),
      removePart: (key: SheetPartsKey, part: PartId) => done(run(removeSheetPart, id, key, part)),
      addTarget: (indicator: PartId) => done(run(addTarget, id, indicator)),
      target: (indicator: PartId, target: PartId, field: 'value' | 'date', value: Plain) =>
        done(run(setTargetField, id, indicator, target, field, value)),
      removeTarget: (indicator: PartId, target: PartId) =>
        done(run(removeTarget, id, indicator, target)),
    };
  }, [run, id, t]);
}
export type Fill = ReturnType<typeof useFill>;

type Words = Translation['sheet'];

/** Whether a command did its work; if not, its author is done why. */
export function isDone(outcome: Outcome<unknown>, t: Words): boolean {
  if (!outcome.ok) pageToasts.show({ text: problemText(outcome.error, problemsOf(t)) });
  return outcome.ok;
}

const problemsOf = (t: Words): ProblemTexts => ({
  full: ({ max }) => t.full(max),
  'value-refused': t.refusedValue,
  'priority-gone': t.priorityGone,
  gone: t.actionGone,
});
