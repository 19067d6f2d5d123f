/** Texts that did not reach the others: in sight, whole, and one press from the clipboard. */

import { useState } from 'react';
import { refusalWords } from '../../shared/text/fr/refusal.ts';
import { useKept } from '../state/hooks.ts';
import { useWords } from '../state/words.ts';
import type { KeptWork } from '../sync/kept/kept-work.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextAreaField } from '../ui/field.tsx';
import './board-page.css';

export interface KeptText {
  readonly title: string;
  readonly description: string;
  /** Why it was not accepted. */
  readonly reason?: string;
}

export function KeptTexts({ texts }: { readonly texts: readonly KeptText[] }) {
  return texts.map((text, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: texts are only ever added, and may be equal
    <KeptTextBlock key={index} {...text} />
  ));
}

function KeptTextBlock({ title, description, reason }: KeptText) {
  const t = useWords(refusalWords);
  const whole = [title, description].filter(Boolean).join('\n\n');
  return (
    <div className="refused-text">
      {reason && <p>{reason}</p>}
      {whole && (
        <>
          <TextAreaField label={t.kept} readOnly value={whole} />
          <CopyButton text={whole} label={t.copy} />
        </>
      )}
    </div>
  );
}

/**
 * A change was not taken while this page was open: why, and the text of it, which is kept.
 * @param since when the page was opened, milliseconds since 1970: what was kept before is known
 */
export function RefusedDialog({ since }: { readonly since: number }) {
  const t = useWords(refusalWords);
  const [seenAt, setSeenAt] = useState(since);
  const news = useKept().filter(({ at }) => at > seenAt);
  if (news.length === 0) return null;
  const reasons: Readonly<Record<string, string>> = t.reasons;
  const texts = news.map(({ work, where, why }) => ({
    title: where.title ?? '',
    description: textOf(work),
    reason: reasons[why] ?? '',
  }));
  return (
    <Dialog title={t.title} onClose={() => setSeenAt(Date.now())}>
      <KeptTexts texts={texts} />
    </Dialog>
  );
}

/** All that was written in it, to be copied. */
function textOf(work: KeptWork['work']): string {
  if ('text' in work) return work.text;
  if (work.kind === 'created')
    return Object.values(work.values)
      .filter((value) => typeof value === 'string')
      .join('\n');
  if (work.kind === 'value') return typeof work.value === 'string' ? work.value : '';
  return work.kind === 'idea' ? work.description : '';
}
