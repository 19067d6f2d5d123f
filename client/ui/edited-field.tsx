/** A field that several people may write, each in their own copy: whose text stays is chosen. */
import type { ChangeEvent, FocusEvent, KeyboardEvent } from 'react';
import type { EditedValue } from '../state/use-edited-value.ts';
import { Button } from './button.tsx';
import { type FieldText, TextAreaField, TextField } from './field.tsx';
import './edited-field.css';

type EditedKind = 'line' | 'area' | 'count' | 'date' | 'time';

type Control = HTMLInputElement | HTMLTextAreaElement;

export interface EditedFieldProps extends FieldText {
  readonly kind: EditedKind;
  /** Characters, for a line and an area. */
  readonly max: number;
  readonly edited: EditedValue;
  readonly words: TheirsWords;
  readonly placeholder?: string | undefined;
  /** Id of a `<datalist>` of usual values. */
  readonly list?: string | undefined;
  readonly onFocus?: () => void;
  readonly onChange: (event: ChangeEvent<Control>) => void;
  readonly onBlur: (event: FocusEvent<Control>) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

export function EditedField({ kind, max, edited, words, list, ...control }: EditedFieldProps) {
  const text = { ...control, value: edited.text };
  const isText = kind === 'line' || kind === 'area';
  return (
    <>
      {kind === 'area' ? (
        <TextAreaField {...text} rows={2} maxLength={max} />
      ) : (
        <TextField
          {...text}
          type={TYPES[kind]}
          list={list}
          autoComplete="off"
          maxLength={isText ? max : undefined}
          inputMode={kind === 'count' ? 'numeric' : undefined}
        />
      )}
      {edited.theirs !== null && <Theirs edited={edited} words={words} />}
    </>
  );
}

const TYPES = { line: 'text', count: 'text', date: 'date', time: 'time' } as const;

interface TheirsWords {
  readonly theirText: (text: string) => string;
  readonly theirEmpty: string;
  readonly takeTheirs: string;
  readonly keepMine: string;
}

type TheirsProps = Pick<EditedFieldProps, 'edited' | 'words'>;

/** What somebody else stored meanwhile, and the choice between the two. */
function Theirs({ edited: { theirs, release, keepMine }, words }: TheirsProps) {
  return (
    <div className="theirs" role="status">
      <p translate="no">{theirs ? words.theirText(theirs) : words.theirEmpty}</p>
      <Button size="small" onClick={release}>
        {words.takeTheirs}
      </Button>
      {keepMine && (
        <Button size="small" onClick={keepMine}>
          {words.keepMine}
        </Button>
      )}
    </div>
  );
}
