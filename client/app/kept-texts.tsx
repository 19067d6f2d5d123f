/** Texts that did not reach the others: in sight, whole, and one press from the clipboard. */

import { useBoardClient, useRefused } from '../state/hooks.ts';
import { useWords } from '../state/words.ts';
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
  const { connection } = useWords();
  const whole = [title, description].filter(Boolean).join('\n\n');
  return (
    <div className="refused-text">
      {reason && <p>{reason}</p>}
      {whole && (
        <>
          <TextAreaField label={connection.refusedKept} readOnly value={whole} />
          <CopyButton text={whole} label={connection.refusedCopy} />
        </>
      )}
    </div>
  );
}

/** A change was refused: why, and the text of it, which stays its author's. */
export function RefusedDialog() {
  const { connection } = useWords();
  const client = useBoardClient();
  const refused = useRefused();
  if (refused.length === 0) return null;
  const texts = refused.map((text) => ({ ...text, reason: connection.refused[text.reason] }));
  return (
    <Dialog title={connection.refusedTitle} onClose={client.dismissRefused}>
      <KeptTexts texts={texts} />
    </Dialog>
  );
}
