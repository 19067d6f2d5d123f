/** « x » picks the card under the fingers, « u » (unir) decides about those picked, or about that card. */
import type { ActionId } from '../../../shared/ids.ts';
import { useBoardClient, useCan } from '../../state/hooks.ts';
import { useKeys } from '../../state/keys.ts';
import { usePicker } from '../../state/use-picking.ts';
import { useWords } from '../../state/words.ts';
import { usePick } from './card-pick.tsx';

export function usePickKeys(): void {
  const { pick: t } = useWords();
  const { picking } = useBoardClient().stores;
  const canMerge = useCan('merge');
  const pick = usePick();
  const { merge } = usePicker();
  const pickHere = () => {
    const id = focusedCard();
    if (id !== undefined) pick(id);
  };
  const mergeHere = () => {
    const { ids } = picking.getState();
    const id = focusedCard();
    if (ids.size > 0) merge(ids);
    else if (id !== undefined) merge([id]);
  };
  useKeys(
    t.keys,
    canMerge
      ? [
          { key: 'x', label: t.keyPick, run: pickHere },
          { key: 'u', label: t.keyMerge, run: mergeHere },
        ]
      : [],
  );
}

const focusedCard = (): ActionId | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset.card as ActionId | undefined;
