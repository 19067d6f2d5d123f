/**
 * Tries WebSockets again while frames go over plain HTTP. One is good once it has lived long enough,
 * with an answer to each sign of life; it is then given up for the provider's own.
 */
import { PING } from '../../../shared/protocol/messages.ts';
import type { Probing } from '../way.ts';

/** From one attempt to the next: doubled each time. A blocked network is rarely opened within minutes. */
const [firstPauseMs, longestPauseMs] = [20_000, 300_000];
/** A network that kills each socket after a few seconds is no better than one that has none. */
const provenMs = 12_000;
const beatMs = 1_000;
const silenceMs = 2_500;

export function startProbe(probing: Probing): () => void {
  let pauseMs = firstPauseMs;
  let stopTrial = () => {};
  let timer = setTimeout(tryOnce, probing.isHopeful ? 0 : pauseMs);

  function tryOnce() {
    stopTrial = tryOne(probing, () => {
      timer = setTimeout(tryOnce, pauseMs);
      pauseMs = Math.min(2 * pauseMs, longestPauseMs);
    });
  }
  return () => {
    clearTimeout(timer);
    stopTrial();
  };
}

/** @param onFailed told once, unless it is stopped before. @returns how to stop */
function tryOne({ Socket, target, isQuiet, onProven }: Probing, onFailed: () => void): () => void {
  const { url, protocols } = target();
  const socket = new Socket(url, protocols.slice());
  const begunAt = performance.now();
  let openedAt: number | undefined;
  let heardAt = begunAt;
  const stop = () => {
    clearInterval(timer);
    socket.onclose = null;
    socket.close();
  };
  const fail = () => {
    stop();
    onFailed();
  };
  const beat = () => {
    const now = performance.now();
    if (now - heardAt > silenceMs) return fail();
    if (openedAt === undefined) return;
    if (now - openedAt >= provenMs && isQuiet()) {
      stop();
      return onProven();
    }
    socket.send(PING);
  };
  const timer = setInterval(beat, beatMs);
  socket.onopen = () => {
    openedAt = performance.now();
    heardAt = openedAt;
  };
  socket.onmessage = () => {
    heardAt = performance.now();
  };
  socket.onerror = () => {}; // the close that follows says as much
  socket.onclose = fail;
  return stop;
}
