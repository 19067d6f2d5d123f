/** Dots this person has just put or taken back, shown before the server has answered. */
import { useCallback, useMemo } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import type { RoundView } from '../../../shared/session/votes/view.ts';
import { useSession } from '../../state/hooks.ts';
import { useOpenRound, useRequest } from '../../state/session-hooks.ts';
import { createViewStore, useView } from '../../state/view-store.ts';
import { say } from '../../ui/toast-queue.ts';

/** By action: the number asked for, and how many answers it still waits for. */
type Pending = ReadonlyMap<ActionId, { readonly dots: number; readonly waiting: number }>;
const pendingStore = createViewStore<{ readonly roundId: string | null; readonly asked: Pending }>({
  roundId: null,
  asked: new Map(),
});
const NOTHING: Pending = new Map();

export type MyBallot = NonNullable<ReturnType<typeof useMyBallot>>;

/** One's own ballot of the open round; null where one does not vote, or not now. */
export function useMyBallot() {
  const round = useOpenRound();
  const isOpen = useSession((session) => session?.rules.vote === 'open');
  const asked = useView(pendingStore, (state) =>
    state.roundId === round?.id ? state.asked : NOTHING,
  );
  return useMemo(() => {
    if (!round?.mine || !isOpen) return null;
    const { budget, cap } = round.mine;
    // A map: pages give ids to actions, and an object already has something called "constructor".
    const dots = new Map(Object.entries(round.mine.dots) as [ActionId, number][]);
    const dotsOn = (id: ActionId) => asked.get(id)?.dots ?? dots.get(id) ?? 0;
    const ids = new Set([...dots.keys(), ...asked.keys()]);
    /** Where one has at least one dot, be it on an action that has left the wall. */
    const placed = [...ids].filter((id) => dotsOn(id) > 0);
    const spent = placed.reduce((sum, id) => sum + dotsOn(id), 0);
    return { round, budget, cap, left: budget - spent, dotsOn, placed };
  }, [round, isOpen, asked]);
}

/** Puts a number of dots on an action. Each press says the whole number: said twice, done once. */
export function useCast(): (round: RoundView, id: ActionId, dots: number) => Promise<boolean> {
  const request = useRequest(say);
  return useCallback(
    async ({ id: roundId }, actionId, dots) => {
      expect(roundId, actionId, dots);
      const granted = await request({ type: 'vote-cast', roundId, actionId, dots });
      answered(roundId, actionId);
      return granted;
    },
    [request],
  );
}

function expect(roundId: string, id: ActionId, dots: number): void {
  pendingStore.setState((state) => {
    const asked = new Map(state.roundId === roundId ? state.asked : []);
    asked.set(id, { dots, waiting: (asked.get(id)?.waiting ?? 0) + 1 });
    return { roundId, asked };
  });
}

/** The last answer leaves the floor to what the server says. */
function answered(roundId: string, id: ActionId): void {
  pendingStore.setState((state) => {
    const one = state.asked.get(id);
    if (state.roundId !== roundId || !one) return state;
    const asked = new Map(state.asked);
    if (one.waiting > 1) asked.set(id, { ...one, waiting: one.waiting - 1 });
    else asked.delete(id);
    return { roundId, asked };
  });
}
