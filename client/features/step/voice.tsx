/**
 * The one place that tells people who listen what facilitators do, how much time is left, and that
 * the connection is lost or back. It says nothing of what already was when it came; what it says is
 * in the table of `news.ts`. Draws nothing.
 */
import { memo, useEffect, useRef } from 'react';
import type { Timer } from '../../../shared/session/timer/timer.ts';
import type { SessionView } from '../../../shared/session/view.ts';
import { saidWords } from '../../../shared/text/fr/said.ts';
import { useBoardClient, useConnectionState, useSession } from '../../state/hooks.ts';
import { useSecondsLeft } from '../../state/session-hooks.ts';
import { useLatest } from '../../state/use-latest.ts';
import { useWords } from '../../state/words.ts';
import { pageToasts, say } from '../../ui/toast-queue.ts';
import { playChime } from './chime.ts';
import { markPassed, newsOf } from './news.ts';

export function Voice() {
  const timer = useSession((session) => session?.timer ?? null);
  useSessionNews();
  useConnectionNews();
  return timer && <TimeTold timer={timer} />;
}

function useSessionNews(): void {
  const { step } = useWords();
  const said = useWords(saidWords);
  const words = useLatest({ step, said });
  const now = useSession((session) => session);
  const before = useRef<SessionView | null>(now);
  useEffect(() => {
    const news = before.current && now ? newsOf(before.current, now, words.current) : [];
    before.current = now ?? before.current;
    if (news.length > 0) pageToasts.announce(news.join(' '));
  }, [now, words]);
}

/** A cut that heals by itself is told to nobody, milliseconds. */
const patienceMs = 5_000;

function useConnectionNews(): void {
  const words = useLatest(useWords(saidWords));
  const { connection } = useBoardClient().stores;
  const state = useConnectionState();
  const isToldLost = useRef(false);
  useEffect(() => {
    if (state === 'live' && isToldLost.current) {
      isToldLost.current = false;
      pageToasts.announce(words.current.back);
    }
    if (state !== 'offline') return;
    const timer = setTimeout(() => {
      isToldLost.current = true;
      const now = connection.getState();
      const isKept = now.state === 'offline' && now.kept;
      pageToasts.announce(isKept ? words.current.lostKept : words.current.lost);
    }, patienceMs);
    return () => clearTimeout(timer);
  }, [state, connection, words]);
}

/** A clock that is read at each second would be a torment: words come at a few moments. */
const TimeTold = memo(function TimeTold({ timer }: { readonly timer: Timer }) {
  const { step: t } = useWords();
  const left = useSecondsLeft(timer) * 1_000;
  const before = useRef(left);
  useEffect(() => {
    const passed = timer.state === 'paused' ? undefined : markPassed(before.current, left);
    before.current = left;
    if (passed === undefined) return;
    if (passed > 0) return pageToasts.announce(t.timerSaid(passed));
    // A pause that it brings says so itself.
    if (timer.effect !== 'pause') say(t.timerOver);
    if (timer.effect === 'sound') playChime();
  }, [timer, left, t]);
  return null;
});
