/** The check mark of a card: under a hand, or on every card while actions are being picked. */
import { Check } from 'lucide-react';
import { createContext, memo, useContext } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { usePicker, usePicking } from '../../state/use-picking.ts';
import { useWords } from '../../state/words.ts';
import { pageToasts } from '../../ui/toast-queue.ts';

/** Whether cards may be brought together now: asked once for the wall, not by each card. */
export const MayPick = createContext(false);

export interface CardPickProps {
  readonly id: ActionId;
  readonly title: string;
  readonly number: string;
}

export const CardPick = memo(function CardPick({ id, title, number }: CardPickProps) {
  const { pick: t } = useWords();
  const mayPick = useContext(MayPick);
  const isPicked = usePicking(({ ids }) => ids.has(id));
  const isChoosing = usePicking(({ doing }) => doing === 'choosing');
  const pick = usePick();
  if (!mayPick) return null;
  return (
    <button
      type="button"
      className="card-pick"
      translate="no"
      // Fingers on keys have « x »: fifty more stops of Tab would be in everybody's way.
      tabIndex={isChoosing ? undefined : -1}
      aria-pressed={isPicked}
      aria-label={t.selectCard(number, title)}
      title={isPicked ? t.unselect : t.select}
      onClick={() => pick(id)}
    >
      <Check />
    </button>
  );
});

/** Picks an action, or no longer, and says how many are. */
export function usePick() {
  const { pick: t } = useWords();
  const { toggle } = usePicker();
  return (id: ActionId) => pageToasts.announce(t.selected(toggle(id)));
}
