/** Writing hidden ideas one after the other: Entrée adds and goes on. Each letter is already kept. */
import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { LIMITS } from '../../../shared/board/schema.ts';
import { ideasWords } from '../../../shared/text/fr/ideas.ts';
import type { Idea } from '../../state/kept-ideas.ts';
import { isComposed } from '../../state/typed-keys.ts';
import { useAlike } from '../../state/use-alike.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';

export interface IdeaComposerProps {
  /** Title of the priority it is under. */
  readonly priority: string;
  readonly title: string;
  /** One's other ideas here. */
  readonly own: readonly Idea[];
  readonly onWrite: (title: string) => void;
  /** The idea is written: the next one may begin. */
  readonly onFinish: () => void;
  /** Goes on to its description. */
  readonly onDetail: () => void;
  /** Puts the field away; absent where it always stands. */
  readonly onClose?: (() => void) | undefined;
}

export function IdeaComposer(props: IdeaComposerProps) {
  const { priority, title, own, onWrite, onFinish, onDetail, onClose } = props;
  const t = useWords(ideasWords);
  const helpId = useId();
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const isOpened = onClose !== undefined;
  // One that always stands waits for a hand; one that was opened is where it goes on.
  useEffect(() => {
    if (isOpened) field.current?.focus();
  }, [isOpened]);
  const isBlank = title.trim() === '';

  const onKeyDown = (event: KeyboardEvent) => {
    // Entrée and Échap belong to the input method while a character is being composed.
    if (isComposed(event.nativeEvent)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (!isBlank) onFinish();
    } else if (event.key === 'Escape' && onClose) {
      event.stopPropagation();
      if (!isBlank) onFinish();
      onClose();
    }
  };
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (!box.current?.contains(relatedTarget) && !isBlank) onFinish();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the hand has left
    <div className="idea-composer" ref={box} onBlur={onBlur}>
      <textarea
        ref={field}
        className="idea-field"
        data-title=""
        rows={1}
        value={title}
        maxLength={LIMITS.titleCharacters}
        enterKeyHint="next"
        placeholder={t.newPlaceholder}
        aria-label={t.newTitle(priority)}
        aria-describedby={helpId}
        onChange={(event) => onWrite(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="idea-composer-foot">
        <p className="idea-help" id={helpId}>
          {t.newHelp}
        </p>
        {!isBlank && (
          <Button variant="quiet" size="small" onClick={onDetail}>
            {t.detail}
          </Button>
        )}
      </div>
      <Alike title={title} own={own} />
    </div>
  );
}

/** What it resembles, of what one may see; apart, since it follows each letter. */
function Alike({ title, own }: Pick<IdeaComposerProps, 'title' | 'own'>) {
  const t = useWords(ideasWords);
  const alike = useAlike(title, own);
  return (
    <div aria-live="polite" translate="no">
      {alike.map((one) => (
        <p key={one.id} className="idea-alike">
          {t.alike([one.number, one.title].filter(Boolean).join(' '))}
        </p>
      ))}
    </div>
  );
}
