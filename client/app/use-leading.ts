/** For those who lead: where their cockpit is, and whether the window of the agenda is open. */
import { useCallback, useMemo, useState } from 'react';
import { useSession } from '../state/hooks.ts';
import { useKeys } from '../state/keys.ts';
import { useWords } from '../state/words.ts';
import { closeDeal, openDeal, useRoute } from './routes.ts';

export type Leading = NonNullable<ReturnType<typeof useLeading>>;

/** Null for those who do not lead. */
export function useLeading() {
  const { app } = useWords();
  const route = useRoute();
  const boardId = route.screen === 'workshop' ? route.boardId : null;
  const alone = route.screen === 'workshop' && route.cockpit === true;
  const isDealing = route.screen === 'workshop' && route.deal === true;
  const leads = useSession((session) => session?.role === 'facilitator');
  const [isOpen, setOpen] = useState(false);
  const [isAgendaOpen, setAgendaOpen] = useState(false);
  const toggleCockpit = useCallback(() => setOpen((was) => !was), []);
  useKeys(app.lead, leads && !alone ? [{ key: 'a', label: app.leadKey, run: toggleCockpit }] : []);
  // The same object until one of these changes: the top of the page is drawn again with it.
  const leading = useMemo(
    () => ({
      /** Beside the wall, or alone in a window of its own. */
      cockpit: alone ? ('alone' as const) : isOpen ? ('beside' as const) : ('closed' as const),
      toggleCockpit,
      isAgendaOpen,
      openAgenda: (): void => setAgendaOpen(true),
      closeAgenda: (): void => setAgendaOpen(false),
      /** Sheets are dealt in the place of the wall. */
      isDealing,
      openDeal: (): void => void (boardId && openDeal(boardId)),
      closeDeal: (): void => void (boardId && closeDeal(boardId)),
    }),
    [alone, isOpen, isAgendaOpen, isDealing, boardId, toggleCockpit],
  );
  return leads ? leading : null;
}
