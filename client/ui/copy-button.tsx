/**
 * A button that copies a text and says so in itself: inside a modal dialog the rest of the page,
 * its messages included, is silent.
 */
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../state/words.ts';
import { Button } from './button.tsx';

export interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  readonly size?: 'regular' | 'small';
}

export function CopyButton({ text, label, size }: CopyButtonProps) {
  const { common, join } = useWords();
  const [said, setSaid] = useState<'' | 'copied' | 'failed'>('');
  // Refused: the text should be in sight, to be selected by hand.
  const words = { '': label, copied: common.copied, failed: join.copyFailed }[said];
  return (
    <>
      <Button
        size={size ?? 'regular'}
        icon={said === 'copied' ? <Check /> : <Copy />}
        onClick={() => void copyText(text).then((done) => setSaid(done ? 'copied' : 'failed'))}
        onBlur={() => setSaid('')}
      >
        {words}
      </Button>
      <span className="visually-hidden" role="status">
        {said && words}
      </span>
    </>
  );
}

/** @returns whether the text is in the clipboard */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No permission, or a page served without TLS on a local network, where there is no clipboard.
    return copySelection(text);
  }
}

function copySelection(text: string): boolean {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  // A modal dialog makes everything outside of it impossible to select.
  (before?.closest('dialog') ?? document.body).append(area);
  area.focus({ preventScroll: true });
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}
