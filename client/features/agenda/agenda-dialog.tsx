/** The déroulé in one window: prepared before the workshop, adjusted while it runs. */
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { expectedEnd, plannedMinutes } from '../../../shared/session/agenda/pace.ts';
import type { StepId } from '../../../shared/session/agenda/step.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { clockTime } from '../../state/dates.ts';
import { usePreferences, useSession } from '../../state/hooks.ts';
import { useServerNow } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFocusAfter } from '../../ui/list-tools.tsx';
import { Presets } from './presets.tsx';
import { StepLine } from './step-line.tsx';
import { AgendaContext, useAgenda, useAgendaRequests } from './use-agenda.ts';
import './agenda-dialog.css';

/** Rendered for facilitators; nothing for anybody else. */
export function AgendaDialog(props: { readonly onClose: () => void }) {
  const leads = useSession((session) => session?.role === 'facilitator');
  return leads ? <OpenAgenda {...props} /> : null;
}

function OpenAgenda({ onClose }: { readonly onClose: () => void }) {
  const { agenda: t } = useWords(cockpitWords);

  const agenda = useAgendaRequests();
  const [opened, setOpened] = useState<StepId | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const toTop = () => {
    if (scroller.current) scroller.current.scrollTop = 0;
  };
  const add = async () => {
    const id = await agenda.add();
    if (id) setOpened(id);
  };
  return (
    <Dialog title={t.title} onClose={onClose}>
      <AgendaContext value={agenda}>
        <div className="agenda dialog-fill">
          <div className="agenda-scroll" ref={scroller}>
            <Summary />
            <Steps opened={opened} onOpen={setOpened} />
            <Button icon={<Plus />} onClick={() => void add()}>
              {t.add}
            </Button>
            <Presets onLoaded={toTop} />
          </div>
          <div className="agenda-foot">
            <p role="status" translate={agenda.said ? 'no' : undefined}>
              {agenda.said?.text ?? t.hint}
            </p>
            {agenda.said?.bringBack && (
              <Button size="small" onClick={agenda.said.bringBack}>
                {t.bringBack}
              </Button>
            )}
          </div>
        </div>
      </AgendaContext>
    </Dialog>
  );
}

/** How long it takes altogether and, once it has begun, when it will end at this pace. */
function Summary() {
  const { agenda: t } = useWords(cockpitWords);
  const { language } = usePreferences();
  const { steps, current, start } = useAgenda();
  const visits = useSession((session) => session?.visits) ?? [];
  const now = useServerNow(15_000);
  if (steps.length === 0) return null;
  return (
    <div className="agenda-summary">
      <p>
        <b>{t.total(steps.length, t.duration(plannedMinutes(steps)))}</b>
        {' · '}
        {t.end(clockTime(expectedEnd({ steps, current, visits }, now), language))}
      </p>
      {current !== null && (
        <Button size="small" onClick={() => start(null)}>
          {t.stop}
        </Button>
      )}
    </div>
  );
}

interface StepsProps {
  /** The step being written. */
  readonly opened: StepId | null;
  readonly onOpen: (id: StepId | null) => void;
}

function Steps({ opened, onOpen }: StepsProps) {
  const { agenda: t } = useWords(cockpitWords);
  const { steps, shift, remove } = useAgenda();
  const { list, focusNext } = useFocusAfter(steps);
  const now = useServerNow(15_000);
  const form = useRef(opened);
  // A step just added, or opened, is written from its first field.
  useEffect(() => {
    if (opened !== null && opened !== form.current)
      list.current?.querySelector<HTMLElement>('.agenda-form input')?.focus();
    form.current = opened;
  }, [opened, list]);
  if (steps.length === 0) return null;
  return (
    <ol className="agenda-list" aria-label={t.list} ref={list}>
      {steps.map((step, index) => (
        <StepLine
          key={step.id}
          step={step}
          index={index}
          now={now}
          isOpen={step.id === opened}
          onToggle={() => onOpen(step.id === opened ? null : step.id)}
          onShift={(by) => {
            focusNext(step.id, by < 0 ? 'up' : 'down');
            shift(step.id, by);
          }}
          onRemove={() => {
            const next = steps[index + 1] ?? steps[index - 1];
            if (next) focusNext(next.id, 'remove');
            remove(step.id);
          }}
        />
      ))}
    </ol>
  );
}
