/**
 * Dealing the sheets, in the place of the wall: those that nobody has at the left, then a column for
 * each group or direction. One act deals them; a drag or a menu corrects.
 */
import {
  DndContext,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useEffect, useRef, useState } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { groupsWords } from '../../../shared/text/fr/groups.ts';
import { useWords } from '../../state/words.ts';
import type { Assignee } from './columns.ts';
import { DealBar } from './deal-bar.tsx';
import { HeldDealCard } from './deal-card.tsx';
import { DealColumn, nobodyId, UndealtColumn } from './deal-columns.tsx';
import { GroupBars } from './group-bars.tsx';
import { NewGroups } from './new-groups.tsx';
import { useDeal } from './use-deal.ts';
import './deal-view.css';

export interface DealViewProps {
  readonly onClose: () => void;
  readonly onOpen: (id: ActionId) => void;
}

/** A mouse that moves less is a click; a finger that waits takes the card, a quicker one scrolls. */
const mouse = { activationConstraint: { distance: 6 } };
const finger = { activationConstraint: { delay: 250, tolerance: 8 } };

export function DealView({ onClose, onOpen }: DealViewProps) {
  const { deal: t } = useWords(groupsWords);
  const deal = useDeal();
  const [held, setHeld] = useState<ActionId | null>(null);
  const sensors = useSensors(useSensor(MouseSensor, mouse), useSensor(TouchSensor, finger));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const { columns, hands } = deal;
  const common = { columns, onGive: deal.move, onOpen };
  return (
    <section className="deal" aria-labelledby="deal-title">
      <header className="deal-head">
        <div className="deal-words">
          <h2 id="deal-title" ref={heading} tabIndex={-1}>
            {t.title}
          </h2>
          <p>{t.help}</p>
        </div>
        <DealBar deal={deal} onClose={onClose} />
      </header>
      <DndContext
        sensors={sensors}
        collisionDetection={pointerWithin}
        // The menu of each card is what a keyboard and a screen reader have: nothing is said here.
        accessibility={SILENT}
        onDragStart={({ active }) => setHeld(active.id as ActionId)}
        onDragCancel={() => setHeld(null)}
        onDragEnd={({ active, over }) => {
          setHeld(null);
          if (!over) return;
          const to = over.id === nobodyId ? undefined : (over.id as Assignee);
          deal.move(active.id as ActionId, to);
        }}
      >
        <div className="deal-columns">
          <UndealtColumn deal={deal} {...common} />
          {columns.map((column) => (
            <DealColumn key={column.id} column={column} {...common} />
          ))}
          {hands.length === 0 && (
            <div className="deal-none">
              <p>{t.noHands}</p>
              <NewGroups />
            </div>
          )}
        </div>
        <DragOverlay dropAnimation={null}>{held && <HeldDealCard id={held} />}</DragOverlay>
      </DndContext>
      <GroupBars columns={columns} />
    </section>
  );
}

const nothing = () => undefined;
const SILENT = {
  announcements: {
    onDragStart: nothing,
    onDragOver: nothing,
    onDragEnd: nothing,
    onDragCancel: nothing,
  },
  screenReaderInstructions: { draggable: '' },
};
