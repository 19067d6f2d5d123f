/** Where a priority stands among the others, and its removal. Both happen at once, without saving. */
import { ArrowLeft, ArrowRight, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Priority } from '../../../shared/board/schema.ts';
import { facilitationWords } from '../../../shared/text/fr/facilitation.ts';
import { usePriorities } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Question } from '../../ui/question.tsx';
import { useFrame } from './use-frame.ts';

export interface PriorityPlaceProps {
  readonly priority: Priority;
  /** From 0. */
  readonly index: number;
  readonly onRemoved: () => void;
}

export function PriorityPlace({ priority, index, onRemoved }: PriorityPlaceProps) {
  const t = useWords(facilitationWords).priority;
  const frame = useFrame();
  const total = usePriorities().length;
  const [asking, setAsking] = useState<'sure' | { readonly refusal: string } | null>(null);

  const askRemoval = () => {
    const refusal = frame.whyKept('priorities', priority.id);
    setAsking(refusal === null ? 'sure' : { refusal });
  };
  const remove = () => {
    const refusal = frame.remove('priorities', priority.id);
    if (refusal === null) onRemoved();
    else setAsking({ refusal });
  };
  const close = () => setAsking(null);

  if (asking === 'sure')
    return (
      <Question title={t.removeTitle} text={t.removeText}>
        <Button onClick={close}>{t.removeNo}</Button>
        <Button variant="danger" onClick={remove}>
          {t.removeYes}
        </Button>
      </Question>
    );
  if (asking !== null)
    return (
      <Question title={t.inUseTitle} text={asking.refusal}>
        <Button onClick={close}>{t.understood}</Button>
      </Question>
    );
  return (
    <div className="priority-place">
      <p role="status">{t.place(index + 1, total)}</p>
      <Button
        size="small"
        icon={<ArrowLeft />}
        label={t.moveLeft}
        aria-disabled={index === 0 || undefined}
        onClick={() => index > 0 && frame.shift('priorities', priority.id, -1)}
      />
      <Button
        size="small"
        icon={<ArrowRight />}
        label={t.moveRight}
        aria-disabled={index === total - 1 || undefined}
        onClick={() => index < total - 1 && frame.shift('priorities', priority.id, 1)}
      />
      <Button variant="quiet" size="small" icon={<Trash2 />} onClick={askRemoval}>
        {t.remove}
      </Button>
    </div>
  );
}
