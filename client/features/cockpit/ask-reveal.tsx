/** The second word before hidden ideas are shown to all: it stands where the act was pressed. */
import { useEffect, useRef, useState } from 'react';
import type { PriorityId } from '../../../shared/ids.ts';
import { hiddenIdeas } from '../../../shared/session/lead/moment.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useSession } from '../../state/hooks.ts';
import { useRequest } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Question } from '../../ui/question.tsx';
import { say } from '../../ui/toast-queue.ts';
import { useCockpit, useForget } from './acts.ts';

export function AskReveal() {
  const drafts = useSession((session) => session?.drafts);
  const { asked } = useCockpit();
  const total = drafts ? hiddenIdeas({ drafts }) : 0;
  useForget('reveal', total === 0);
  if (!drafts || total === 0 || asked?.act !== 'reveal') return null;
  const { priorityId } = asked;
  return (
    <ConfirmReveal
      priorityId={priorityId}
      count={priorityId === null ? total : (drafts.counts[priorityId] ?? 0)}
    />
  );
}

function ConfirmReveal({
  priorityId,
  count,
}: {
  readonly priorityId: PriorityId | null;
  readonly count: number;
}) {
  const { reveal: t } = useWords(cockpitWords);
  const { ask } = useCockpit();
  const request = useRequest(say);
  return (
    <Confirm
      title={t.ask(count)}
      text={t.askText}
      yes={t.yes}
      onYes={() => request({ type: 'reveal', priorityId })}
      onEnd={() => ask(null)}
    />
  );
}

interface ConfirmProps {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  /** Resolves once it is done or refused. */
  readonly onYes: () => Promise<unknown>;
  readonly onEnd: () => void;
}

/** A second word before what cannot be taken back; Entrée and Échap leave things as they are. */
function Confirm({ title, text, yes, onYes, onEnd }: ConfirmProps) {
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
      <Question title={title} text={<Words text={text} />}>
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
