/** The filter for the screens: what is looked for, and what of the board is on show because of it. */
import { createContext, startTransition, useContext, useEffect, useMemo, useState } from 'react';
import { isShown, type Shown } from '../../shared/finding/shown.ts';
import type { ActionId, PriorityId } from '../../shared/ids.ts';
import { type Finding, type FindingState, NOTHING_LOOKED_FOR } from './finding.ts';
import { useColumn } from './hooks.ts';
import { createViewStore, useView } from './view-store.ts';

export const FindingContext = createContext<Finding | null>(null);

/** Where nobody looks for anything, everything is on show. */
const NOBODY = createViewStore<FindingState>(NOTHING_LOOKED_FOR);

export function useFinding(): Finding {
  const finding = useContext(FindingContext);
  if (!finding) throw new Error('useFinding outside of a board');
  return finding;
}

const useFindingState = <Value>(select: (state: FindingState) => Value): Value =>
  useView(useContext(FindingContext)?.store ?? NOBODY, select);

export const useFilter = () => useFindingState(({ filter }) => filter);
export const useShown = (): Shown => useFindingState(({ shown }) => shown);
/** What is on show now, read without rendering when it changes. */
export function useShownNow(): () => Shown {
  const store = useContext(FindingContext)?.store ?? NOBODY;
  return useMemo(() => () => store.getState().shown, [store]);
}

/**
 * Ids on show in a priority; the same array until one enters, leaves or moves. What was typed is
 * drawn first: the columns follow in frames that the next key may interrupt.
 */
export function useShownColumn(id: PriorityId): readonly ActionId[] {
  const column = useColumn(id);
  const shown = useShownLater();
  return useMemo(
    () => (shown === null ? column : column.filter((each) => isShown(shown, each))),
    [column, shown],
  );
}

/** Only that later drawing, not one before it in which nothing has changed yet. */
function useShownLater(): Shown {
  const store = useContext(FindingContext)?.store ?? NOBODY;
  const [shown, setShown] = useState(() => store.getState().shown);
  useEffect(() => {
    const follow = () => startTransition(() => setShown(() => store.getState().shown));
    follow();
    return store.subscribe(follow);
  }, [store]);
  return shown;
}
