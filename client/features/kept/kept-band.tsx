/** One calm line while something is kept: how much, and what can be done with it now. */
import { Archive } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { keptWords } from '../../../shared/text/fr/kept.ts';
import { late } from '../../browser/late.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { LazyPart } from '../../ui/lazy-part.tsx';
import { pageToasts } from '../../ui/toast-queue.ts';
import type { Hands } from './hands.ts';
import { KeptWindow } from './kept-window.tsx';
import { countsOf } from './lacking.ts';
import { type Reading, useReading } from './reading.ts';
import { type Said, useActs } from './use-acts.ts';
import { useBoardHands } from './use-board-hands.ts';
import './kept-band.css';

export function KeptBand() {
  const hands = useBoardHands();
  const t = useWords(keptWords);
  const acts = useActs(hands, useReading(hands.board));
  const able = hands.items.filter((item) => hands.laterOf(item) === null);
  const putBack = () => void acts.putBack(able).then((said) => showToast(said, t.undo));
  return (
    <BandLine hands={hands} able={able.length}>
      {able.length > 0 && (
        <Button variant="primary" size="small" busy={acts.isBusy} onClick={putBack}>
          {t.putBack}
        </Button>
      )}
    </BandLine>
  );
}

const showToast = ({ text, undo }: Said, label: string): void => {
  pageToasts.show({ text, ...(undo && { action: { label, run: () => void undo() } }) });
};

export interface BandLineProps {
  readonly hands: Hands;
  /** How many can be put back now. */
  readonly able: number;
  /** Which one, where that is not plain from the page. */
  readonly workshop?: string;
  readonly children?: ReactNode;
}

/** The line, and the window it opens: that one stays until it is closed, though it be emptied. */
export function BandLine({ hands, able, workshop, children }: BandLineProps) {
  const t = useWords(keptWords);
  const [shown, setShown] = useState<'window' | 'review' | null>(null);
  const { items, lacking, unreadable } = hands;
  const words = useLateWords(sentence(hands, able, t));
  const close = () => setShown(null);
  return (
    <>
      {items.length + lacking.length + unreadable.length > 0 && (
        <section className="kept-band" aria-label={t.band}>
          <Archive />
          <p className="kept-band-words" role="status">
            {words} {hands.isOnlyHere && t.onlyHere}
            {workshop && (
              <span className="kept-band-workshop" translate="no">
                {workshop}
              </span>
            )}
          </p>
          <span className="kept-band-acts">
            {lacking.length > 0 ? (
              <Button
                variant="primary"
                size="small"
                aria-haspopup="dialog"
                onClick={() => setShown('review')}
              >
                {t.compare}
              </Button>
            ) : (
              children
            )}
            <Button size="small" aria-haspopup="dialog" onClick={() => setShown('window')}>
              {t.see}
              {workshop && ' '}
              {workshop && (
                <span className="visually-hidden" translate="no">
                  {workshop}
                </span>
              )}
            </Button>
          </span>
        </section>
      )}
      {shown === 'window' && (
        <KeptWindow hands={hands} onCompare={() => setShown('review')} onClose={close} />
      )}
      {shown === 'review' && <LazyPart load={loadReview} hands={hands} onClose={close} />}
    </>
  );
}

const loadReview = late(() =>
  import('./review-window.tsx').then(({ ReviewWindow }) => ReviewWindow),
);

/** What the board lacks comes first: somebody else may be waiting for it. */
function sentence({ items, lacking, unreadable }: Hands, able: number, t: Reading['t']): string {
  const [count, parts]: [number, string[]] = [items.length, []];
  if (lacking.length > 0) parts.push(t.lacking(countsOf(lacking)));
  if (count > 0) parts.push(able > 0 ? t.canComeBack(able, count) : t.kept(count));
  if (parts.length === 0 && unreadable.length > 0) parts.push(t.unreadable.kept);
  return parts.join(' ');
}

/** A live region that comes with its words is often not read: they come after it. */
function useLateWords(words: string): string {
  const [shown, setShown] = useState('');
  useEffect(() => setShown(words), [words]);
  return shown;
}
