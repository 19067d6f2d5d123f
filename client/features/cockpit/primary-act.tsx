/** The one act that comes now, in large. Each is also an act with its key, or leads to a window. */
import type { Next } from '../../../shared/session/lead/next.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { openEntry } from '../../entry/access.ts';
import { useLedWorkshop } from '../../state/hooks.ts';
import { useRequest } from '../../state/session-hooks.ts';
import { useSending } from '../../state/use-sending.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { say } from '../../ui/toast-queue.ts';
import { ActKey } from './act-button.tsx';
import { type ActId, useCockpit } from './acts.ts';

export interface PrimaryActProps {
  readonly onAgenda: () => void;
  readonly onDeal: () => void;
  readonly onExport: () => void;
}

// One table: what each act is called, and what it does.
export function PrimaryAct({ onAgenda, onDeal, onExport }: PrimaryActProps) {
  const t = useWords(cockpitWords);
  const { next, acts } = useCockpit();
  const entry = useEntry();
  const request = useRequest(say);
  const act = next.act;
  if (act === 'wait') return <p className="cockpit-wait">{t.now.acts(next)}</p>;
  const end = () =>
    void request({ type: 'freeze', on: true }).then((granted) => granted && onExport());
  const run: Readonly<Record<Exclude<Next['act'], 'wait'>, (() => void) | null>> = {
    prepare: onAgenda,
    'open-entry': entry.open,
    begin: acts.next.run,
    go: acts.next.run,
    unfreeze: acts.freeze.run,
    reveal: acts.reveal.run,
    'open-vote': acts.vote.run,
    'close-vote': acts.vote.run,
    deal: onDeal,
    'start-time': acts.timer.run,
    end,
    export: onExport,
  };
  const key = KEYS[act];
  return (
    <>
      <Button
        variant="primary"
        busy={act === 'open-entry' && entry.busy}
        aria-disabled={run[act] === null || undefined}
        data-primary={act}
        onClick={() => run[act]?.()}
      >
        <span className="cockpit-primary-words" translate={act === 'go' ? 'no' : undefined}>
          {act === 'start-time' ? acts.timer.label : t.now.acts(next)}
        </span>
        {key && <ActKey act={key} />}
      </Button>
      {act === 'prepare' && <p className="cockpit-note">{t.step.emptyText}</p>}
      {entry.problem && <Notice tone="error" title={entry.problem} />}
    </>
  );
}

const KEYS: Readonly<Partial<Record<Next['act'], ActId>>> = {
  begin: 'next',
  go: 'next',
  unfreeze: 'freeze',
  reveal: 'reveal',
  'open-vote': 'vote',
  'close-vote': 'vote',
  'start-time': 'timer',
};

/** Entering by code is opened with the server, by whoever knows the facilitators' link. */
function useEntry() {
  const workshop = useLedWorkshop();
  const { busy, problem, send } = useSending();
  return { busy, problem, open: workshop && (() => void send(openEntry(workshop, true))) };
}
