/** What becomes of a card that was dropped on another: it joins it, which can be taken back. */
import { useMemo } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { allows } from '../../../shared/session/permissions.ts';
import { mergeWords } from '../../../shared/text/fr/merge.ts';
import { bringTogether } from '../../state/bring-together.ts';
import { useBoardClient } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { focusCard } from '../../ui/focus-card.ts';
import { pageToasts } from '../../ui/toast-queue.ts';

export function useJoin() {
  const client = useBoardClient();
  const t = useWords(mergeWords);
  return useMemo(
    () => ({
      label: t.confirm,
      /** Asked while a card is carried: a step may end meanwhile. */
      isAllowed: (): boolean => {
        const session = client.stores.session.getState();
        return session !== null && allows(session.role, session.rules, 'merge');
      },
      bring: (id: ActionId, onto: ActionId): void => {
        const together = bringTogether(client, [id, onto], onto);
        if (!together) {
          pageToasts.show({ text: t.gone });
          return;
        }
        pageToasts.show({
          text: t.merged(2, together.number),
          action: { label: t.undo, run: together.takeApart },
        });
        requestAnimationFrame(() => focusCard(onto));
      },
    }),
    [client, t],
  );
}
