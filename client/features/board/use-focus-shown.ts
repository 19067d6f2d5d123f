/**
 * Brings before one's eyes what the facilitators show: the same card and column, at one's own zoom.
 * Nobody who is writing is moved; the mark on the card says the rest.
 */
import { useEffect } from 'react';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import { useBoardClient } from '../../state/hooks.ts';
import { openerOf } from '../../ui/focus-card.ts';
import { isWriting } from '../../ui/is-writing.ts';
import type { WallStore } from './wall-store.ts';

export type WallFocus =
  | { readonly kind: 'action'; readonly id: ActionId }
  | { readonly kind: 'priority'; readonly id: PriorityId };

export function useFocusShown(store: WallStore, focus: WallFocus | null): void {
  const { board } = useBoardClient().stores;
  const kind = focus?.kind;
  const id = focus?.id;
  useEffect(() => {
    store.setState({ shown: kind === 'action' && id ? (id as ActionId) : null });
    if (!kind || !id || isWriting()) return;
    const priorityId =
      kind === 'priority'
        ? (id as PriorityId)
        : board.getState().actions.get(id as ActionId)?.priorityId;
    if (priorityId) store.setState({ tab: priorityId });
    // Once the tab of a phone has turned.
    requestAnimationFrame(() => {
      const card = openerOf(id);
      const column = document.querySelector(`[data-column="${CSS.escape(priorityId ?? '')}"]`);
      (kind === 'action' ? (card ?? column) : column)?.scrollIntoView({
        block: 'nearest',
        inline: 'center',
      });
    });
  }, [store, board, kind, id]);
}
