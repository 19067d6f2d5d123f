/** A page that goes over to plain HTTP and back: what it says meanwhile, and that nothing is lost. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Probing } from '../../../client/sync/way.ts';
import { CLOSE } from '../../../shared/protocol/close.ts';
import { encodeAnswer } from '../../../shared/protocol/messages.ts';
import { createHandSockets } from '../../support/hand-socket.ts';
import { closePeers, openPeer, serve } from './peer-stage.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  await closePeers();
  vi.useRealTimers();
});

/** A page whose first WebSocket is refused, served over plain HTTP. */
async function overHttp() {
  const polls = createHandSockets();
  let probing: Probing | undefined;
  const startProbe = (one: Probing) => {
    probing = one;
    return () => {};
  };
  const stage = await openPeer({ polling: { PollingSocket: polls.Socket, startProbe } });
  stage.sockets.last().shut(1006);
  await vi.advanceTimersByTimeAsync(0);
  const proven = () => {
    if (!probing) throw new Error('no probe');
    probing.onProven();
  };
  return { ...stage, polls, proven, isQuiet: () => probing?.isQuiet() };
}

test('[PO14] nothing is said of the network while the other way is still to be tried', async () => {
  const stage = await overHttp();
  expect(stage.all('onOffline')).toEqual([]);
  expect(stage.polls.last().protocols).toEqual(stage.sockets.last().protocols);
});

test('[PO14] once that one fails too it is said, while both are tried in turn', async () => {
  const stage = await overHttp();
  stage.polls.last().shut(1006);
  expect(stage.all('onOffline')).toEqual([true]);
  await vi.advanceTimersByTimeAsync(1_000);
  stage.sockets.last().shut(1006);
  await vi.advanceTimersByTimeAsync(2_000);
  expect([stage.sockets.all.length, stage.polls.all.length]).toEqual([2, 2]);
});

test('[PO14] what is live is told to be over plain HTTP, saved or not', async () => {
  const stage = await overHttp();
  stage.server.serve(stage.polls.last());
  expect(stage.last('onSaving')).toEqual({ unsaved: true, savedAt: null, isFallback: true });
  stage.server.save(1_000);
  expect(stage.last('onSaving')).toEqual({ unsaved: false, savedAt: 1_000, isFallback: true });
  expect(stage.isQuiet()).toBe(true);
});

test.each([
  ['is cut', 1006, 100],
  ['is ended by a server that stops', CLOSE.serverStopping.code, 100],
  ['falls silent', undefined, 5_000],
])('[PO21] a WebSocket that %s is told as the loss it is within 5 s', async (_what, code, ms) => {
  const stage = await openPeer({});
  serve(stage);
  stage.server.save(1_000);
  expect(stage.all('onOffline')).toEqual([]);
  stage.sockets.last().onSent = () => {}; // nor does the server answer a sign of life
  if (code !== undefined) stage.sockets.last().shut(code);
  await vi.advanceTimersByTimeAsync(ms);
  expect(stage.all('onOffline')[0]).toBe(true);
});

test('[PO21] plain HTTP that is cut is told at once; while it is silent what is written is told as not saved', async () => {
  const stage = await overHttp();
  stage.server.serve(stage.polls.last());
  stage.server.save(1_000);
  stage.rename('Bien ');
  expect(stage.last('onSaving')).toEqual({ unsaved: true, savedAt: 1_000, isFallback: true });
  stage.polls.last().shut(1006);
  expect(stage.all('onOffline')).toEqual([true]);
});

test('[PO15] the change back is never told as a loss, and what is written or asked meanwhile arrives', async () => {
  const stage = await overHttp();
  stage.server.serve(stage.polls.last());
  stage.server.save(1_000);
  stage.proven();
  expect(stage.polls.last().readyState).toBe(3);
  expect(stage.last('onSaving')).toEqual({ unsaved: true, savedAt: 1_000 });
  stage.rename('Bien ');
  const asked = { id: 1, request: { type: 'summon' } };
  expect(stage.peer.ask(asked)).toBe(true);
  expect(stage.server.asked).toEqual([]);
  serve(stage);
  expect(stage.server.asked).toEqual([asked]);
  stage.server.save(2_000);
  expect(stage.last('onSaving')).toEqual({ unsaved: false, savedAt: 2_000 });
  expect(stage.last('onUnsaved')).toEqual(new Set());
  expect(stage.all('onOffline')).toEqual([]);
});

test('[PO15] it waits for what is not acknowledged, and for answers', async () => {
  const stage = await overHttp();
  stage.server.serve(stage.polls.last());
  expect(stage.isQuiet()).toBe(false);
  stage.server.save(1_000);
  stage.peer.ask({ id: 1, request: { type: 'summon' } });
  expect(stage.isQuiet()).toBe(false);
  stage.polls.last().receive(encodeAnswer({ id: 1 }));
  expect(stage.isQuiet()).toBe(true);
});

test('[PO15] a WebSocket that fails after all is told as the loss that it is', async () => {
  const stage = await overHttp();
  stage.server.serve(stage.polls.last());
  stage.server.save(1_000);
  stage.proven();
  stage.sockets.last().shut(1006);
  expect(stage.all('onOffline')).toEqual([true]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(stage.polls.all).toHaveLength(2);
});
