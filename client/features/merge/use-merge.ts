/** Merges as one step, says it, and offers to take it back. */
import { mergeActions, unmergeAction } from '../../../shared/board/commands/actions.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { useBoardClient } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { focusCard } from '../../ui/focus-card.ts';
import { pageToasts } from '../../ui/toast-queue.ts';

/** @returns a function of all the actions, and of the one of them that stays */
export function useMerge(): (ids: readonly ActionId[], stays: ActionId) => void {
  const client = useBoardClient();
  const { merge: t } = useWords();
  return (ids, stays) => {
    const joining = ids.filter((id) => id !== stays);
    if (!client.run(mergeActions, joining, stays).ok) return pageToasts.show({ text: t.gone });
    const number = client.stores.board.getState().numbers.get(stays) ?? '';
    const takeApart = () =>
      void client.run((doc) => {
        for (const id of joining) unmergeAction(doc, id);
        return ok(undefined);
      });
    pageToasts.show({
      text: t.merged(ids.length, number),
      action: { label: t.undo, run: takeApart },
    });
    // What the window was opened from may have left the wall: one goes on at the action that stays.
    requestAnimationFrame(() => focusCard(stays));
  };
}
