/**
 * The cards of a column. Up to 100 are all there, for search in the page, print and screen readers;
 * beyond, only those near the screen are drawn (SPEC WA5).
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { useTexts } from '../../state/hooks.ts';
import { DraggableCard } from './draggable-card.tsx';

const drawAllUpTo = 100;
const estimatedCardPx = 124;
const gapPx = 8;

export interface CardListProps {
  readonly ids: readonly ActionId[];
  readonly scroller: RefObject<HTMLElement | null>;
  /** Title of the priority. */
  readonly label: string;
}

export function CardList(props: CardListProps) {
  return props.ids.length > drawAllUpTo ? <LongList {...props} /> : <WholeList {...props} />;
}

function WholeList({ ids, label }: CardListProps) {
  return (
    <ol className="cards" data-cards="" aria-label={useLabel(label, ids.length)}>
      {ids.map((id) => (
        <li key={id} data-card={id}>
          <DraggableCard id={id} />
        </li>
      ))}
    </ol>
  );
}

function LongList({ ids, scroller, label }: CardListProps) {
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
      aria-label={useLabel(label, ids.length)}
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

function useLabel(title: string, count: number): string {
  const { board: t } = useTexts();
  return `${title}, ${t.actions(count)}`;
}
