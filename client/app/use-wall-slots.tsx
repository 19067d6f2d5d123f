/** What other features put into columns and cards, each fetched when the session first calls for it. */
import { useMemo } from 'react';
import type { WallSlots } from '../features/board/wall-store.ts';
import type { OpenedWorkshop } from '../state/device.ts';
import { useSession } from '../state/hooks.ts';
import { useFetched } from '../ui/lazy-part.tsx';
import { useHasIdeas } from './board-ideas.tsx';
import { PARTS } from './parts.ts';

export function useWallSlots(workshop: OpenedWorkshop): WallSlots {
  const hasVotes = useSession((session) => (session?.rounds.length ?? 0) > 0);
  const CardVotes = useFetched(PARTS.cardVotes, hasVotes);
  const IdeasColumn = useFetched(PARTS.ideasColumn, useHasIdeas(workshop));
  // The same object until a feature has come: each card is drawn again when it changes.
  return useMemo(
    () => ({
      ...(IdeasColumn && { priority: (id) => <IdeasColumn id={id} /> }),
      ...(CardVotes && { card: (id) => <CardVotes id={id} /> }),
    }),
    [IdeasColumn, CardVotes],
  );
}
