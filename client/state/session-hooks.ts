/** What components read of the session, and how they ask something of it. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Step } from '../../shared/session/agenda/step.ts';
import type { Request } from '../../shared/session/session.ts';
import { type Timer, timeLeft } from '../../shared/session/timer/timer.ts';
import type { SessionView } from '../../shared/session/view.ts';
import type { RoundView } from '../../shared/session/votes/view.ts';
import { meIn, useBoardClient, useSession } from './hooks.ts';
import { useWords } from './words.ts';

const NO_STEPS: readonly Step[] = [];

/** The steps of the déroulé, in order. */
export const useSteps = (): readonly Step[] => useSession((session) => session?.steps) ?? NO_STEPS;

/** The step in progress, with its place in the déroulé from 1; null while the board is free. */
export function useStep(): { readonly step: Step; readonly place: number } | null {
  const steps = useSteps();
  const current = useSession((session) => session?.current ?? null);
  const index = steps.findIndex(({ id }) => id === current);
  const step = steps[index];
  return step ? { step, place: index + 1 } : null;
}

/** The round that takes votes; undefined when none is open. */
export const useOpenRound = (): RoundView | undefined => useSession(openRoundIn);
export const openRoundIn = (session: SessionView | null): RoundView | undefined =>
  session?.rounds.find(({ closedAt }) => closedAt === null);

/** The round closed last; undefined before the first close. */
export const useLastResult = (): RoundView | undefined =>
  useSession((session) => session?.rounds.findLast(({ result }) => result !== undefined));

/**
 * The server's clock as this browser can tell it, drawn anew at each tick.
 * @param everyMs 0 to stand still
 */
export function useServerNow(everyMs: number): number {
  const offset = useStore(useBoardClient().stores.clockOffset);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    setNow(Date.now());
    if (everyMs === 0) return;
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now + offset;
}

/** Whole seconds left of a timer, by the server's clock: drawn anew once a second, not at each look. */
export function useSecondsLeft(timer: Timer): number {
  const offset = useStore(useBoardClient().stores.clockOffset);
  const subscribe = useCallback(
    (listener: () => void) => {
      if (timer.state !== 'running') return () => undefined;
      const looking = setInterval(listener, lookEveryMs);
      return () => clearInterval(looking);
    },
    [timer.state],
  );
  return useSyncExternalStore(subscribe, () =>
    Math.ceil(timeLeft(timer, Date.now() + offset) / 1_000),
  );
}
/** A second that is shown late by more is seen to stumble. */
const lookEveryMs = 250;

/**
 * Asks, and says why when it is refused.
 * @param announce shows a sentence in passing: `say` of ui/toast-queue
 * @returns a function that resolves to whether it was granted
 */
export function useRequest(
  announce: (sentence: string) => void,
): (request: Request) => Promise<boolean> {
  const client = useBoardClient();
  const { step } = useWords();
  return useCallback(
    async (request) => {
      const answer = await client.request(request);
      if (!answer.ok) announce(step.refused[answer.error]);
      return answer.ok;
    },
    [client, step, announce],
  );
}

/** What the facilitators show, for whoever follows them: an action or a priority of the wall. */
export const useFollowed = () => {
  const follows = useSession((session) => meIn(session)?.follows ?? true);
  const focus = useSession((session) => session?.focus ?? null);
  return follows && focus !== null && focus.kind !== 'view' ? focus : null;
};
