/** Writing cards one after the other: Entrée adds and goes on, Échap ends. The text is never dropped. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { LIMITS } from '../../../shared/board/schema.ts';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import { useWords } from '../../state/words.ts';
import { useAct } from './use-act.ts';

export interface ComposerProps {
  readonly priorityId: PriorityId;
  /** New cards go before this one, in the order they are written; null for the end. */
  readonly before: ActionId | null;
  readonly onClose: () => void;
}

export function Composer({ priorityId, before, onClose }: ComposerProps) {
  const { board: t } = useWords();
  const act = useAct();
  const helpId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [title, setTitle] = useState('');

  useEffect(() => {
    field.current?.focus();
    showIn(field.current);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    // Entrée and Échap belong to the input method while a character is being composed.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (title.trim() === '') return onClose();
      if (act.add(title, { priorityId, before })) setTitle('');
      requestAnimationFrame(() => showIn(field.current));
    }
  };

  return (
    <div className="composer">
      <textarea
        ref={field}
        className="composer-field"
        rows={2}
        value={title}
        maxLength={LIMITS.titleCharacters}
        enterKeyHint="next"
        placeholder={t.newTitlePlaceholder}
        aria-label={t.newTitle}
        aria-describedby={helpId}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => title.trim() === '' && onClose()}
      />
      <p className="composer-help" id={helpId}>
        {t.newTitleHelp}
      </p>
    </div>
  );
}

/** The help under the field too: it says how to go on. */
const showIn = (field: HTMLElement | null): void =>
  field?.parentElement?.scrollIntoView({ block: 'nearest' });
