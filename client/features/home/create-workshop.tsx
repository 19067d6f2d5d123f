/** A title is all it takes. */
import { type FormEvent, useState } from 'react';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import { createEmptyWorkshop } from '../../entry/workshops.ts';
import { useSending } from '../../state/use-sending.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';

export interface CreateWorkshopProps {
  readonly onCreated: (created: BoardCreated) => void;
}

const maxTitleCharacters = 300;

export function CreateWorkshop({ onCreated }: CreateWorkshopProps) {
  const { home } = useWords();
  const [title, setTitle] = useState('');
  const { busy, problem, setProblem, send } = useSending();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = event.currentTarget.querySelector('input');
    const asked = title.trim();
    const refuse = (sentence: string) => {
      setProblem(sentence);
      input?.focus();
    };
    if (asked === '') return refuse(home.titleMissing);
    if (asked.length > maxTitleCharacters) return refuse(home.titleTooLong);
    const created = await send(createEmptyWorkshop(asked));
    if (!created.ok) return input?.focus();
    setTitle('');
    onCreated(created.value);
  };

  return (
    <section className="start" aria-labelledby="create-title">
      <h3 id="create-title">{home.createTitle}</h3>
      <p>{home.createText}</p>
      <form className="start-form" noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label={home.titleLabel}
          value={title}
          error={problem}
          autoComplete="off"
          onChange={(event) => setTitle(event.target.value)}
        />
        <Button type="submit" variant="primary" busy={busy}>
          {home.create}
        </Button>
      </form>
    </section>
  );
}
