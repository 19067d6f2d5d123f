/** Fills the sheet by commands, and says in words when one was refused. */
import { useMemo } from 'react';
import type { Outcome, Problem } from '../../../shared/board/commands/problem.ts';
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
    const told = (outcome: Outcome<unknown>) => isDone(outcome, t);
    return {
      field: (key, value) => told(run(setSheetField, id, key, value)),
      member: (key, code, present) => told(run(setSheetMember, id, key, code, present)),
      addPart: (key, values) => told(run(addSheetPart, id, key, values)),
      part: (key, part, field, value) => told(run(setPartField, id, key, part, field, value)),
      removePart: (key, part) => told(run(removeSheetPart, id, key, part)),
      addTarget: (indicator) => told(run(addTarget, id, indicator)),
      target: (indicator, target, field, value) =>
        told(run(setTargetField, id, indicator, target, field, value)),
      removeTarget: (indicator, target) => told(run(removeTarget, id, indicator, target)),
    };
  }, [run, id, t]);
}

type Words = Translation['sheet'];

/** Whether a command did its work; if not, its author is told why. */
export function isDone(outcome: Outcome<unknown>, t: Words): boolean {
  if (!outcome.ok) pageToasts.show({ text: problemText(t, outcome.error) });
  return outcome.ok;
}

function problemText(sheet: Words, problem: Problem): string {
  switch (problem.kind) {
    case 'full':
      return sheet.full(problem.max);
    case 'value-refused':
      return sheet.refusedValue;
    case 'priority-gone':
      return sheet.priorityGone;
    default:
      return sheet.actionGone;
  }
}
