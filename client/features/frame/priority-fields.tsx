/** The words of a priority, and the band that says somebody else wrote them too. */
import type { ChangeEvent } from 'react';
import { LIMITS } from '../../../shared/board/schema.ts';
import { facilitationWords } from '../../../shared/text/fr/facilitation.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { contested, type PriorityDrafts } from './priority-drafts.ts';
import type { Draft } from './use-draft.ts';

export interface PriorityFieldsProps {
  readonly drafts: PriorityDrafts;
  readonly titleError: string | undefined;
  readonly onType: () => void;
}

export function PriorityFields({ drafts, titleError, onType }: PriorityFieldsProps) {
  const t = useWords(facilitationWords).priority;
  const bind = (draft: Draft) => ({
    value: draft.text,
    onFocus: draft.hold,
    onBlur: () => draft.isChanged || draft.release(),
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      onType();
      draft.write(target.value);
    },
  });
  return (
    <>
      <TextField
        {...bind(drafts.title)}
        label={t.title}
        error={titleError}
        maxLength={LIMITS.lineCharacters}
        autoComplete="off"
      />
      <TextAreaField
        {...bind(drafts.orientation)}
        label={t.orientation}
        help={t.orientationHelp}
        maxLength={LIMITS.noteCharacters}
        rows={5}
      />
      <TextField
        {...bind(drafts.setBy)}
        label={t.setBy}
        help={t.setByHelp}
        maxLength={LIMITS.lineCharacters}
        autoComplete="off"
      />
    </>
  );
}

/** Rendered only where the other version would be lost: fields nobody touches here just follow. */
export function ChangedBand({ drafts }: { readonly drafts: PriorityDrafts }) {
  const t = useWords(facilitationWords);
  const keys = contested(drafts);
  if (keys.length === 0) return null;
  const takeTheirs = () => {
    for (const key of keys) drafts[key].release();
  };
  return (
    <Notice tone="warning" title={t.priority.changedTitle}>
      <p>{t.priority.changedText}</p>
      <dl className="priority-theirs">
        {keys.map((key) => (
          <div key={key}>
            <dt>{t.priority[key]}</dt>
            <dd>{drafts[key].theirs || t.priority.emptied}</dd>
          </div>
        ))}
      </dl>
      <div className="frame-answers">
        <Button onClick={takeTheirs}>{t.takeTheirs}</Button>
      </div>
    </Notice>
  );
}
