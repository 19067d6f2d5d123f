/** What becomes of a page's connection when the network or the server goes. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { removeAwarenessStates } from 'y-protocols/awareness';
import { createPeer } from '../../../client/sync/peer.ts';
import { createDoc } from '../../../shared/board/doc.ts';
import { openText } from '../../../shared/board/text-handle.ts';
import { CLOSE, type CloseReason } from '../../../shared/protocol/close.ts';
import { HAND_OPTIONS } from '../../support/hand-peer.ts';
import { createHandServer, createHandSockets, presenceFrame } from '../../support/hand-socket.ts';
import { closePeers, notes, opened, openPeer, serve } from './peer-stage.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  await closePeers();
  vi.useRealTimers();
});

describe('a gap in the network', () => {
  test('[CO8] what others wrote meanwhile is there after it', async () => {
    const stage = await openPeer();
    serve(stage);
    stage.sockets.last().shut(1006);
    stage.rename('Très ', stage.serverDoc);
    await vi.advanceTimersByTimeAsync(2_000);
    serve(stage);
    expect(openText(stage.peer.doc, stage.actionId, 'title')?.get()).toBe('Très Mesurer');
    expect(stage.sockets.all).toHaveLength(2);
  });

  test('[CO8] a frame that comes twice changes nothing', async () => {
    const stage = await openPeer();
    serve(stage);
    const socket = stage.sockets.last();
    const receive = vi.spyOn(socket, 'receive');
    stage.rename('Très ', stage.serverDoc);
    const frame = receive.mock.calls[0]?.[0];
    if (!frame) throw new Error('nothing was sent');
    const boards = stage.all('onBoard').length;
    socket.receive(frame);
    expect(openText(stage.peer.doc, stage.actionId, 'title')?.get()).toBe('Très Mesurer');
    expect(stage.all('onBoard')).toHaveLength(boards);
  });

  test('[CO8] one’s pointer is seen again at once', async () => {
    const stage = await openPeer();
    serve(stage);
    stage.peer.setPresence({ actionId: stage.actionId });
    const { clientID } = stage.peer.doc;
    expect(stage.server.presence.getStates().get(clientID)).toEqual({ actionId: stage.actionId });
    stage.sockets.last().shut(1006);
    // The server says that this page has left: the same count would tell nobody of its return.
    removeAwarenessStates(stage.server.presence, [clientID], 'left');
    await vi.advanceTimersByTimeAsync(2_000);
    serve(stage);
    expect(stage.server.presence.getStates().get(clientID)).toEqual({ actionId: stage.actionId });
  });

  test('[CO3] nobody is known to be here until the server says so again', async () => {
    const stage = await openPeer();
    serve(stage);
    const theirs = createHandServer(createDoc()).presence;
    theirs.setLocalState({ actionId: stage.actionId, field: 'body' });
    stage.sockets.last().receive(presenceFrame(theirs, [theirs.clientID]));
    expect(stage.last('onPresence')).toEqual(
      new Map([[theirs.clientID, { actionId: stage.actionId }]]),
    );
    stage.sockets.last().shut(1006);
    expect(stage.last('onPresence')).toEqual(new Map());
  });

  test('[CO3] others’ presence is never sent back to the server', async () => {
    const stage = await openPeer();
    serve(stage);
    const theirs = createHandServer(createDoc()).presence;
    theirs.setLocalState({ actionId: stage.actionId });
    stage.sockets.last().receive(presenceFrame(theirs, [theirs.clientID]));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(stage.server.presence.getStates().has(theirs.clientID)).toBe(false);
  });
});

describe('the end', () => {
  const reasons = Object.keys(CLOSE) as CloseReason[];
  const isEnd = (reason: CloseReason) => CLOSE[reason].react !== 'reconnect';

  test.each(reasons.filter(isEnd))(
    '[CO9] %s is final: said, and no other socket',
    async (reason) => {
      const stage = await openPeer();
      serve(stage);
      stage.sockets.last().shut(CLOSE[reason].code);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(stage.all('onClosed')).toEqual([reason]);
      expect(stage.all('onOffline')).toEqual([]);
      expect(stage.sockets.all).toHaveLength(1);
    },
  );

  test.each(reasons.filter((reason) => !isEnd(reason)))(
    '%s is a moment: another socket is opened',
    async (reason) => {
      const stage = await openPeer();
      serve(stage);
      stage.sockets.last().shut(CLOSE[reason].code);
      await vi.advanceTimersByTimeAsync(2_000);
      expect(stage.all('onClosed')).toEqual([]);
      expect(stage.all('onOffline')).toEqual([true]);
      expect(stage.sockets.all).toHaveLength(2);
    },
  );

  test('[CO4] destroyed, it closes its copy once; let go, it says so beside it first', async () => {
    const kept = await openPeer();
    await kept.peer.destroy();
    await kept.peer.destroy({ why: 'left', leads: false });
    expect(kept.done).toEqual(['close']);
    const letGo = await openPeer();
    await letGo.peer.destroy({ why: 'left', leads: false });
    expect(letGo.done).toEqual(['let go', 'close']);
  });

  test('[CO9] destroyed, it closes its socket and stops trying', async () => {
    const stage = await openPeer();
    serve(stage);
    await stage.peer.destroy();
    expect(stage.sockets.last().readyState).toBe(3);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(stage.sockets.all).toHaveLength(1);
    stage.server.presence.destroy();
    expect(vi.getTimerCount()).toBe(0);
  });
});

test.each([
  [0, 1_500],
  [1, 4_000],
])(
  'attempts that fail are at most 1.5 to 4 s apart, as chance %d has it',
  async (chance, apart) => {
    const sockets = createHandSockets();
    const openCopy = () => ({
      ready: Promise.resolve(false),
      notes: () => new Map(),
      note: () => {},
      isTaking: () => false,
      close: async () => {},
    });
    const { Socket } = sockets;
    opened.push(
      createPeer(HAND_OPTIONS, notes().events, { Socket, openCopy, random: () => chance }),
    );
    await vi.advanceTimersByTimeAsync(0);
    /** Milliseconds until another socket is tried. */
    const failOnce = async () => {
      const before = sockets.all.length;
      const since = Date.now();
      sockets.last().shut(1006);
      while (sockets.all.length === before) await vi.advanceTimersByTimeAsync(10);
      return Date.now() - since;
    };
    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt++) waits.push(await failOnce());
    expect(waits[0]).toBe(200);
    expect(waits.at(-1)).toBe(apart);
  },
);
