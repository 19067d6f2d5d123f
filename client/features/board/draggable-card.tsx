/** A card that a pointer may take, where its reader may move it. */
import { memo } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { useCan } from '../../state/hooks.ts';
import { useActionAuthorship } from '../../state/use-action-field.ts';
import { Card } from './card.tsx';

export const DraggableCard = memo(function DraggableCard({ id }: { readonly id: ActionId }) {
  const canMove = useCan('move', useActionAuthorship(id));
  return (
    <div className="draggable" data-movable={canMove ? '' : undefined}>
      <Card id={id} />
    </div>
  );
});
