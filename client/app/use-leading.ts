/** For those who lead: where their cockpit is, and whether the window of the agenda is open. */
import { useState } from 'react';
import { useSession } from '../state/hooks.ts';
import { useKeys } from '../state/keys.ts';
import { useWords } from '../state/words.ts';
import { useRoute } from './routes.ts';

export interface Leading {
  /** Beside the wall, or alone in a window of its own. */
  readonly cockpit: 'closed' | 'beside' | 'alone';
  readonly toggleCockpit: () => void;
  readonly isAgendaOpen: boolean;
  readonly openAgenda: () => void;
  readonly closeAgenda: () => void;
}

/** Null for those who do not lead. */
export function useLeading(): Leading | null {
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
    cockpit: alone ? 'alone' : isOpen ? 'beside' : 'closed',
    toggleCockpit,
    isAgendaOpen,
    openAgenda: () => setAgendaOpen(true),
    closeAgenda: () => setAgendaOpen(false),
  };
}
