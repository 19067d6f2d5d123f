/** Writing cards one after the other: Entrée adds and goes on, Échap ends. The text is never dropped. */
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { LIMITS } from '../../../shared/board/schema.ts';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import { useBoardClient, useCan } from '../../state/hooks.ts';
import { isComposed } from '../../state/typed-keys.ts';
import { useAlike } from '../../state/use-alike.ts';
import { useHeldText } from '../../state/use-held-text.ts';
import { useLatest } from '../../state/use-latest.ts';
import { useWords } from '../../state/words.ts';
import { useAct } from './use-act.ts';
import { useWall } from './wall-store.ts';
import './composer.css';

export interface ComposerProps {
  readonly priorityId: PriorityId;
  /** New cards go before this one, in the order they are written; null for the end. */
  readonly before: ActionId | null;
  readonly onClose: () => void;
}

// One field: what is written, when it is added, and when it can be no more.
export function Composer({ priorityId, before, onClose }: ComposerProps) {
  const { board: t } = useWords();
  const act = useAct();
  const helpId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { board } = useBoardClient().stores;
  const { text, write, sent } = useHeldText({
    screen: 'wall',
    key: `card.${priorityId}`,
    field: t.newTitle,
    about: () => board.getState().priorities.find(({ id }) => id === priorityId)?.title ?? '',
  });
  const isBlank = text.trim() === '';
  const alike = useAlike(text);
  const { onOpenAction } = useWall();
  const canAdd = useCan('add');
  const close = useLatest(onClose);

  useEffect(() => {
    field.current?.focus();
    showIn(field.current);
  }, []);
  // The step does not take it any more: what is written stays in sight, an empty line goes.
  useEffect(() => {
    if (!canAdd && isBlank) close.current();
  }, [canAdd, isBlank, close]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposed(event.nativeEvent)) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (isBlank) return onClose();
      if (canAdd && act.add(text, { priorityId, before })) sent();
      requestAnimationFrame(() => showIn(field.current));
    }
  };

  return (
    <div className="composer">
      <textarea
        ref={field}
        className="composer-field"
        rows={2}
        value={text}
        readOnly={!canAdd}
        maxLength={LIMITS.titleCharacters}
        enterKeyHint="next"
        placeholder={t.newTitlePlaceholder}
        aria-label={t.newTitle}
        aria-describedby={helpId}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => isBlank && onClose()}
      />
      <p className="composer-help" id={helpId}>
        {canAdd ? t.newTitleHelp : t.newTitleClosed}
      </p>
      <div className="composer-alike" aria-live="polite" translate="no">
        {alike.map(({ id, number, title }) => (
          <button key={id} type="button" onClick={() => onOpenAction(id)}>
            {t.alike(`${number} ${title}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

/** The help under the field too: it says how to go on. */
const showIn = (field: HTMLElement | null): void =>
  field?.parentElement?.scrollIntoView({ block: 'nearest' });
