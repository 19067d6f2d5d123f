/** What other features put into columns and cards, each fetched when the session first calls for it. */
import { useMemo } from 'react';
import type { WallSlots } from '../features/board/wall-store.ts';
import { useSession } from '../state/hooks.ts';
import { useFetched } from './use-fetched.ts';

export function useWallSlots(): WallSlots {
  const hasVotes = useSession((session) => (session?.rounds.length ?? 0) > 0);
  const CardVotes = useFetched(loadCardVotes, hasVotes);
  // The same object until a feature has come: each card is drawn again when it changes.
  return useMemo(
    () => ({ ...(CardVotes && { card: (id) => <CardVotes id={id} /> }) }),
    [CardVotes],
  );
}

const loadCardVotes = () =>
  import('../features/votes/card-votes.tsx').then((file) => file.CardVotes);
