/** The moments just before a text could come too late. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { flushBeforeTheTimerEnds, onPageHidden } from '../../../client/state/last-moments.ts';
import { createBoardStores } from '../../../client/sync/board-stores.ts';
import { createDoc } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { PersonId } from '../../../shared/ids.ts';
import type { SessionView } from '../../../shared/session/view.ts';
import { sessionView } from '../../support/session-view.ts';

const flush = vi.fn();
let stop = () => {};
beforeEach(() => {
  vi.useFakeTimers();
  flush.mockClear();
});
afterEach(() => {
  stop();
  stop = () => {};
});

const me = {
  id: 'moi' as PersonId,
  role: 'participant',
  name: 'Ana',
  directionId: null,
  actorId: null,
  clients: [1],
} as const;

/** A timer that ends that many milliseconds from now, by the server's clock. */
const ending = (ms: number, offset = 0): SessionView['timer'] =>
  ({
    ...sessionView(me).timer,
    state: 'running',
    endsAt: Date.now() + offset + ms,
  }) as SessionView['timer'];

function watch({ offset = 0, timer }: { offset?: number; timer?: SessionView['timer'] } = {}) {
  const stores = createBoardStores(readBoard(createDoc()));
  stores.clockOffset.setState(offset, true);
  const view = sessionView(me);
  const setTimer = (next: SessionView['timer']) =>
    stores.session.setState({ ...view, timer: next }, true);
  if (timer) setTimer(timer);
  stop = flushBeforeTheTimerEnds(stores, flush);
  return { setTimer, stores, view };
}

test('[HI3] half a second before the timer ends, once', () => {
  watch({ timer: ending(10_000) });
  vi.advanceTimersByTime(9_499);
  expect(flush).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(flush).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(60_000);
  expect(flush).toHaveBeenCalledOnce();
});

test.each([90_000, -90_000])('[HI3] by the server’s clock, %d ms from this one', (offset) => {
  watch({ offset, timer: ending(10_000, offset) });
  vi.advanceTimersByTime(9_499);
  expect(flush).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(flush).toHaveBeenCalledOnce();
});

test('[HI3] a timer set later, or anew, is followed', () => {
  const { setTimer } = watch();
  setTimer(ending(10_000));
  vi.advanceTimersByTime(5_000);
  setTimer(ending(20_000));
  vi.advanceTimersByTime(19_499);
  expect(flush).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(flush).toHaveBeenCalledOnce();
});

test('[HI3] a timer that is stopped rings nothing', () => {
  const { setTimer, view } = watch({ timer: ending(10_000) });
  setTimer(view.timer);
  vi.advanceTimersByTime(60_000);
  expect(flush).not.toHaveBeenCalled();
});

test('[HI3] a timer that ends within half a second has been flushed for already', () => {
  watch({ timer: ending(500) });
  vi.advanceTimersByTime(60_000);
  expect(flush).not.toHaveBeenCalled();
});

test('[HI3] another change of the session leaves the alarm where it is', () => {
  const timer = ending(10_000);
  const { stores, view } = watch({ timer });
  vi.advanceTimersByTime(5_000);
  stores.clockOffset.setState(9_000, true);
  stores.session.setState({ ...view, timer, current: null }, true);
  vi.advanceTimersByTime(4_499);
  expect(flush).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(flush).toHaveBeenCalledOnce();
});

test('[HI3] stopped, it rings no more and follows no more', () => {
  const { setTimer } = watch({ timer: ending(10_000) });
  stop();
  setTimer(ending(20_000));
  vi.advanceTimersByTime(60_000);
  expect(flush).not.toHaveBeenCalled();
});

test('[HI3] a page that is hidden or left is told, one that is shown is not', () => {
  stop = onPageHidden(flush);
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(flush).not.toHaveBeenCalled();
  visibility.mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(flush).toHaveBeenCalledTimes(1);
  dispatchEvent(new Event('pagehide'));
  expect(flush).toHaveBeenCalledTimes(2);
  stop();
  dispatchEvent(new Event('pagehide'));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(flush).toHaveBeenCalledTimes(2);
});
