/** Moments after which a text in progress could come too late. Each returns what ends the watch. */
import type { BoardStores } from '../sync/board-stores.ts';

/** A text must not be cut by the end of the timer: it is asked for just before, milliseconds. */
const beforeEndMs = 500;

export function flushBeforeTheTimerEnds(
  { session, clockOffset }: Pick<BoardStores, 'session' | 'clockOffset'>,
  flush: () => void,
): () => void {
  let alarm: ReturnType<typeof setTimeout> | undefined;
  const set = () => {
    clearTimeout(alarm);
    const running = session.getState()?.timer;
    if (running?.state !== 'running') return;
    const leftMs = running.endsAt - (Date.now() + clockOffset.getState());
    if (leftMs > beforeEndMs) alarm = setTimeout(flush, leftMs - beforeEndMs);
  };
  const stop = session.subscribe((now, before) => {
    if (now?.timer !== before?.timer) set();
  });
  set();
  return () => {
    clearTimeout(alarm);
    stop();
  };
}

/** A page that is hidden may never be shown again. */
export function onPageHidden(run: () => void): () => void {
  const whenHidden = () => document.visibilityState === 'hidden' && run();
  addEventListener('pagehide', run);
  document.addEventListener('visibilitychange', whenHidden);
  return () => {
    removeEventListener('pagehide', run);
    document.removeEventListener('visibilitychange', whenHidden);
  };
}
