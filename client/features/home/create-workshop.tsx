/** A title is all it takes. */
import { type FormEvent, useState } from 'react';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import { createEmptyWorkshop } from '../../entry/workshops.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';

export interface CreateWorkshopProps {
  readonly onCreated: (created: BoardCreated) => void;
}

const maxTitleCharacters = 300;

export function CreateWorkshop({ onCreated }: CreateWorkshopProps) {
  const { app, home } = useWords();
  const [title, setTitle] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = event.currentTarget.querySelector('input');
    const asked = title.trim();
    const refuse = (sentence: string) => {
      setError(sentence);
      input?.focus();
    };
    if (asked === '') return refuse(home.titleMissing);
    if (asked.length > maxTitleCharacters) return refuse(home.titleTooLong);
    setError(undefined);
    setBusy(true);
    const created = await createEmptyWorkshop(asked);
    setBusy(false);
    if (!created.ok) return refuse(app.problem(created.error.code, created.error.message));
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
          error={error}
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
