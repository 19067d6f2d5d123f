/**
 * A long column: only the cards near the screen are drawn, each told its place among all. Those that
 * somebody holds, stands on or asks to see are drawn too, wherever they are.
 */
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { DraggableCard } from './draggable-card.tsx';
import { useWallState } from './wall-store.ts';

export interface CardListProps {
  readonly ids: readonly ActionId[];
  readonly scroller: RefObject<HTMLElement | null>;
  /** Title of the priority. */
  readonly label: string;
}

const estimatedCardPx = 124;
const gapPx = 8;

export function LongCardList({ ids, scroller, label }: CardListProps) {
  const list = useRef<HTMLOListElement>(null);
  const margin = useMargin(list, scroller);
  const grabbed = useWallState(({ grab }) => (grab ? ids.indexOf(grab.id) : -1));
  const focused = useWallState((state) => (state.focused ? ids.indexOf(state.focused) : -1));
  const sought = useWallState((state) => (state.sought ? ids.indexOf(state.sought) : -1));
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedCardPx,
    gap: gapPx,
    overscan: 4,
    scrollMargin: margin,
    getItemKey: useCallback((index: number) => ids[index] ?? index, [ids]),
    rangeExtractor: useCallback(
      (range: Range) => withKept(range, [grabbed, focused, sought]),
      [grabbed, focused, sought],
    ),
  });
  // Where the card in hand would stand is in sight, though the browser moved no focus there.
  useEffect(() => {
    if (grabbed >= 0) virtualizer.scrollToIndex(grabbed, { align: 'auto' });
  }, [grabbed, virtualizer]);
  return (
    <ol
      className="cards"
      data-cards=""
      data-long=""
      ref={list}
      aria-label={label}
      style={{ height: virtualizer.getTotalSize() }}
    >
      {virtualizer.getVirtualItems().map(({ index, start }) => {
        const id = ids[index];
        return id === undefined ? null : (
          <li
            key={id}
            data-card={id}
            data-index={index}
            ref={virtualizer.measureElement}
            aria-setsize={ids.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - margin}px)` }}
          >
            <DraggableCard id={id} />
          </li>
        );
      })}
    </ol>
  );
}

/** In their order, as whoever listens reads them. */
const withKept = (range: Range, kept: readonly number[]): number[] =>
  [...new Set([...defaultRangeExtractor(range), ...kept.filter((index) => index >= 0)])].sort(
    (a, b) => a - b,
  );

/** What stands above the cards in what scrolls, pixels: hidden ideas, a card being written. */
function useMargin(
  list: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
): number {
  const [margin, setMargin] = useState(0);
  // At each drawing, a scroll included: what stands there is other features'.
  useLayoutEffect(() => {
    if (!list.current || !scroller.current) return;
    const above = list.current.getBoundingClientRect().top + scroller.current.scrollTop;
    setMargin(Math.round(above - scroller.current.getBoundingClientRect().top));
  });
  return margin;
}
