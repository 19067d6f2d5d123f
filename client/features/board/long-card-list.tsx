/** A long column: only the cards near the screen are drawn, each told its place among all. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { DraggableCard } from './draggable-card.tsx';

export interface CardListProps {
  readonly ids: readonly ActionId[];
  readonly scroller: RefObject<HTMLElement | null>;
  /** Title of the priority. */
  readonly label: string;
}

const estimatedCardPx = 124;
const gapPx = 8;

export function LongCardList({ ids, scroller, label }: CardListProps) {
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedCardPx,
    gap: gapPx,
    overscan: 4,
    getItemKey: useCallback((index: number) => ids[index] ?? index, [ids]),
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1);
  return (
    <ol
      className="cards"
      data-cards=""
      data-after={last ? ids[last.index + 1] : undefined}
      data-long=""
      aria-label={label}
      style={{ height: virtualizer.getTotalSize() }}
    >
      {items.map(({ index, start }) => {
        const id = ids[index];
        return id === undefined ? null : (
          <li
            key={id}
            data-card={id}
            data-index={index}
            ref={virtualizer.measureElement}
            aria-setsize={ids.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start}px)` }}
          >
            <DraggableCard id={id} />
          </li>
        );
      })}
    </ol>
  );
}
