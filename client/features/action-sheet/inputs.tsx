/** Fields one types in: a line, a longer text, a number, a day. */
import type { ReactNode } from 'react';
import type { Plain } from '../../../shared/board/commands/sheet.ts';
import { LIMITS } from '../../../shared/board/schema.ts';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { usePreferences } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { DateField, type FieldText, TextAreaField, TextField } from '../../ui/field.tsx';
import { formatNumber, parseNumber } from './number-text.ts';
import { useDraft } from './use-draft.ts';

interface InputProps<Value> extends Pick<FieldText, 'label' | 'help' | 'error' | 'hideLabel'> {
  readonly value: Value | undefined;
  /** Writes a value; undefined empties the field. */
  readonly onCommit: (value: Plain) => void;
}

export function LineInput({ value = '', onCommit, ...text }: InputProps<string>): ReactNode {
  return <TextField {...text} {...useTextDraft(value, onCommit, LIMITS.lineCharacters)} />;
}

export function NoteInput({ value = '', onCommit, ...text }: InputProps<string>): ReactNode {
  return (
    <TextAreaField {...text} {...useTextDraft(value, onCommit, LIMITS.noteCharacters)} rows={2} />
  );
}

function useTextDraft(value: string, onCommit: (value: Plain) => void, max: number) {
  const t = useWords(sheetWords);
  const draft = useDraft(value, (text) => {
    // An imported text may be longer than the limit: it may shrink, not grow.
    if (text.length > max && text.length > value.length) return t.tooLong(max);
    onCommit(text === '' ? undefined : text);
    return undefined;
  });
  return {
    value: draft.text,
    ...(draft.error !== undefined && { error: draft.error }),
    onFocus: draft.onFocus,
    onBlur: draft.onBlur,
    onChange: (event: { readonly target: { readonly value: string } }) =>
      draft.onType(event.target.value),
  };
}

export function NumberInput({ value, onCommit, error, ...text }: InputProps<number>): ReactNode {
  const t = useWords(sheetWords);
  const { language } = usePreferences();
  const shown = value === undefined ? '' : formatNumber(value, language);
  const draft = useDraft(shown, (typed) => {
    const number = parseNumber(typed, language);
    if (number === null && typed.trim() !== '') return t.notNumber;
    onCommit(number ?? undefined);
    return undefined;
  });
  return (
    <TextField
      {...text}
      error={draft.error ?? error}
      inputMode="decimal"
      value={draft.text}
      onFocus={draft.onFocus}
      onBlur={draft.onBlur}
      onChange={(event) => draft.onType(event.target.value)}
    />
  );
}

/**
 * The browser writes the day its own way and hands over an ISO day, or nothing while it is not
 * whole. A year under way (« 0002 », « 0020 ») is a day to the browser but not to us.
 */
export function DayInput({ value = '', onCommit, error, ...text }: InputProps<string>): ReactNode {
  const t = useWords(sheetWords);
  const draft = useDraft(value, (typed) => {
    if (typed !== '' && !isWholeDay(typed)) return t.notDate;
    onCommit(typed === '' ? undefined : typed);
    return undefined;
  });
  return (
    <DateField
      {...text}
      error={draft.error ?? error}
      max="9999-12-31"
      value={draft.text === HALF ? '' : draft.text}
      onFocus={draft.onFocus}
      onBlur={({ target }) => {
        // Half a date fires no change: only the browser knows of it.
        if (target.validity.badInput) draft.onHold(HALF);
        draft.onBlur();
      }}
      onChange={({ target }) => {
        draft.onHold(target.value);
        if (isWholeDay(target.value)) draft.flush();
      }}
    />
  );
}

const HALF = '?';
const isWholeDay = (text: string): boolean => /^[1-9]\d{3}-\d\d-\d\d$/.test(text);
