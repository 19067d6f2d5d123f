/** The fields of one thing that somebody says otherwise, both sides, what differs marked. */
import type { ReactNode } from 'react';
import { changeBetween } from '../../shared/board/text-change.ts';
import './changed-fields.css';

export interface ChangedField {
  readonly key: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** Others have changed it too. */
  readonly isContested?: boolean;
  /** A program may have done it by itself. */
  readonly isConversion?: boolean;
}
interface ChangeWords {
  /** Over what stands there now. */
  readonly before: string;
  /** Over what would stand there. */
  readonly after: string;
  readonly emptyValue: string;
  readonly contested: string;
  /** Where there may be such changes. */
  readonly conversion?: string;
}
export interface ChangedFieldsProps {
  readonly changes: readonly ChangedField[];
  readonly words: ChangeWords;
}

export function ChangedFields({ changes, words }: ChangedFieldsProps) {
  return (
    <dl className="changed-fields">
      {changes.map(({ key, label, before, after, isContested, isConversion }) => {
        const { lead, removed, inserted, tail } = excerpt(before, after);
        const empty = <i>{words.emptyValue}</i>;
        return (
          <div className="changed-field" key={key}>
            <dt>
              {label}
              {isContested && <span className="changed-contested">{words.contested}</span>}
              {isConversion && <span className="changed-contested">{words.conversion}</span>}
            </dt>
            <Side name={words.before}>
              {before === '' ? empty : lead}
              {removed && <del>{removed}</del>}
              {before !== '' && tail}
            </Side>
            <Side name={words.after}>
              {after === '' ? empty : lead}
              {inserted && <ins>{inserted}</ins>}
              {after !== '' && tail}
            </Side>
          </div>
        );
      })}
    </dl>
  );
}

function Side({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <dd>
      <span className="changed-side">{name}</span>
      <span className="changed-value" translate="no">
        {children}
      </span>
    </dd>
  );
}

/** Characters shown around what differs, and of it. */
const around = 80;
const within = 600;

/** What differs between two texts in whole words, and enough around it to know where one is. */
function excerpt(before: string, after: string) {
  const { start, end, added } = inWholeWords(before, after);
  const from = Math.max(0, start - around);
  const rest = before.slice(end);
  return {
    lead: (from > 0 ? '…' : '') + before.slice(from, start),
    removed: clip(before.slice(start, end)),
    inserted: clip(added),
    tail: rest.length > around ? `${rest.slice(0, around)}…` : rest,
  };
}

/** Where `before` is replaced by `added`: a word of which some letters differ is another word. */
function inWholeWords(before: string, after: string) {
  const change = changeBetween(before, after);
  if (!change) return { start: 0, end: 0, added: '' };
  const { index, removed, inserted } = change;
  const [lead, tail] = [before.slice(0, index), before.slice(index + removed)];
  const [gone, here] = [before.slice(index, index + removed), inserted];
  const isCutAt = (edge: RegExp) => edge.test(gone) || edge.test(here);
  const front = isCutAt(WORD_FIRST) ? (WORD_LAST.exec(lead)?.[0] ?? '') : '';
  const back = isCutAt(WORD_LAST) ? (WORD_FIRST.exec(tail)?.[0] ?? '') : '';
  return {
    start: index - front.length,
    end: index + removed + back.length,
    added: front + here + back,
  };
}
const WORD_FIRST = /^[\p{L}\p{N}]+/u;
const WORD_LAST = /[\p{L}\p{N}]+$/u;

const clip = (text: string): string => (text.length > within ? `${text.slice(0, within)}…` : text);
