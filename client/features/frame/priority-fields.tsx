/** The words of a priority, and the band that says somebody else wrote them too. */
import type { ChangeEvent } from 'react';
import { LIMITS, type Priority } from '../../../shared/board/schema.ts';
import { facilitationWords } from '../../../shared/text/fr/facilitation.ts';
import { type EditedValue, useEditedValue } from '../../state/use-edited-value.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { FrameValues } from './use-frame.ts';

export interface PriorityFieldsProps {
  readonly edited: EditedPriority;
  readonly titleError: string | undefined;
  readonly onType: () => void;
}

export function PriorityFields({ edited, titleError, onType }: PriorityFieldsProps) {
  const t = useWords(facilitationWords).priority;
  const bind = (value: EditedValue) => ({
    value: value.text,
    onFocus: value.hold,
    onBlur: () => value.isChanged || value.release(),
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      onType();
      value.write(target.value);
    },
  });
  return (
    <>
      <TextField
        {...bind(edited.title)}
        label={t.title}
        error={titleError}
        maxLength={LIMITS.lineCharacters}
        autoComplete="off"
      />
      <TextAreaField
        {...bind(edited.orientation)}
        label={t.orientation}
        help={t.orientationHelp}
        maxLength={LIMITS.noteCharacters}
        rows={5}
      />
      <TextField
        {...bind(edited.setBy)}
        label={t.setBy}
        help={t.setByHelp}
        maxLength={LIMITS.lineCharacters}
        autoComplete="off"
      />
    </>
  );
}

/** Rendered only where the other version would be lost: fields nobody touches here just follow. */
export function ChangedBand({ edited }: { readonly edited: EditedPriority }) {
  const t = useWords(facilitationWords);
  const keys = contested(edited);
  if (keys.length === 0) return null;
  const takeTheirs = () => {
    for (const key of keys) edited[key].release();
  };
  return (
    <Notice tone="warning" title={t.priority.changedTitle}>
      <p>{t.priority.changedText}</p>
      <dl className="priority-theirs">
        {keys.map((key) => (
          <div key={key}>
            <dt>{t.priority[key]}</dt>
            <dd translate="no">{edited[key].theirs || t.priority.emptied}</dd>
          </div>
        ))}
      </dl>
      <div className="frame-answers">
        <Button onClick={takeTheirs}>{t.takeTheirs}</Button>
      </div>
    </Notice>
  );
}

/** What is being written of one priority, beside what the board says of it. */
const PRIORITY_KEYS = ['title', 'orientation', 'setBy'] as const;
type PriorityKey = (typeof PRIORITY_KEYS)[number];
type EditedPriority = Readonly<Record<PriorityKey, EditedValue>>;

/** @param priority undefined for a new one */
export function useEditedPriority(priority: Priority | undefined): EditedPriority {
  const t = useWords(facilitationWords).priority;
  const of = (key: PriorityKey) => ({
    place: {
      screen: 'priority' as const,
      key: `${priority?.id ?? 'new'}.${key}`,
      field: t[key],
      about: () => priority?.title ?? '',
    },
    stored: priority?.[key] ?? '',
    save: later,
  });
  return {
    title: useEditedValue(of('title')),
    orientation: useEditedValue(of('orientation')),
    setBy: useEditedValue(of('setBy')),
  };
}

/** It is stored, or its author gives it up. */
export function releaseAll(edited: EditedPriority): void {
  for (const key of PRIORITY_KEYS) edited[key].release();
}

/** The form is saved whole, by its button. */
const later = () => false;

/** Fields this person wrote in: the only ones that saving may touch. */
export const changedValues = (edited: EditedPriority): FrameValues =>
  Object.fromEntries(
    PRIORITY_KEYS.filter((key) => edited[key].isChanged).map((key) => [key, edited[key].text]),
  );

export const allValues = (edited: EditedPriority): FrameValues =>
  Object.fromEntries(PRIORITY_KEYS.map((key) => [key, edited[key].text]));

/** Fields where somebody else's version waits behind what is written here. */
const contested = (edited: EditedPriority): readonly PriorityKey[] =>
  PRIORITY_KEYS.filter((key) => edited[key].theirs !== null);

export const isBlank = ({ text }: EditedValue): boolean => text.trim() === '';
