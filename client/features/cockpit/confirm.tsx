/** A second word before what cannot be taken back: Entrée confirms, Échap leaves things as they are. */
import { useEffect, useRef, useState } from 'react';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Question } from '../../ui/question.tsx';

export interface ConfirmProps {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  /** Resolves once it is done or refused. */
  readonly onYes: () => Promise<unknown>;
  readonly onEnd: () => void;
}

export function Confirm({ title, text, yes, onYes, onEnd }: ConfirmProps) {
  const { common } = useWords();
  const [busy, setBusy] = useState(false);
  // Read while rendering: once mounted, the question has taken the focus.
  const [opener] = useState(() => document.activeElement);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [opener]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for what its buttons leave
    <div
      ref={box}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEnd();
      }}
    >
      <Question title={title} text={<Words text={text} />} startAt="last">
        <Button onClick={onEnd}>{common.cancel}</Button>
        <Button
          variant="primary"
          busy={busy}
          onClick={() => {
            setBusy(true);
            void onYes().then(onEnd);
          }}
        >
          {yes}
        </Button>
      </Question>
    </div>
  );
}

/** The keys are not told to fingers on glass: the style sheet leaves them out there. */
function Words({ text }: { readonly text: string }) {
  const words = useWords(cockpitWords);
  return (
    <>
      {text} <span className="cockpit-keys">{words.confirm}</span>
    </>
  );
}
