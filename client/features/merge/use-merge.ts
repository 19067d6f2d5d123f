/** Merges as one step, says it, and offers to take it back. */
import { mergeActions, unmergeAction } from '../../../shared/board/commands/actions.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { useBoardClient } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
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
    focusCard(stays);
  };
}

/** What the window was opened from may have left the wall: the action that stays is where one goes on. */
const focusCard = (id: ActionId): void =>
  void requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    const card = document.querySelector<HTMLElement>(`[data-open-action="${CSS.escape(id)}"]`);
    card?.focus({ preventScroll: true });
    card?.closest('[data-card]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
