/**
 * The cards of a column. Up to 30 are all there, for search in the page and screen readers; beyond,
 * only those near the screen are drawn, until the page is printed or all of it selected (SPEC WA5).
 */
import { useState } from 'react';
import { late } from '../../browser/late.ts';
import { useWords } from '../../state/words.ts';
import { useFetched } from '../../ui/lazy-part.tsx';
import { DraggableCard } from './draggable-card.tsx';
import { useDrawsWhole } from './draw-whole.ts';
import type { CardListProps } from './long-card-list.tsx';
import { useIsNarrow } from './use-media.ts';

const drawAllUpTo = 30;
/** About one screen, until the code of long columns is there: more would be drawn twice. */
const firstScreen = 12;
/** Fetched by the boards that need it. */
const longList = late(() => import('./long-card-list.tsx').then((f) => f.LongCardList));

interface CardsProps extends CardListProps {
  /** Cards of the column, those that a search hides included; as many as on show by default. */
  readonly total?: number;
}

export function CardList({ ids, scroller, label, total = ids.length }: CardsProps) {
  const fullLabel = useLabel(label, ids.length);
  // By what the column holds, not by what is on show: with each key of a search a whole column of
  // cards would come or go, and be drawn in another way besides.
  const isWhole = useDrawsWhole();
  // On a phone the whole page scrolls, one column of it.
  const isNarrow = useIsNarrow();
  const isLong = total > drawAllUpTo && !isWhole && !isNarrow;
  // Cut off from it, the page is slow with all of them rather than without most of them.
  const [isCutOff, setCutOff] = useState(false);
  const LongList = useFetched(longList, isLong, () => setCutOff(true));
  if (LongList) return <LongList ids={ids} scroller={scroller} label={fullLabel} />;
  const shown = isLong && !isCutOff ? ids.slice(0, firstScreen) : ids;
  return <WholeList ids={shown} label={fullLabel} />;
}

function WholeList({ ids, label }: Pick<CardListProps, 'ids' | 'label'>) {
  return (
    <ol className="cards" data-cards="" aria-label={label}>
      {ids.map((id) => (
        <li key={id} data-card={id}>
          <DraggableCard id={id} />
        </li>
      ))}
    </ol>
  );
}

function useLabel(title: string, count: number): string {
  const { board: t } = useWords();
  return `${title}, ${t.actions(count)}`;
}
