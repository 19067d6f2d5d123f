/** Both texts of an idea, kept letter by letter; nothing that happens elsewhere closes it. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { LIMITS } from '../../../shared/board/schema.ts';
import { isBlank } from '../../../shared/board/text.ts';
import { ideasWords } from '../../../shared/text/fr/ideas.ts';
import type { Idea } from '../../state/kept-ideas.ts';
import { isComposed } from '../../state/typed-keys.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';

export interface IdeaEditorProps {
  readonly idea: Idea;
  readonly startIn: 'title' | 'description';
  readonly onWrite: (idea: Idea) => void;
  /** What is written is to be asked for at once. */
  readonly onLeave: () => void;
  readonly onClose: () => void;
}

// One form, whose fields are kept and sent together.
export function IdeaEditor({ idea: first, startIn, onWrite, onLeave, onClose }: IdeaEditorProps) {
  const t = useWords(ideasWords);
  const [idea, setIdea] = useState(first);
  const lastTitle = useRef(first.title);
  const start = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const field = start.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);

  const write = (change: Partial<Pick<Idea, 'title' | 'description'>>) => {
    const next = { ...idea, ...change };
    setIdea(next);
    // An idea without its title is in the middle of being rewritten: the former one stands until then.
    if (!isBlank(next.title)) lastTitle.current = next.title;
    onWrite({ ...next, title: lastTitle.current });
  };
  const close = () => {
    onLeave();
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposed(event.nativeEvent)) return;
    const isTitle = event.currentTarget.dataset.title !== undefined;
    const ends = event.key === 'Escape' || (event.key === 'Enter' && isTitle && !event.shiftKey);
    if (!ends) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };

  return (
    <div className="idea-editor">
      <textarea
        ref={startIn === 'title' ? start : undefined}
        className="idea-field"
        data-title=""
        rows={1}
        value={idea.title}
        maxLength={LIMITS.titleCharacters}
        aria-label={t.title}
        onChange={(event) => write({ title: event.target.value })}
        onKeyDown={onKeyDown}
        onBlur={onLeave}
      />
      <textarea
        ref={startIn === 'description' ? start : undefined}
        className="idea-field"
        rows={2}
        value={idea.description}
        maxLength={LIMITS.descriptionCharacters}
        placeholder={t.description}
        aria-label={t.description}
        onChange={(event) => write({ description: event.target.value })}
        onKeyDown={onKeyDown}
        onBlur={onLeave}
      />
      <Button size="small" onClick={close}>
        {t.finish}
      </Button>
    </div>
  );
}
