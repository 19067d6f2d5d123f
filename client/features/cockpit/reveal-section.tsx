/** Hidden ideas: how many under each priority, and their reveal, all at once or one by one. */
import { Eye } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { PriorityId } from '../../../shared/ids.ts';
import type { IdeasView } from '../../../shared/session/ideas/view.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { usePriorities, useSession } from '../../state/hooks.ts';
import { useRequest, useStep } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Question } from '../../ui/question.tsx';
import { say } from '../../ui/toast-queue.ts';
import { ActButton } from './act-button.tsx';
import { useCockpit, useForget } from './acts.ts';
import { Section } from './section.tsx';
import './lists.css';

export function RevealSection() {
  const { reveal: t } = useWords(cockpitWords);
  const drafts = useSession((session) => session?.drafts);
  const isHidden = useStep()?.step.rules.writing === 'hidden';
  const priorities = usePriorities();
  const { asked, ask } = useCockpit();
  const total = drafts ? countOf(drafts, null) : 0;
  useForget('reveal', total === 0);
  if (!drafts || (total === 0 && !isHidden)) return null;
  if (total === 0)
    return (
      <Section title={t.title}>
        <p className="cockpit-note">{t.none}</p>
      </Section>
    );
  return (
    <Section title={t.title}>
      <p>{t.count(total, drafts.writers)}</p>
      <ul className="cockpit-list">
        {priorities.map(({ id, title = '' }, index) => {
          const count = drafts.counts[id] ?? 0;
          return (
            <li key={id} className="cockpit-line">
              <span className="cockpit-line-words" translate="no">
                {index + 1}. {title}
              </span>
              <b className="cockpit-figure">{count}</b>
              {count > 0 && (
                <Button
                  size="small"
                  title={t.oneNamed(title)}
                  onClick={() => ask({ act: 'reveal', priorityId: id })}
                >
                  <span aria-hidden="true">{t.one}</span>
                  <span className="visually-hidden" translate="no">
                    {t.oneNamed(title)}
                  </span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {asked?.act === 'reveal' ? (
        <ConfirmReveal priorityId={asked.priorityId} count={countOf(drafts, asked.priorityId)} />
      ) : (
        <ActButton act="reveal" icon={<Eye />} />
      )}
    </Section>
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

const countOf = ({ counts }: IdeasView, priorityId: PriorityId | null): number =>
  priorityId === null
    ? Object.values(counts).reduce((sum, count) => sum + count, 0)
    : (counts[priorityId] ?? 0);

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
