/** Does what is ticked; while it may not, or nothing is, it can be reached and says why. */
import { type ReactNode, useId } from 'react';
import { reviewWords } from '../../shared/text/fr/review.ts';
import { useWords } from '../state/words.ts';
import { Button } from './button.tsx';
import './review-group.css';

export interface ReviewButtonProps {
  /** Of the lines that are ticked. */
  readonly count: number;
  /** Why it may not be done now; null when it may. */
  readonly why: string | null;
  readonly busy?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

export function ReviewButton({ count, why, busy, onPress, children }: ReviewButtonProps) {
  const t = useWords(reviewWords);
  const id = useId();
  const waits = why ?? (count === 0 ? t.none : null);
  return (
    <div className="review-act">
      {waits && (
        <p className="review-help" id={id}>
          {waits}
        </p>
      )}
      <Button
        variant="primary"
        busy={busy ?? false}
        aria-disabled={waits !== null || undefined}
        aria-describedby={waits === null ? undefined : id}
        onClick={() => waits === null && onPress()}
      >
        {children}
      </Button>
    </div>
  );
}
