/** Picking actions to bring together: from their cards, from a window, or from what resembles. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { ActionId } from '../../shared/ids.ts';
import { NOT_PICKING, type Picking } from '../sync/board-stores.ts';
import { useBoardClient } from './hooks.ts';

export const usePicking = <Value>(select: (picking: Picking) => Value): Value =>
  useStore(useBoardClient().stores.picking, select);

export interface Picker {
  /** Picks, or no longer. @returns how many are picked then */
  readonly toggle: (id: ActionId) => number;
  /** Every card can be picked at a touch. */
  readonly choose: () => void;
  /** Decides which one of these stays. */
  readonly merge: (ids: Iterable<ActionId>) => void;
  /** Shows what resembles. */
  readonly compare: () => void;
  readonly stop: () => void;
}

export function usePicker(): Picker {
  const { picking, board } = useBoardClient().stores;
  return useMemo(() => {
    /** What has left the wall since it was picked is picked no more. */
    const stillThere = () =>
      [...picking.getState().ids].filter((id) => board.getState().numbers.has(id));
    return {
      toggle: (id) => {
        const ids = new Set(stillThere());
        if (!ids.delete(id)) ids.add(id);
        picking.setState({ ids, doing: ids.size > 0 ? 'choosing' : 'nothing' });
        return ids.size;
      },
      choose: () => picking.setState({ ids: new Set(stillThere()), doing: 'choosing' }),
      merge: (ids) => picking.setState({ ids: new Set(ids), doing: 'merging' }),
      compare: () => picking.setState({ ...NOT_PICKING, doing: 'comparing' }),
      stop: () => picking.setState(NOT_PICKING, true),
    };
  }, [picking, board]);
}
