/** Six characters read on a wall lead to the door of their workshop. */

import { type FormEvent, useState } from 'react';
import type { BoardId } from '../../../shared/ids.ts';
import { readCode } from '../../../shared/session/entry-code.ts';
import { homeWords } from '../../../shared/text/fr/home.ts';
import { enterByCode } from '../../entry/by-code.ts';
import { useHeldText } from '../../state/use-held-text.ts';
import { useSending } from '../../state/use-sending.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { WaitNotice } from '../../ui/wait-notice.tsx';
import './enter-by-code.css';

/** After a QR code was scanned: `#code=K3P9TX`. */
const codeInAddress = (): string => /^#code=(\w+)$/u.exec(location.hash)?.[1] ?? '';

export function EnterByCode({ onOpen }: { readonly onOpen: (boardId: BoardId) => void }) {
  const home = useWords(homeWords);
  const { app } = useWords();
  const [scanned] = useState(codeInAddress);
  const typed = useHeldText({ screen: 'home', key: 'code', field: home.codeLabel }, scanned);
  const { busy, problem, waits, setProblem, send } = useSending();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = event.currentTarget.querySelector('input');
    const code = readCode(typed.text);
    if (code === undefined) setProblem(home.codeWrong);
    else {
      const entered = await send(() => enterByCode(code));
      if (entered.ok) {
        typed.sent();
        return onOpen(entered.value);
      }
    }
    input?.focus();
  };

  return (
    <section className="by-code" aria-labelledby="by-code-title">
      <h2 id="by-code-title">{home.codeTitle}</h2>
      <p>{home.codeText}</p>
      <form className="by-code-form" noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label={home.codeLabel}
          help={home.codeHelp}
          value={typed.text}
          error={problem}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={12}
          onChange={(event) => typed.write(event.target.value)}
        />
        <Button type="submit" busy={busy}>
          {home.codeEnter}
        </Button>
      </form>
      {waits !== null && <WaitNotice seconds={waits} words={app.tooOften} />}
    </section>
  );
}
