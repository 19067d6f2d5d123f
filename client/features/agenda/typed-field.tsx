/** One line, or a few, saved as they are typed. */
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { type Typed, useTyped } from './use-typed.ts';

export interface TypedFieldProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly stored: string;
  readonly kind: 'line' | 'area' | 'number';
  readonly max: number;
  /** Why a text cannot be kept; undefined when it can. */
  readonly whyNot: (text: string) => string | undefined;
  readonly onSave: (text: string) => Promise<boolean>;
}

export function TypedField({ label, help, stored, kind, max, whyNot, onSave }: TypedFieldProps) {
  const isValid = (text: string) => whyNot(text) === undefined;
  const typed = useTyped({ stored, isValid, save: onSave });
  const control = {
    label,
    help,
    error: whyNot(typed.text),
    value: typed.text,
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      typed.write(target.value),
    onBlur: typed.leave,
    autoComplete: 'off',
  };
  return (
    <div className="agenda-field" data-kind={kind}>
      {kind === 'area' ? (
        <TextAreaField {...control} rows={2} maxLength={max} />
      ) : (
        <TextField
          {...control}
          maxLength={kind === 'line' ? max : undefined}
          inputMode={kind === 'number' ? 'numeric' : undefined}
        />
      )}
      {typed.theirs !== null && <Theirs typed={typed} theirs={typed.theirs} />}
    </div>
  );
}

function Theirs({ typed, theirs }: { readonly typed: Typed; readonly theirs: string }) {
  const { agenda: t } = useWords(cockpitWords);
  return (
    <div className="agenda-theirs" role="status">
      <p>{theirs ? t.theirText(theirs) : t.theirEmpty}</p>
      <Button size="small" onClick={typed.takeTheirs}>
        {t.takeTheirs}
      </Button>
      <Button size="small" onClick={typed.keepMine}>
        {t.keepMine}
      </Button>
    </div>
  );
}

/** What is typed as a whole number; null outside of the range. */
export function readWhole(text: string, min: number, max: number): number | null {
  const value = /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : null;
}
