/** Gives a card to the pointer. The card itself does not render while it or another is held. */
import { useDraggable } from '@dnd-kit/core';
import { memo } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { useAction, useCan } from '../../state/hooks.ts';
import { Card } from './card.tsx';

export const DraggableCard = memo(function DraggableCard({ id }: { readonly id: ActionId }) {
  const canMove = useCan('move', useAction(id));
  const { setNodeRef, listeners, isDragging } = useDraggable({ id, disabled: !canMove });
  return (
    // Only listeners: the library's attributes would nest a button around the card's own.
    <div
      ref={setNodeRef}
      {...listeners}
      className="draggable"
      data-movable={canMove ? '' : undefined}
      data-dragging={isDragging ? '' : undefined}
    >
      <Card id={id} />
    </div>
  );
});
