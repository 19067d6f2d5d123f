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
export interface Fill {
  readonly field: (key: SheetKey, value: Plain) => boolean;
  readonly member: (key: SheetSetKey, code: string, present: boolean) => boolean;
  readonly addPart: (key: SheetPartsKey, values?: Readonly<Record<string, unknown>>) => boolean;
  readonly part: (key: SheetPartsKey, part: PartId, field: string, value: Plain) => boolean;
  readonly removePart: (key: SheetPartsKey, part: PartId) => boolean;
  readonly addTarget: (indicator: PartId) => boolean;
  readonly target: (
    indicator: PartId,
    target: PartId,
    field: 'value' | 'date',
    value: Plain,
  ) => boolean;
  readonly removeTarget: (indicator: PartId, target: PartId) => boolean;
}

export function useFill(id: ActionId): Fill {
  const { run } = useBoardClient();
  const t = useWords(sheetWords);
  return useMemo(() => {
    const done = (outcome: Outcome<unknown>) => isDone(outcome, t);
    return {
      field: (key, value) => done(run(setSheetField, id, key, value)),
      member: (key, code, present) => done(run(setSheetMember, id, key, code, present)),
      addPart: (key, values) => done(run(addSheetPart, id, key, values)),
      part: (key, part, field, value) => done(run(setPartField, id, key, part, field, value)),
      removePart: (key, part) => done(run(removeSheetPart, id, key, part)),
      addTarget: (indicator) => done(run(addTarget, id, indicator)),
      target: (indicator, target, field, value) =>
        done(run(setTargetField, id, indicator, target, field, value)),
      removeTarget: (indicator, target) => done(run(removeTarget, id, indicator, target)),
    };
  }, [run, id, t]);
}

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
