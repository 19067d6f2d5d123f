/** Texts begun in fields, for a page that shows none of those: what writes in one comes later. */
import { useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { WorkshopContext } from './board-context.ts';
import { begunTexts, type HeldOwner, type HeldText, heldChanges } from './held-text.ts';

/** Those that no field on the page shows. */
export function useBegunTexts(): readonly HeldText[] {
  const owner = useHeldOwner();
  const changes = useStore(heldChanges);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew when a text comes or goes
  return useMemo(() => (owner ? begunTexts(owner) : []), [owner, changes]);
}

/** Null before there is a person. */
export function useHeldOwner(): HeldOwner | null {
  const workshop = useContext(WorkshopContext);
  const boardId = workshop?.boardId;
  const personId = workshop?.joined?.personId;
  return useMemo(() => (boardId && personId ? { boardId, personId } : null), [boardId, personId]);
}
