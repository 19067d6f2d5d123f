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

export interface Agenda {
  readonly steps: readonly Step[];
  readonly current: StepId | null;
  /** Resolves to whether it was granted. */
  readonly change: (id: StepId, change: Partial<Omit<Step, 'id'>>) => Promise<boolean>;
  /** At the end; resolves to its id, or null when it was refused. */
  readonly add: () => Promise<StepId | null>;
  readonly shift: (id: StepId, by: -1 | 1) => void;
  readonly remove: (id: StepId) => void;
  /** Starts a step, or none: the board is free then. */
  readonly start: (id: StepId | null) => void;
  readonly load: (preset: PresetId) => void;
  /** What was done or refused last, and what can be done about it. */
  readonly said: Said | null;
}
interface Said {
  readonly text: string;
  readonly bringBack?: () => void;
}

export const AgendaContext = createContext<Agenda | null>(null);

export function useAgenda(): Agenda {
  const agenda = useContext(AgendaContext);
  if (!agenda) throw new Error('useAgenda outside of the déroulé');
  return agenda;
}

export function useAgendaRequests(): Agenda {
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
    said,
    change: (id, change) => request({ type: 'step-change', id, change }),
    add: async () => {
      const step = newStep(t.newTitle);
      const asked: Request = { type: 'step-add', step, after: steps.at(-1)?.id ?? null };
      return (await done(asked, { text: t.added(step.title) })) ? step.id : null;
    },
    shift: (id, by) => {
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
    remove: (id) => {
      const place = steps.findIndex((step) => step.id === id);
      const step = steps[place];
      if (!step) return;
      const after = steps[place - 1]?.id ?? null;
      const text = t.removed(step.title);
      const bringBack = () =>
        void done({ type: 'step-add', step, after }, { text: t.added(step.title) });
      void done({ type: 'step-remove', id }, { text, bringBack });
    },
    start: (id) => void request({ type: 'step-start', id, from: current }),
    load: (preset) =>
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
