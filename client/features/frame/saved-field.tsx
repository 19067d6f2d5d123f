/**
 * A field without a button: taken into account on leaving it or with Entrée, and when it goes away
 * with its window. Another facilitator's version is never written over without being shown.
 */
import {
  type ChangeEvent,
  type FocusEvent,
  type KeyboardEvent,
  useEffect,
  useRef,
  useState,
} from 'react';
import { facilitationWords } from '../../../shared/text/fr/facilitation.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { type FieldSpec, readTyped } from './field-kinds.ts';
import { type Draft, useDraft } from './use-draft.ts';

export interface SavedFieldProps {
  readonly spec: FieldSpec;
  readonly label: string;
  readonly help?: string | undefined;
  /** The board's value as text. */
  readonly value: string;
  readonly placeholder?: string | undefined;
  /** Id of a `<datalist>` of usual values. */
  readonly list?: string | undefined;
  /** Writes a value; undefined empties the field. Answers a sentence when it is refused, else null. */
  readonly onCommit: (value: string | number | undefined) => string | null;
}

export function SavedField({
  spec,
  label,
  help,
  value,
  placeholder,
  list,
  onCommit,
}: SavedFieldProps) {
  const t = useWords(facilitationWords);
  const draft = useDraft(value);
  const [error, setError] = useState<string>();
  // A date half typed reads as an empty one: it must not clear the date there was.
  const isHalfTyped = useRef<boolean>(false);

  const commit = () => {
    const read = readTyped(spec, draft.text);
    const refusal = read.ok ? onCommit(read.value) : t.countRefused(spec.max);
    setError(refusal ?? undefined);
    // What cannot be a number stays to be mended; a refused text makes way for the former one.
    if (read.ok) draft.release();
  };
  const mayCommit = () => draft.isChanged && draft.theirs === null && !isHalfTyped.current;
  const settle = () => {
    if (isHalfTyped.current) setError(spec.kind === 'time' ? t.timeRefused : t.dateRefused);
    else if (mayCommit()) commit();
    else if (!draft.isChanged) draft.release();
  };
  useFarewell(() => mayCommit() && commit());

  const control = {
    label,
    help,
    error,
    value: draft.text,
    placeholder,
    maxLength: spec.kind === 'line' || spec.kind === 'area' ? spec.max : undefined,
    onFocus: draft.hold,
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setError(undefined);
      isHalfTyped.current = target.validity.badInput;
      draft.write(target.value);
    },
    onBlur: ({ target }: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      isHalfTyped.current = target.validity.badInput; // from nothing to half a date there is no change event
      settle();
    },
    onKeyDown: ({ key, nativeEvent }: KeyboardEvent) => {
      if (key === 'Enter' && !nativeEvent.isComposing && spec.kind !== 'area') settle();
    },
  };
  return (
    <div className="frame-field" data-width={spec.width} data-kind={spec.kind}>
      {spec.kind === 'area' ? (
        <TextAreaField {...control} rows={2} />
      ) : (
        <TextField
          {...control}
          type={inputTypes[spec.kind]}
          list={list}
          autoComplete="off"
          inputMode={spec.kind === 'count' ? 'numeric' : undefined}
        />
      )}
      {draft.theirs !== null && <Theirs draft={draft} onKeep={commit} />}
    </div>
  );
}

const inputTypes = { line: 'text', count: 'text', date: 'date', time: 'time' } as const;

/** What somebody else put in the field meanwhile, and the choice between the two. */
function Theirs({ draft, onKeep }: { readonly draft: Draft; readonly onKeep: () => void }) {
  const t = useWords(facilitationWords);
  return (
    <div className="frame-theirs" role="status">
      <p>{draft.theirs ? t.theirText(draft.theirs) : t.theirEmpty}</p>
      <Button size="small" onClick={draft.release}>
        {t.takeTheirs}
      </Button>
      {draft.isChanged && (
        <Button size="small" onClick={onKeep}>
          {t.keepMine}
        </Button>
      )}
    </div>
  );
}

/** Runs what is left to do when the field leaves the page: Échap closes a window without a blur. */
function useFarewell(run: () => unknown): void {
  const last = useRef(run);
  useEffect(() => {
    last.current = run;
  });
  useEffect(() => () => void last.current(), []);
}
