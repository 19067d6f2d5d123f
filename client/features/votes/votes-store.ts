/** Dots this person has just put or taken back, shown before the server has answered. */
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import type { SessionView } from '../../../shared/session/view.ts';
import type { RoundView } from '../../../shared/session/votes/view.ts';
import { useBoardClient } from '../../state/hooks.ts';
import { openRoundIn, useRequest } from '../../state/session-hooks.ts';
import { createViewStore } from '../../state/view-store.ts';
import { say } from '../../ui/toast-queue.ts';

/** By action: the number asked for, and how many answers it still waits for. */
type Pending = ReadonlyMap<ActionId, { readonly dots: number; readonly waiting: number }>;
const pendingStore = createViewStore<{ readonly roundId: string | null; readonly asked: Pending }>({
  roundId: null,
  asked: new Map(),
});
const NOTHING: Pending = new Map();

export interface MyBallot {
  readonly round: RoundView;
  readonly budget: number;
  readonly cap: number;
  readonly left: number;
  readonly dotsOn: (id: ActionId) => number;
  /** Where one has at least one dot, be it on an action that has left the wall. */
  readonly placed: readonly ActionId[];
}

/** One's own ballot of the open round; null where one does not vote, or not now. */
export const useMyBallot = (): MyBallot | null => useOnBallot((ballot) => ballot);

/** Reads from one's ballot: a card is drawn again when what it shows changes, not with each vote. */
export function useOnBallot<Value>(select: (ballot: MyBallot | null) => Value): Value {
  const { subscribe, read } = useBallotSource();
  return useSyncExternalStore(subscribe, () => select(read()));
}

/** The ballot as it is now, read without being drawn again when it changes. */
export const useBallotNow = (): (() => MyBallot | null) => useBallotSource().read;

function useBallotSource() {
  const { session } = useBoardClient().stores;
  return useMemo(
    () => ({
      subscribe: (listener: () => void) => {
        const stops = [session.subscribe(listener), pendingStore.subscribe(listener)];
        return () => {
          for (const stop of stops) stop();
        };
      },
      read: () => ballotIn(session.getState()),
    }),
    [session],
  );
}

/** The last one read: hundreds of cards ask for it after each change, and it adds up what was cast. */
let last: { readonly of: readonly unknown[]; readonly ballot: MyBallot | null } | null = null;

function ballotIn(session: SessionView | null): MyBallot | null {
  const round = openRoundIn(session);
  const isOpen = session?.rules.vote === 'open';
  const { roundId, asked } = pendingStore.getState();
  const pending = roundId === round?.id ? asked : NOTHING;
  const of = [round, isOpen, pending];
  if (!last || of.some((part, place) => part !== last?.of[place]))
    last = { of, ballot: round && isOpen ? ballotOf(round, pending) : null };
  return last.ballot;
}

function ballotOf(round: RoundView, asked: Pending): MyBallot | null {
  if (!round.mine) return null;
  const { budget, cap } = round.mine;
  // A map: pages give ids to actions, and an object already has something called "constructor".
  const dots = new Map(Object.entries(round.mine.dots) as [ActionId, number][]);
  const dotsOn = (id: ActionId) => asked.get(id)?.dots ?? dots.get(id) ?? 0;
  const placed = [...new Set([...dots.keys(), ...asked.keys()])].filter((id) => dotsOn(id) > 0);
  const spent = placed.reduce((sum, id) => sum + dotsOn(id), 0);
  return { round, budget, cap, left: budget - spent, dotsOn, placed };
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
