/** Writing a list one line after the other: Entrée adds and waits for the next. */
import { type ClipboardEvent, type FormEvent, useEffect, useRef, useState } from 'react';
import { LIMITS } from '../../../shared/board/schema.ts';
import type { Translation } from '../../../shared/text/en.ts';
import { facilitationWords } from '../../../shared/text/fr/facilitation.ts';
import { useHeldText } from '../../state/use-held-text.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import './entity-list.css';

type Words = Translation['facilitation'];

export interface AddLineProps {
  readonly root: keyof Words['lists'];
  /** Adds what was written; a sentence when it was refused and the text must stay, else null. */
  readonly onAdd: (text: string) => string | null;
  /** Takes several lines pasted at once; without it the browser makes one line of them. */
  readonly onPasteLines?: (text: string) => void;
}

export function AddLine({ root, onAdd, onPasteLines }: AddLineProps) {
  const t = useWords(facilitationWords);
  const { text, write, sent } = useHeldText({
    screen: 'frame',
    key: `add.${root}`,
    field: t.lists[root].new,
  });
  const [error, setError] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  // One begun before waits for its author's hand: opening the window must not add it.
  const isTouched = useRef<boolean>(false);

  const add = () => {
    if (text.trim() === '') return;
    const refusal = onAdd(text);
    setError(refusal ?? undefined);
    if (refusal === null) sent();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add();
    form.current?.querySelector('input')?.focus();
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!onPasteLines || !pasted.trim().includes('\n')) return;
    event.preventDefault();
    onPasteLines(pasted);
  };
  // What was added pushes this line down: it stays in sight for the next one.
  useEffect(() => {
    if (text === '' && form.current?.contains(document.activeElement))
      form.current.scrollIntoView({ block: 'nearest' });
  }, [text]);

  return (
    <form className="frame-add" ref={form} onSubmit={submit} noValidate>
      <TextField
        label={t.lists[root].new}
        placeholder={t.lists[root].placeholder}
        error={error}
        value={text}
        maxLength={LIMITS.lineCharacters}
        autoComplete="off"
        enterKeyHint="next"
        onChange={(event) => {
          isTouched.current = true;
          setError(undefined);
          write(event.target.value);
        }}
        onPaste={paste}
        onBlur={() => isTouched.current && add()}
      />
      <Button type="submit">{t.add}</Button>
    </form>
  );
}
