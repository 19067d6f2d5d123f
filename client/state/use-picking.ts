/** Picking actions to bring together: from their cards, from a window, or from what resembles. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { ActionId } from '../../shared/ids.ts';
import { NOT_PICKING, type Picking } from '../sync/board-stores.ts';
import { useBoardClient } from './hooks.ts';

export const usePicking = <Value>(select: (picking: Picking) => Value): Value =>
  useStore(useBoardClient().stores.picking, select);

export function usePicker() {
  const { picking, board } = useBoardClient().stores;
  return useMemo(() => {
    /** What has left the wall since it was picked is picked no more. */
    const stillThere = () =>
      [...picking.getState().ids].filter((id) => board.getState().numbers.has(id));
    return {
      /** Picks, or no longer. @returns how many are picked then */
      toggle: (id: ActionId): number => {
        const ids = new Set(stillThere());
        if (!ids.delete(id)) ids.add(id);
        picking.setState({ ids, doing: ids.size > 0 ? 'choosing' : 'nothing' });
        return ids.size;
      },
      /** Every card can be picked at a touch. */
      choose: (): void => picking.setState({ ids: new Set(stillThere()), doing: 'choosing' }),
      /** Decides which one of these stays. */
      merge: (ids: Iterable<ActionId>): void =>
        picking.setState({ ids: new Set(ids), doing: 'merging' }),
      /** Shows what resembles. */
      compare: (): void => picking.setState({ ...NOT_PICKING, doing: 'comparing' }),
      stop: (): void => picking.setState(NOT_PICKING, true),
    };
  }, [picking, board]);
}
