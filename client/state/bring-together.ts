/** Actions become one as one step of undo, and can be taken apart again. */
import { mergeActions, unmergeAction } from '../../shared/board/commands/actions.ts';
import type { ActionId } from '../../shared/ids.ts';
import { ok } from '../../shared/result.ts';
import type { BoardClient } from '../sync/board-client.ts';

export interface Together {
  /** Of the one that stays. */
  readonly number: string;
  readonly takeApart: () => void;
}

/** @returns null when one of them is not on the board any more */
export function bringTogether(
  { run, stores }: Pick<BoardClient, 'run' | 'stores'>,
  ids: readonly ActionId[],
  stays: ActionId,
): Together | null {
  const joining = ids.filter((id) => id !== stays);
  if (!run(mergeActions, joining, stays).ok) return null;
  return {
    number: stores.board.getState().numbers.get(stays) ?? '',
    takeApart: () =>
      void run((doc) => {
        for (const id of joining) unmergeAction(doc, id);
        return ok(undefined);
      }),
  };
}
