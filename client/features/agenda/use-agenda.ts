/** Changes of the déroulé, each one request: two facilitators never write over each other's steps. */
import { createContext, useContext, useState } from 'react';
import { newId } from '../../../shared/ids.ts';
import { type PresetId, stepsOf } from '../../../shared/session/agenda/presets.ts';
import type { Step, StepId } from '../../../shared/session/agenda/step.ts';
import { FREE_RULES } from '../../../shared/session/rules.ts';
import type { Request } from '../../../shared/session/session.ts';
import { DEFAULT_VOTE } from '../../../shared/session/votes/votes.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useSession } from '../../state/hooks.ts';
import { useRequest, useSteps } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';

interface Said {
  readonly text: string;
  readonly bringBack?: () => void;
}

type Agenda = ReturnType<typeof useAgendaRequests>;
export const AgendaContext = createContext<Agenda | null>(null);

export function useAgenda(): Agenda {
  const agenda = useContext(AgendaContext);
  if (!agenda) throw new Error('useAgenda outside of the déroulé');
  return agenda;
}

export function useAgendaRequests() {
  const { agenda: t } = useWords(cockpitWords);
  const steps = useSteps();
  const current = useSession((session) => session?.current ?? null);
  const [said, setSaid] = useState<Said | null>(null);
  const [tell] = useState(() => (text: string) => setSaid({ text }));
  const request = useRequest(tell);
  /** Asks, and says what was done. */
  const done = async (asked: Request, words: Said): Promise<boolean> => {
    const granted = await request(asked);
    if (granted) setSaid(words);
    return granted;
  };
  return {
    steps,
    current,
    /** What was done or refused last, and what can be done about it. */
    said,
    /** Resolves to whether it was granted. */
    change: (id: StepId, change: Partial<Omit<Step, 'id'>>): Promise<boolean> =>
      request({ type: 'step-change', id, change }),
    /** At the end; resolves to its id, or null when it was refused. */
    add: async (): Promise<StepId | null> => {
      const step = newStep(t.newTitle);
      const asked: Request = { type: 'step-add', step, after: steps.at(-1)?.id ?? null };
      return (await done(asked, { text: t.added(step.title) })) ? step.id : null;
    },
    shift: (id: StepId, by: -1 | 1): void => {
      const from = steps.findIndex((step) => step.id === id);
      const step = steps[from];
      // Among the others: the one it then follows.
      const others = steps.filter((one) => one.id !== id);
      const after = others[from + by - 1]?.id ?? null;
      const to = from + by;
      if (!step || to < 0 || to >= steps.length) return;
      const text = t.moved(step.title, to + 1, steps.length);
      void done({ type: 'step-move', id, after }, { text });
    },
    remove: (id: StepId): void => {
      const place = steps.findIndex((step) => step.id === id);
      const step = steps[place];
      if (!step) return;
      const after = steps[place - 1]?.id ?? null;
      const text = t.removed(step.title);
      const bringBack = () =>
        void done({ type: 'step-add', step, after }, { text: t.added(step.title) });
      void done({ type: 'step-remove', id }, { text, bringBack });
    },
    /** Starts a step, or none: the board is free then. */
    start: (id: StepId | null): void => void request({ type: 'step-start', id, from: current }),
    load: (preset: PresetId): void =>
      void done(
        { type: 'steps-set', steps: stepsOf(preset) },
        { text: t.loaded(t.presetNames[preset]) },
      ),
  };
}

const newStep = (title: string): Step => ({
  id: newId<'step'>(),
  kind: 'free',
  title,
  instruction: '',
  minutes: 10,
  rules: { ...FREE_RULES, vote: 'closed' },
  anonymous: false,
  vote: DEFAULT_VOTE,
});
