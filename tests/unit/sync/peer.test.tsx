/** One peer over sockets and a server that tests drive; the document and the provider are real. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { removeAwarenessStates } from 'y-protocols/awareness';
import type { OfflineCopy } from '../../../client/sync/offline.ts';
import { createPeer, type Peer, type PeerEvents } from '../../../client/sync/peer.ts';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { createDoc } from '../../../shared/board/doc.ts';
import { openText } from '../../../shared/board/text-handle.ts';
import type { ActionId, PersonId, PriorityId } from '../../../shared/ids.ts';
import { CLOSE, type CloseReason } from '../../../shared/protocol/close.ts';
import {
  encodeAnswer,
  encodeRefused,
  encodeSaved,
  encodeSession,
  PONG,
  PROTOCOL,
} from '../../../shared/protocol/messages.ts';
import { HAND_OPTIONS } from '../../support/hand-peer.ts';
import { createHandServer, createHandSockets, presenceFrame } from '../../support/hand-socket.ts';
import { unwrap } from '../../support/result.ts';

let opened: Peer | undefined;
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  await opened?.destroy();
  opened = undefined;
  vi.useRealTimers();
});

/** What the peer reported, newest last, by name of the event. */
function notes() {
  const calls: [name: keyof PeerEvents, value: unknown][] = [];
  const note = (name: keyof PeerEvents) => (value: unknown) => void calls.push([name, value]);
  const events: PeerEvents = {
    onBoard: note('onBoard'),
    onSession: note('onSession'),
    onPresence: note('onPresence'),
    onHistory: note('onHistory'),
    onTouchedByOthers: note('onTouchedByOthers'),
    onUnsaved: note('onUnsaved'),
    onReady: note('onReady'),
    onFollowed: () => {},
    onSaving: note('onSaving'),
    onOffline: note('onOffline'),
    onClosed: note('onClosed'),
    onRefused: note('onRefused'),
    onAnswer: note('onAnswer'),
  };
  const all = (name: keyof PeerEvents) =>
    calls.filter(([each]) => each === name).map(([, value]) => value);
  return { events, all, last: (name: keyof PeerEvents) => all(name).at(-1) };
}

const author = { personId: 'claire' as PersonId, directionId: null, actorId: null };

interface Setting {
  /** What the device kept, put in the document as it opens; null when no copy can be had. */
  readonly stored?: ((doc: Peer['doc']) => void) | null;
}

async function open({ stored = () => {} }: Setting = {}) {
  const serverDoc = createDoc();
  const priorityId: PriorityId = unwrap(addFrameEntity(serverDoc, 'priorities', { title: 'Eau' }));
  const place = { priorityId, before: null };
  const actionId: ActionId = unwrap(addAction(serverDoc, { title: 'Mesurer', place, author }));
  const server = createHandServer(serverDoc);
  const sockets = createHandSockets();
  const { events, all, last } = notes();
  const done: string[] = [];
  let openedUnder = '';
  const openCopy = (name: string, doc: Peer['doc']): OfflineCopy => {
    openedUnder = name;
    const fill = async () => {
      stored?.(doc);
      return stored !== null;
    };
    return {
      ready: fill(),
      notes: () => new Map(),
      note: (key) => void done.push(key),
      isTaking: () => stored !== null,
      close: async () => void done.push('close'),
    };
  };
  const peer = createPeer(HAND_OPTIONS, events, {
    Socket: sockets.Socket,
    openCopy,
    random: () => 0,
  });
  opened = peer;
  await vi.advanceTimersByTimeAsync(0);
  return {
    peer,
    serverDoc,
    server,
    sockets,
    all,
    last,
    done,
    actionId,
    openedUnder: () => openedUnder,
    rename: (title: string, doc = peer.doc) =>
      openText(doc, actionId, 'title')?.replace({ index: 0, removed: 0, inserted: title }),
  };
}

type Stage = Awaited<ReturnType<typeof open>>;
const serve = (stage: Stage) => stage.server.serve(stage.sockets.last());
/** The network cuts, and the page is back on a new socket. */
async function comeBack(stage: Stage) {
  stage.sockets.last().shut(1006);
  await vi.advanceTimersByTimeAsync(2_000);
  serve(stage);
}

describe('a peer', () => {
  test('[CO4] opens the copy of this board and person, then asks for the board with its ticket', async () => {
    const stage = await open();
    expect(stage.openedUnder()).toBe('gommette-atelier-moi');
    const { url, protocols } = stage.sockets.last();
    expect(url).toBe('ws://gommette.test/sync/atelier');
    expect(protocols).toEqual([PROTOCOL, 'ticket.t1cket']);
    expect(stage.all('onReady')).toEqual([]);
    serve(stage);
    expect(stage.all('onReady')).toHaveLength(1);
    expect(stage.last('onReady')).toMatchObject({ priorities: [{ title: 'Eau' }] });
    expect(stage.last('onBoard')).toMatchObject({ priorities: [{ title: 'Eau' }] });
  });

  test('[CO4] shows the copy of the device before any server has answered', async () => {
    const stored = (doc: Peer['doc']) =>
      void addFrameEntity(doc, 'priorities', { title: 'Gardée' });
    const { all, last } = await open({ stored });
    expect(all('onReady')).toHaveLength(1);
    expect(last('onReady')).toMatchObject({ priorities: [{ title: 'Gardée' }] });
    expect(all('onSaving')).toEqual([]);
  });

  test('[EP9] says which epoch it holds once it holds something', async () => {
    const stage = await open();
    serve(stage);
    await comeBack(stage);
    expect(stage.sockets.all.map(({ protocols }) => protocols.slice(2))).toEqual([
      [],
      ['epoch.e1'],
    ]);
  });

  test('[EP3] says the empty one of a copy from before there were any', async () => {
    const stored = (doc: Peer['doc']) =>
      void addFrameEntity(doc, 'priorities', { title: 'Gardée' });
    const { sockets } = await open({ stored });
    expect(sockets.last().protocols).toEqual([PROTOCOL, 'ticket.t1cket', 'epoch.']);
  });

  test('[EP9] tells nothing to a server that has lost what others wrote', async () => {
    const stage = await open();
    serve(stage);
    stage.sockets.last().shut(1006);
    stage.rename('Offline ');
    await vi.advanceTimersByTimeAsync(2_000);
    const former = createHandServer(createDoc());
    former.serve(stage.sockets.last());
    expect(stage.all('onClosed')).toEqual(['otherEpoch']);
    expect(former.counted()).toBe(0);
  });

  test('[CO5] opens from the server when no copy can be had, and says that nothing is kept', async () => {
    const stage = await open({ stored: null });
    serve(stage);
    expect(stage.all('onReady')).toHaveLength(1);
    stage.sockets.last().shut(1006);
    expect(stage.last('onOffline')).toBe(false);
  });

  test('[CO9] ended before its copy was open, it never connects', async () => {
    const sockets = createHandSockets();
    const { events, all } = notes();
    let openLate = (_kept: boolean) => {};
    const ready = new Promise<boolean>((resolve) => {
      openLate = resolve;
    });
    const openCopy = () => ({
      ready,
      notes: () => new Map(),
      note: () => {},
      isTaking: () => false,
      close: async () => {},
    });
    const peer = createPeer(HAND_OPTIONS, events, {
      Socket: sockets.Socket,
      openCopy,
      random: () => 0,
    });
    await peer.destroy();
    openLate(true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sockets.all).toEqual([]);
    expect(all('onReady')).toEqual([]);
  });

  test('[CO12] tells one’s own changes from others’', async () => {
    const stage = await open();
    serve(stage);
    const before = stage.all('onTouchedByOthers').length;
    stage.rename('Bien ');
    expect(stage.all('onTouchedByOthers')).toHaveLength(before);
    stage.rename('Très ', stage.serverDoc);
    expect(stage.all('onTouchedByOthers')).toHaveLength(before + 1);
    expect(stage.last('onTouchedByOthers')).toEqual(new Set([stage.actionId]));
  });

  test('[CO12] reports what can be undone, and only of its own', async () => {
    const stage = await open();
    serve(stage);
    stage.rename('Très ', stage.serverDoc);
    expect(stage.all('onHistory')).toEqual([]);
    stage.rename('Bien ');
    expect(stage.last('onHistory')).toEqual({ canUndo: true, canRedo: false });
    stage.peer.history.undo();
    expect(stage.last('onHistory')).toEqual({ canUndo: false, canRedo: true });
  });

  test('[CO12] passes on the session, a refusal and an answer as the server wrote them', async () => {
    const stage = await open();
    serve(stage);
    const socket = stage.sockets.last();
    socket.receive(encodeSession({ now: 7 }));
    socket.receive(encodeRefused({ reason: 'step', update: 2 }));
    socket.receive(encodeAnswer({ id: 3 }));
    socket.receive(PONG);
    expect(stage.all('onSession')).toEqual([{ now: 7 }]);
    expect(stage.all('onRefused')).toEqual([{ reason: 'step', update: 2 }]);
    expect(stage.all('onAnswer')).toEqual([{ id: 3 }]);
  });

  test('[CO10] asks only on a socket that is open', async () => {
    const stage = await open();
    const asked = { id: 1, request: { type: 'summon' } };
    expect(stage.peer.ask(asked)).toBe(false);
    serve(stage);
    expect(stage.peer.ask(asked)).toBe(true);
    expect(stage.server.asked).toEqual([asked]);
    stage.sockets.last().shut(1006);
    expect(stage.peer.ask(asked)).toBe(false);
    expect(stage.server.asked).toHaveLength(1);
  });
});

describe('what is saved', () => {
  test('[CO1] is said once the server was asked, was answered and has acknowledged all', async () => {
    const stage = await open();
    serve(stage);
    expect(stage.last('onSaving')).toEqual({ unsaved: true, savedAt: null });
    stage.server.save(1_000);
    expect(stage.last('onSaving')).toEqual({ unsaved: false, savedAt: 1_000 });
    stage.rename('Bien ');
    expect(stage.last('onSaving')).toEqual({ unsaved: true, savedAt: 1_000 });
    stage.server.save(2_000);
    expect(stage.last('onSaving')).toEqual({ unsaved: false, savedAt: 2_000 });
  });

  test('[CO2] an action waits until the frame of its last change is acknowledged', async () => {
    const stage = await open();
    serve(stage);
    stage.server.save(1_000);
    stage.rename('A');
    const first = stage.server.counted();
    stage.rename('B');
    expect(stage.last('onUnsaved')).toEqual(new Set([stage.actionId]));
    stage.sockets.last().receive(encodeSaved({ updates: first, at: 2_000 }));
    expect(stage.last('onUnsaved')).toEqual(new Set([stage.actionId]));
    stage.server.save(3_000);
    expect(stage.last('onUnsaved')).toEqual(new Set());
  });

  test('[CO2] what was written offline is sent with the next socket’s first answer, and waits for it', async () => {
    const stage = await open();
    serve(stage);
    stage.server.save(1_000);
    stage.sockets.last().shut(1006);
    expect(stage.last('onOffline')).toBe(true);
    const told = stage.all('onSaving').length;
    stage.rename('Loin ');
    expect(stage.all('onSaving')).toHaveLength(told); // nothing is said of saving while offline
    expect(stage.last('onUnsaved')).toEqual(new Set([stage.actionId]));
    await vi.advanceTimersByTimeAsync(2_000);
    serve(stage);
    expect(openText(stage.serverDoc, stage.actionId, 'title')?.get()).toBe('Loin Mesurer');
    expect(stage.last('onSaving')).toEqual({ unsaved: true, savedAt: 1_000 });
    stage.server.save(5_000);
    expect(stage.last('onUnsaved')).toEqual(new Set());
    expect(stage.last('onSaving')).toEqual({ unsaved: false, savedAt: 5_000 });
  });

  test('[CO1] a count of the former socket says nothing of the next', async () => {
    const stage = await open();
    serve(stage);
    for (const letter of 'abcdef') stage.rename(letter);
    stage.server.save(1_000);
    await comeBack(stage);
    expect(stage.last('onSaving')).toEqual({ unsaved: true, savedAt: 1_000 });
  });
});

describe('a gap in the network', () => {
  test('[CO8] what others wrote meanwhile is there after it', async () => {
    const stage = await open();
    serve(stage);
    stage.sockets.last().shut(1006);
    stage.rename('Très ', stage.serverDoc);
    await vi.advanceTimersByTimeAsync(2_000);
    serve(stage);
    expect(openText(stage.peer.doc, stage.actionId, 'title')?.get()).toBe('Très Mesurer');
    expect(stage.sockets.all).toHaveLength(2);
  });

  test('[CO8] a frame that comes twice changes nothing', async () => {
    const stage = await open();
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
    const stage = await open();
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
    const stage = await open();
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
    const stage = await open();
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
      const stage = await open();
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
      const stage = await open();
      serve(stage);
      stage.sockets.last().shut(CLOSE[reason].code);
      await vi.advanceTimersByTimeAsync(2_000);
      expect(stage.all('onClosed')).toEqual([]);
      expect(stage.all('onOffline')).toEqual([true]);
      expect(stage.sockets.all).toHaveLength(2);
    },
  );

  test('[CO4] destroyed, it closes its copy once; let go, it says so beside it first', async () => {
    const kept = await open();
    await kept.peer.destroy();
    await kept.peer.destroy({ why: 'left', leads: false });
    expect(kept.done).toEqual(['close']);
    const letGo = await open();
    await letGo.peer.destroy({ why: 'left', leads: false });
    expect(letGo.done).toEqual(['let go', 'close']);
  });

  test('[CO9] destroyed, it closes its socket and stops trying', async () => {
    const stage = await open();
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
    opened = createPeer(HAND_OPTIONS, notes().events, { Socket, openCopy, random: () => chance });
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
