/** Which way frames go, by how connections end. Sockets of both ways are held by the test. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createWay, type Probing, type WayMemory } from '../../../client/sync/way.ts';
import { CLOSE } from '../../../shared/protocol/close.ts';
import { createHandSockets, type HandSockets } from '../../support/hand-socket.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

interface Setting {
  readonly memory?: WayMemory;
  /** Whether the late part can be had. */
  readonly isThere?: () => boolean;
  /** When it comes. */
  readonly arrives?: Promise<void>;
  readonly polls?: HandSockets;
}
function begin({
  memory = { way: 'socket', polling: undefined },
  isThere = () => true,
  arrives = Promise.resolve(),
  polls = createHandSockets(),
}: Setting = {}) {
  const sockets = createHandSockets();
  const probes: Probing[] = [];
  const ended: Probing[] = [];
  let asked = 0;
  const loadPolling = async () => {
    asked += 1;
    await arrives;
    if (!isThere()) throw new TypeError('not to be had');
    const startProbe = (probing: Probing) => {
      probes.push(probing);
      return () => void ended.push(probing);
    };
    return { PollingSocket: polls.Socket, startProbe };
  };
  const watch = { onOpened: () => {}, onCounted: () => {}, split: () => [] };
  const way = createWay({ Socket: sockets.Socket, loadPolling, memory, watch });
  const calls: string[] = [];
  way.listen({
    target: () => ({ url: 'ws://gommette.test/sync/b', protocols: [] }),
    isQuiet: () => true,
    onTurn: () => void calls.push('turn'),
    onReturn: () => void calls.push('return'),
  });
  const connect = () => {
    new way.Socket('ws://gommette.test/sync/b', []);
    return (way.now() === 'socket' ? sockets : polls).last();
  };
  return {
    way,
    memory,
    polls,
    calls,
    probes,
    ended,
    asked: () => asked,
    connect,
    /** A connection of the way of the moment: so far, then it lives so long, then it ends. */
    live: async (far: 'nowhere' | 'opened' | 'followed', ms = 0, code?: number) => {
      const socket = connect();
      if (far !== 'nowhere') socket.open();
      if (far === 'followed') {
        socket.dispatchEvent(new MessageEvent('message'));
        way.followed();
      }
      vi.advanceTimersByTime(ms);
      way.lost(code);
      await vi.advanceTimersByTimeAsync(0);
      return way.now();
    },
  };
}

test('[PO12] a WebSocket that cannot be opened turns the page to plain HTTP', async () => {
  const stage = begin();
  await stage.live('nowhere');
  expect(stage.calls).toEqual(['turn']);
  stage.connect();
  expect(stage.way.now()).toBe('polling');
});

test('[PO12] so does one that ends before the board is there', async () => {
  const stage = begin();
  await stage.live('opened', 60_000, 1006);
  expect(stage.memory.way).toBe('polling');
});

test('[PO12] so do two that end within 10 s, and one that lived longer makes the count begin again', async () => {
  const stage = begin();
  for (const ms of [9_000, 10_000, 9_000]) await stage.live('followed', ms, 1006);
  expect(stage.asked()).toBe(0);
  await stage.live('followed', 9_000, 1006);
  expect(stage.memory.way).toBe('polling');
});

test('[PO12] so does one by which nothing comes within 3 s, opened or not', async () => {
  for (const far of ['nowhere', 'opened'] as const) {
    const stage = begin();
    const socket = stage.connect();
    if (far === 'opened') socket.open();
    vi.advanceTimersByTime(2_900);
    expect(stage.calls).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(stage.calls).toEqual(['turn']);
  }
});

test('[PO12] a first message is enough to wait for the board', () => {
  const stage = begin();
  const socket = stage.connect();
  socket.open();
  socket.dispatchEvent(new MessageEvent('message'));
  vi.advanceTimersByTime(60_000);
  expect(stage.calls).toEqual([]);
});

test('[PO12] what the server itself ends says nothing of the network', async () => {
  const stage = begin();
  for (const { code } of Object.values(CLOSE)) await stage.live('opened', 0, code);
  expect(stage.asked()).toBe(0);
});

test('[PO12] where WebSockets worked, one failure is a server that starts again', async () => {
  const stage = begin();
  await stage.live('followed', 60_000, 1006);
  await stage.live('nowhere', 0, 1006);
  expect(stage.asked()).toBe(0);
  await stage.live('nowhere', 0, 1006);
  expect(stage.memory.way).toBe('polling');
});

test('[PO12] plain HTTP that cannot be opened either turns it back, and so on', async () => {
  const stage = begin();
  await stage.live('nowhere');
  expect(await stage.live('nowhere')).toBe('polling');
  expect(await stage.live('nowhere')).toBe('socket');
  expect(await stage.live('nowhere')).toBe('polling');
});

test('[PO12] a session that is cut is followed by another', async () => {
  const stage = begin();
  await stage.live('nowhere');
  for (let n = 0; n < 3; n++) expect(await stage.live('followed', 1_000, 1006)).toBe('polling');
  expect(stage.memory.way).toBe('polling');
});

test('[PO12] where the late part cannot be had, the next end asks for it again', async () => {
  let isThere = false;
  const stage = begin({ isThere: () => isThere });
  await stage.live('nowhere');
  expect(stage.memory.way).toBe('socket');
  isThere = true;
  await stage.live('nowhere');
  expect([stage.memory.way, stage.asked()]).toEqual(['polling', 2]);
});

test('[PO12] a socket that opens while the late part is on its way is kept', async () => {
  const stage = begin();
  stage.connect();
  stage.way.lost(1006);
  stage.connect().open();
  await vi.advanceTimersByTimeAsync(0);
  expect([stage.memory.way, stage.calls]).toEqual(['socket', []]);
});

test('[PO12] another document of the page goes the way that was found', async () => {
  const stage = begin();
  await stage.live('nowhere');
  const next = begin({ memory: stage.memory, polls: stage.polls });
  next.connect();
  expect(next.way.now()).toBe('polling');
});

test('[PO15] while frames go over plain HTTP WebSockets are tried, at once where one had worked', async () => {
  const stage = begin();
  await stage.live('nowhere');
  await stage.live('followed', 1_000, 1006);
  const hopeful = begin();
  await hopeful.live('followed', 60_000, 1006);
  for (let n = 0; n < 2; n++) await hopeful.live('nowhere', 0, 1006);
  await hopeful.live('followed', 1_000, 1006);
  expect([stage, hopeful].map(({ probes }) => probes.map(({ isHopeful }) => isHopeful))).toEqual([
    [false],
    [true],
  ]);
});

test('[PO15] one that proved good is gone back to, and no other is tried', async () => {
  const stage = begin();
  await stage.live('nowhere');
  stage.connect().open();
  stage.way.followed();
  stage.probes[0]?.onProven();
  expect(stage.calls).toEqual(['turn', 'return']);
  stage.way.lost(undefined);
  stage.connect();
  expect([stage.way.now(), stage.ended.length]).toEqual(['socket', 1]);
});

test('[PO15] nothing is tried any more once the document has ended', async () => {
  const stage = begin();
  await stage.live('nowhere');
  stage.connect().open();
  stage.way.followed();
  stage.way.destroy();
  expect(stage.ended).toHaveLength(1);
});

test('[PO12] the end of the document says nothing of the network', async () => {
  const stage = begin();
  stage.connect().open();
  stage.way.destroy();
  stage.way.lost(undefined);
  await vi.advanceTimersByTimeAsync(0);
  expect([stage.asked(), stage.memory.way]).toEqual([0, 'socket']);
});

test('[PO14] a late part that does not come is no reason to hope for longer', async () => {
  const stage = begin({ arrives: new Promise(() => {}) });
  await stage.live('nowhere');
  expect(stage.way.isTurning()).toBe(true);
  await stage.live('nowhere');
  expect(stage.way.isTurning()).toBe(false);
});
