/** Six characters read on a wall lead to the door of their workshop. */
import { type FormEvent, useState } from 'react';
import type { BoardId } from '../../../shared/ids.ts';
import { readCode } from '../../../shared/session/entry-code.ts';
import { enterByCode } from '../../entry/workshops.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';

/** After a QR code was scanned: `#code=K3P9TX`. */
const codeInAddress = (): string => /^#code=(\w+)$/u.exec(location.hash)?.[1] ?? '';

export function EnterByCode({ onOpen }: { readonly onOpen: (boardId: BoardId) => void }) {
  const { app, home } = useWords();
  const [typed, setTyped] = useState(codeInAddress);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = event.currentTarget.querySelector('input');
    const refuse = (sentence: string) => {
      setError(sentence);
      input?.focus();
    };
    const code = readCode(typed);
    if (code === undefined) return refuse(home.codeWrong);
    setError(undefined);
    setBusy(true);
    const entered = await enterByCode(code);
    setBusy(false);
    if (entered.ok) onOpen(entered.value);
    else refuse(app.problem(entered.error.code, entered.error.message));
  };

  return (
    <section className="by-code" aria-labelledby="by-code-title">
      <h2 id="by-code-title">{home.codeTitle}</h2>
      <p>{home.codeText}</p>
      <form className="by-code-form" noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label={home.codeLabel}
          help={home.codeHelp}
          value={typed}
          error={error}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={12}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" busy={busy}>
          {home.codeEnter}
        </Button>
      </form>
    </section>
  );
}
