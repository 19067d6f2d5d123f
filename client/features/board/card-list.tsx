/**
 * The cards of a column. Up to 100 are all there, for search in the page, print and screen readers;
 * beyond, only those near the screen are drawn (SPEC WA5).
 */
import { lazy, Suspense } from 'react';
import { useWords } from '../../state/words.ts';
import { DraggableCard } from './draggable-card.tsx';
import type { CardListProps } from './long-card-list.tsx';

const drawAllUpTo = 100;
/** About one screen, until the code of long columns is there: more would be drawn twice. */
const firstScreen = 12;
/** Fetched by the boards that need it: most workshops never do. */
const LongList = lazy(() =>
  import('./long-card-list.tsx').then(({ LongCardList }) => ({ default: LongCardList })),
);

interface CardsProps extends CardListProps {
  /** Cards of the column, those that a search hides included; as many as on show by default. */
  readonly total?: number;
}

export function CardList({ ids, scroller, label, total = ids.length }: CardsProps) {
  const fullLabel = useLabel(label, ids.length);
  // By what the column holds, not by what is on show: with each key of a search a whole column of
  // cards would come or go, and be drawn in another way besides.
  if (total <= drawAllUpTo) return <WholeList ids={ids} label={fullLabel} />;
  return (
    <Suspense fallback={<WholeList ids={ids.slice(0, firstScreen)} label={fullLabel} />}>
      <LongList ids={ids} scroller={scroller} label={fullLabel} />
    </Suspense>
  );
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
