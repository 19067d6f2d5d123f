/** What can be done with a card without dragging it; every control that is not allowed is absent. */
import { MoreHorizontal } from 'lucide-react';
import { memo, useContext } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { useCan } from '../../state/hooks.ts';
import { useActionAuthorship } from '../../state/use-action-field.ts';
import { usePicker } from '../../state/use-picking.ts';
import { useWords } from '../../state/words.ts';
import { Menu } from '../../ui/menu.tsx';
import type { MenuItem } from '../../ui/menu-items.ts';
import { NO_DRAG } from '../../ui/no-drag.ts';
import { MayPick, usePick } from './card-pick.tsx';
import { useAct } from './use-act.ts';
import { useWall } from './wall-store.ts';

interface CardMenuProps {
  readonly id: ActionId;
  readonly number: string;
}

export const CardMenu = memo(function CardMenu({ id, number }: CardMenuProps) {
  const { board: t, pick: words } = useWords();
  const { onOpenAction, onMove } = useWall();
  const act = useAct();
  const action = useActionAuthorship(id);
  const canMove = useCan('move', action);
  const mayPick = useContext(MayPick);
  const pick = usePick();
  const picker = usePicker();
  const canDiscard = useCan('discard', action);
  const items: MenuItem[] = [
    { id: 'open', label: t.open, onSelect: () => onOpenAction(id) },
    ...(canMove ? [{ id: 'move', label: t.moveTo, onSelect: () => onMove(id) }] : []),
    ...(mayPick
      ? [
          { id: 'pick', label: words.select, onSelect: () => pick(id) },
          { id: 'merge', label: words.mergeWith, onSelect: () => picker.merge([id]) },
        ]
      : []),
    ...(canDiscard ? [{ id: 'discard', label: t.discard, onSelect: () => act.discard(id) }] : []),
  ];
  return (
    <div className="card-menu" {...NO_DRAG}>
      <Menu
        variant="quiet"
        size="small"
        icon={<MoreHorizontal />}
        label={t.cardMenu(number)}
        sections={[{ id: 'all', items }]}
      />
    </div>
  );
});
