/** The fields of one action that a file says otherwise, before and after, what differs marked. */
import type { ReactNode } from 'react';
import { changeBetween } from '../../../shared/board/text-change.ts';
import type { FieldChange } from '../../../shared/import/difference.ts';
import { COLUMNS } from '../../../shared/table/columns.ts';
import { intakeWords } from '../../../shared/text/fr/intake.ts';
import { usePreferences } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import './changed-fields.css';

export function ChangedFields({ changes }: { readonly changes: readonly FieldChange[] }) {
  const t = useWords(intakeWords);
  const { language } = usePreferences();
  return (
    <dl className="intake-changes">
      {changes.map(({ key, before, after, isContested }) => {
        const { lead, removed, inserted, tail } = excerpt(before, after);
        const column = COLUMNS.find((candidate) => candidate.key === key);
        return (
          <div className="intake-change" key={key}>
            <dt>
              {column?.[language] ?? key}
              {isContested && <span className="intake-contested">{t.contested}</span>}
            </dt>
            <Side name={t.before} isEmpty={before === ''}>
              {lead}
              {removed && <del>{removed}</del>}
              {tail}
            </Side>
            <Side name={t.after} isEmpty={after === ''}>
              {lead}
              {inserted && <ins>{inserted}</ins>}
              {tail}
            </Side>
          </div>
        );
      })}
    </dl>
  );
}

interface SideProps {
  readonly name: string;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

function Side({ name, isEmpty, children }: SideProps) {
  const t = useWords(intakeWords);
  return (
    <dd>
      <span className="intake-side">{name}</span>
      <span className="intake-value">{isEmpty ? <i>{t.emptyValue}</i> : children}</span>
    </dd>
  );
}

/** Characters shown around what differs, and of it. */
const around = 80;
const within = 600;

/** What differs between two texts, and enough around it to know where one is. */
function excerpt(before: string, after: string) {
  const { index, removed, inserted } = changeBetween(before, after) ?? {
    index: 0,
    removed: 0,
    inserted: '',
  };
  const from = Math.max(0, index - around);
  const rest = before.slice(index + removed);
  return {
    lead: (from > 0 ? '…' : '') + before.slice(from, index),
    removed: clip(before.slice(index, index + removed)),
    inserted: clip(inserted),
    tail: rest.length > around ? `${rest.slice(0, around)}…` : rest,
  };
}

const clip = (text: string): string => (text.length > within ? `${text.slice(0, within)}…` : text);
