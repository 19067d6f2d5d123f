/** For those who lead: where their cockpit is, and whether the window of the agenda is open. */
import { useState } from 'react';
import { useSession } from '../state/hooks.ts';
import { useKeys } from '../state/keys.ts';
import { useWords } from '../state/words.ts';
import { useRoute } from './routes.ts';

export type Leading = NonNullable<ReturnType<typeof useLeading>>;

/** Null for those who do not lead. */
export function useLeading() {
  const { app } = useWords();
  const route = useRoute();
  const alone = route.screen === 'workshop' && route.cockpit === true;
  const leads = useSession((session) => session?.role === 'facilitator');
  const [isOpen, setOpen] = useState(false);
  const [isAgendaOpen, setAgendaOpen] = useState(false);
  const toggleCockpit = () => setOpen(!isOpen);
  useKeys(app.lead, leads && !alone ? [{ key: 'a', label: app.leadKey, run: toggleCockpit }] : []);
  if (!leads) return null;
  return {
    /** Beside the wall, or alone in a window of its own. */
    cockpit: alone ? 'alone' : isOpen ? 'beside' : 'closed',
    toggleCockpit,
    isAgendaOpen,
    openAgenda: (): void => setAgendaOpen(true),
    closeAgenda: (): void => setAgendaOpen(false),
  };
}
