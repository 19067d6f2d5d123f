/** Asks for the key that this server wants of whoever creates. */
import { type FormEvent, useState } from 'react';
import { homeWords } from '../../../shared/text/fr/home.ts';
import type { AskedKey } from '../../state/asked-key.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';

/** What a header may carry: a key of other characters is none. */
const possibleKey = /^[\w.~+/=-]+$/;

export function CreationKeyDialog({ isWrong, answer }: AskedKey) {
  const home = useWords(homeWords);
  const { common } = useWords();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState(isWrong ? home.keyWrong : undefined);
  const giveUp = () => answer(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const key = text.trim();
    if (possibleKey.test(key)) return answer(key);
    setProblem(key === '' ? home.keyMissing : home.keyWrong);
    event.currentTarget.querySelector('input')?.focus();
  };
  return (
    <Dialog title={home.keyTitle} onClose={giveUp}>
      <form noValidate onSubmit={submit}>
        <p>{home.keyText}</p>
        <TextField
          label={home.keyLabel}
          value={text}
          error={problem}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
        />
        <DialogActions>
          <Button onClick={giveUp}>{common.cancel}</Button>
          <Button type="submit" variant="primary">
            {home.create}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
