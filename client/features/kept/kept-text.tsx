/** A text as it was written, what differs from the other one marked; a long one opens at a press. */
import { useState } from 'react';
import { changeBetween } from '../../../shared/board/text-change.ts';
import { Button } from '../../ui/button.tsx';
import type { Reading } from './reading.ts';

export interface KeptTextProps {
  /** Which of two it is; null for the only one. */
  readonly label: string | null;
  readonly text: string;
  /** The one it is compared with. */
  readonly other: string | null;
  readonly t: Reading['t'];
}

export function KeptText({ label, text, other, t }: KeptTextProps) {
  const [isWhole, setIsWhole] = useState(false);
  const whole = partsOf(text, other);
  const short = shortened(whole);
  const { lead, changed, tail } = isWhole ? whole : short;
  return (
    <div className="kept-text">
      {label && <p className="kept-text-label">{label}</p>}
      <p className="kept-text-words" translate="no">
        {lead}
        {changed && <mark>{changed}</mark>}
        {tail}
      </p>
      {short !== whole && (
        <Button
          size="small"
          variant="quiet"
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? t.readLess : t.readAll}
        </Button>
      )}
    </div>
  );
}

interface Parts {
  readonly lead: string;
  readonly changed: string;
  readonly tail: string;
}

/** Where all of it differs, nothing is marked: that would be noise. */
function partsOf(text: string, other: string | null): Parts {
  const change = other === null || other === '' ? null : changeBetween(other, text);
  const { index, inserted } = change ?? { index: 0, inserted: '' };
  const isAll = inserted.length === text.length;
  if (inserted === '' || isAll) return { lead: text, changed: '', tail: '' };
  return {
    lead: text.slice(0, index),
    changed: inserted,
    tail: text.slice(index + inserted.length),
  };
}

/** Characters shown of a long text, or before what differs; and of a part of it. */
const [longest, around] = [600, 200];

function shortened(parts: Parts): Parts {
  const { lead, changed, tail } = parts;
  if (lead.length + changed.length + tail.length <= longest) return parts;
  if (changed === '') return { lead: `${lead.slice(0, longest)}…`, changed, tail };
  return {
    lead: lead.length > around ? `…${lead.slice(-around)}` : lead,
    changed: changed.length > longest ? `${changed.slice(0, longest)}…` : changed,
    tail: tail.length > around ? `${tail.slice(0, around)}…` : tail,
  };
}
