/**
 * A field without a button: taken into account on leaving it or with Enter, and when it goes away
 * with its window. Another facilitator's version is never written over without being shown.
 */
import { type KeyboardEvent, useRef, useState } from 'react';
import { facilitationWords } from '../../../shared/text/fr/facilitation.ts';
import { useBoardClient } from '../../state/hooks.ts';
import { isComposed } from '../../state/typed-keys.ts';
import { useEditedValue } from '../../state/use-edited-value.ts';
import type { FieldPlace } from '../../state/use-held-text.ts';
import { useWords } from '../../state/words.ts';
import { EditedField } from '../../ui/edited-field.tsx';
import { type FieldSpec, readTyped } from './field-kinds.ts';
import './saved-field.css';

export interface SavedFieldProps {
  /** Unique in the frame, and the name of what it is about. */
  readonly place: Pick<FieldPlace, 'key' | 'about'>;
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

export function SavedField({ place, spec, value, onCommit, ...field }: SavedFieldProps) {
  const t = useWords(facilitationWords);
  const [error, setError] = useState<string>();
  // A date half typed reads as an empty one: it must not clear the date there was.
  const isHalfTyped = useRef<boolean>(false);
  const { session } = useBoardClient().stores;
  const save = (text: string) => {
    // Who has ceased to lead while writing keeps the text: the board would not take it any more.
    const leads = session.getState()?.role === 'facilitator';
    if (isHalfTyped.current || !leads) return false;
    if (text.trim() === value.trim()) return true;
    const read = readTyped(spec, text);
    const refusal = read.ok ? onCommit(read.value) : t.countRefused(spec.max);
    setError(refusal ?? undefined);
    // What cannot be stored stays to be mended; where a text is needed, none makes way for the former.
    return refusal === null || text.trim() === '';
  };
  const edited = useEditedValue({
    place: { ...place, screen: 'frame', field: field.label },
    stored: value,
    save,
  });
  const settle = () => {
    if (isHalfTyped.current) setError(spec.kind === 'time' ? t.timeRefused : t.dateRefused);
    else edited.leave();
  };
  return (
    <div className="frame-field" data-width={spec.width} data-kind={spec.kind}>
      <EditedField
        {...field}
        kind={spec.kind}
        max={spec.max}
        error={error}
        edited={edited}
        words={t}
        onFocus={edited.hold}
        onChange={({ target }) => {
          setError(undefined);
          isHalfTyped.current = target.validity.badInput;
          edited.write(target.value);
        }}
        onBlur={({ target }) => {
          isHalfTyped.current = target.validity.badInput; // from nothing to half a date there is no change event
          settle();
        }}
        onKeyDown={({ key, nativeEvent }: KeyboardEvent) => {
          if (key === 'Enter' && !isComposed(nativeEvent) && spec.kind !== 'area') settle();
        }}
      />
    </div>
  );
}
