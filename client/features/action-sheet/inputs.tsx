/**
 * Fields one types in: a line, a longer text, a number, a day. The last to write is right; what
 * cannot be a value stays in its field, beside the sentence that says why.
 */
import { createContext, type ReactNode, useContext, useState } from 'react';
import type { Plain } from '../../../shared/board/commands/sheet.ts';
import { LIMITS } from '../../../shared/board/schema.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { usePreferences } from '../../state/hooks.ts';
import { useEditedValue } from '../../state/use-edited-value.ts';
import type { FieldPlace } from '../../state/use-held-text.ts';
import { useWords } from '../../state/words.ts';
import { type FieldText, TextAreaField, TextField } from '../../ui/field.tsx';
import { formatNumber, parseNumber } from './number-text.ts';

/** The action whose sheet it is. */
export interface SheetOf {
  readonly id: ActionId;
  readonly titleNow: () => string;
}
export const SheetContext = createContext<SheetOf | null>(null);

function usePlace(name: string, field: string): FieldPlace {
  const sheet = useContext(SheetContext);
  return { screen: 'sheet', key: `${sheet?.id}.${name}`, field, about: sheet?.titleNow };
}

interface InputProps<Value> extends Pick<FieldText, 'label' | 'help' | 'error' | 'hideLabel'> {
  /** Unique in the sheet. */
  readonly name: string;
  readonly value: Value | undefined;
  /** Writes a value; undefined empties the field. Answers whether it was done. */
  readonly onCommit: (value: Plain) => boolean;
}

export function LineInput(props: InputProps<string>): ReactNode {
  return <TextField {...useText(props, LIMITS.lineCharacters)} />;
}

export function NoteInput(props: InputProps<string>): ReactNode {
  return <TextAreaField {...useText(props, LIMITS.noteCharacters)} rows={2} />;
}

function useText({ name, value = '', onCommit, error, ...text }: InputProps<string>, max: number) {
  const t = useWords(sheetWords);
  const typed = useTyped(usePlace(name, text.label), value, pauseMs, (written) => {
    // An imported text may be longer than the limit: it may shrink, not grow.
    if (written.length > max && written.length > value.length) return t.tooLong(max);
    return onCommit(written === '' ? undefined : written);
  });
  return { ...text, ...typed.control, error: typed.error ?? error };
}

export function NumberInput(props: InputProps<number>): ReactNode {
  const { name, value, onCommit, error, ...text } = props;
  const t = useWords(sheetWords);
  const { language } = usePreferences();
  const shown = value === undefined ? '' : formatNumber(value, language);
  const typed = useTyped(usePlace(name, text.label), shown, pauseMs, (written) => {
    const number = parseNumber(written, language);
    if (number === null && written.trim() !== '') return t.notNumber;
    return onCommit(number ?? undefined);
  });
  return (
    <TextField {...text} {...typed.control} error={typed.error ?? error} inputMode="decimal" />
  );
}

/**
 * The browser writes the day its own way and hands over an ISO day, or nothing while it is not
 * whole. A year under way (« 0002 », « 0020 ») is a day to the browser but not to us.
 */
export function DayInput(props: InputProps<string>): ReactNode {
  const { name, value = '', onCommit, error, ...text } = props;
  const t = useWords(sheetWords);
  const typed = useTyped(usePlace(name, text.label), value, undefined, (written) => {
    if (written !== '' && !isWholeDay(written)) return t.notDate;
    return onCommit(written === '' ? undefined : written);
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

/** Stands for half a date, which only the browser knows; nobody can type it. */
const HALF = '\0';
const isWords = (text: string): boolean => text !== HALF;
const isWholeDay = (text: string): boolean => /^[1-9]\d{3}-\d\d-\d\d$/.test(text);

const pauseMs = 800;

/**
 * @param pause milliseconds without a key after which it is written; undefined: on leaving only
 * @param commit writes what was typed; a sentence when it cannot be a value, else whether it was done
 */
function useTyped(
  place: FieldPlace,
  stored: string,
  pause: number | undefined,
  commit: (text: string) => string | boolean,
) {
  const [error, setError] = useState<string | undefined>(undefined);
  const save = (text: string) => {
    const done = commit(text);
    setError(typeof done === 'string' ? done : undefined);
    return done === true;
  };
  const edited = useEditedValue({
    place,
    stored,
    save,
    isWords,
    pauseMs: pause,
    lastWins: true,
  });
  const onChange = ({ target }: { readonly target: { readonly value: string } }) => {
    setError(undefined);
    edited.write(target.value);
  };
  const control = { value: edited.text, onFocus: edited.hold, onBlur: edited.leave, onChange };
  // `error`: why what is typed cannot be a value.
  return { edited, error, control };
}
