/**
 * Fields one types in: a line, a longer text, a number, a day. The last to write is right; what
 * cannot be a value stays in its field, beside the sentence that says why.
 */
import { type ReactNode, useState } from 'react';
import type { Plain } from '../../../shared/board/commands/sheet.ts';
import { LIMITS } from '../../../shared/board/schema.ts';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { usePreferences } from '../../state/hooks.ts';
import { useEditedValue } from '../../state/use-edited-value.ts';
import { useWords } from '../../state/words.ts';
import { type FieldText, TextAreaField, TextField } from '../../ui/field.tsx';
import { formatNumber, parseNumber } from './number-text.ts';

interface InputProps<Value> extends Pick<FieldText, 'label' | 'help' | 'error' | 'hideLabel'> {
  readonly value: Value | undefined;
  /** Writes a value; undefined empties the field. */
  readonly onCommit: (value: Plain) => void;
}

export function LineInput(props: InputProps<string>): ReactNode {
  return <TextField {...useText(props, LIMITS.lineCharacters)} />;
}

export function NoteInput(props: InputProps<string>): ReactNode {
  return <TextAreaField {...useText(props, LIMITS.noteCharacters)} rows={2} />;
}

function useText({ value = '', onCommit, error, ...text }: InputProps<string>, max: number) {
  const t = useWords(sheetWords);
  const typed = useTyped(value, pauseMs, (written) => {
    // An imported text may be longer than the limit: it may shrink, not grow.
    if (written.length > max && written.length > value.length) return t.tooLong(max);
    onCommit(written === '' ? undefined : written);
    return undefined;
  });
  return { ...text, ...typed.control, error: typed.error ?? error };
}

export function NumberInput({ value, onCommit, error, ...text }: InputProps<number>): ReactNode {
  const t = useWords(sheetWords);
  const { language } = usePreferences();
  const shown = value === undefined ? '' : formatNumber(value, language);
  const typed = useTyped(shown, pauseMs, (written) => {
    const number = parseNumber(written, language);
    if (number === null && written.trim() !== '') return t.notNumber;
    onCommit(number ?? undefined);
    return undefined;
  });
  return (
    <TextField {...text} {...typed.control} error={typed.error ?? error} inputMode="decimal" />
  );
}

/**
 * The browser writes the day its own way and hands over an ISO day, or nothing while it is not
 * whole. A year under way (« 0002 », « 0020 ») is a day to the browser but not to us.
 */
export function DayInput({ value = '', onCommit, error, ...text }: InputProps<string>): ReactNode {
  const t = useWords(sheetWords);
  const typed = useTyped(value, undefined, (written) => {
    if (written !== '' && !isWholeDay(written)) return t.notDate;
    onCommit(written === '' ? undefined : written);
    return undefined;
  });
  const { control, edited } = typed;
  return (
    <TextField
      {...text}
      type="date"
      error={typed.error ?? error}
      max="9999-12-31"
      value={edited.text === HALF ? '' : edited.text}
      onFocus={control.onFocus}
      onBlur={({ target }) => {
        // Half a date fires no change: only the browser knows of it.
        if (target.validity.badInput) edited.writeNow(HALF);
        else edited.leave();
      }}
      onChange={(event) => {
        if (isWholeDay(event.target.value)) edited.writeNow(event.target.value);
        else control.onChange(event);
      }}
    />
  );
}

const HALF = '?';
const isWholeDay = (text: string): boolean => /^[1-9]\d{3}-\d\d-\d\d$/.test(text);

const pauseMs = 800;

/**
 * @param pause milliseconds without a key after which it is written; undefined: on leaving only
 * @param commit writes what was typed; a sentence when it cannot be a value
 */
function useTyped(
  stored: string,
  pause: number | undefined,
  commit: (text: string) => string | undefined,
) {
  const [error, setError] = useState<string | undefined>(undefined);
  const save = (text: string) => {
    const sentence = commit(text);
    setError(sentence);
    return sentence === undefined;
  };
  const edited = useEditedValue({ stored, save, pauseMs: pause, lastWins: true });
  const onChange = ({ target }: { readonly target: { readonly value: string } }) => {
    setError(undefined);
    edited.write(target.value);
  };
  const control = { value: edited.text, onFocus: edited.hold, onBlur: edited.leave, onChange };
  // `error`: why what is typed cannot be a value.
  return { edited, error, control };
}
