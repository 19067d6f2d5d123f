/** One peer over sockets and a server that tests drive; the document and the provider are real. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { createPeer, type Peer } from '../../../client/sync/peer.ts';
import { syncFrame } from '../../../server/sync-frame.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { createDoc, writeInfo } from '../../../shared/board/doc.ts';
import { SCHEMA_VERSION } from '../../../shared/board/schema-version.ts';
import { openText } from '../../../shared/board/text-handle.ts';
import {
  encodeAnswer,
  encodeEpoch,
  encodePong,
  encodeRefused,
  encodeSaved,
  encodeSession,
  MESSAGE,
  SYNC,
} from '../../../shared/protocol/messages.ts';
import { DEFLATE_OFFER, PROTOCOL } from '../../../shared/protocol/offers.ts';
import { HAND_OPTIONS } from '../../support/hand-peer.ts';
import { createHandServer, createHandSockets } from '../../support/hand-socket.ts';
import { closePeers, comeBack, notes, openPeer, serve } from './peer-stage.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  await closePeers();
  vi.useRealTimers();
});

/** A copy of that schema, as the device stored it. */
const copyOf = (schemaVersion: number) => (doc: Peer['doc']) => {
  writeInfo(doc, { schemaVersion });
  addFrameEntity(doc, 'priorities', { title: 'Gardée' });
};
const stored = copyOf(SCHEMA_VERSION);

describe('a peer', () => {
  test('[CO4] opens the copy of this board and person, then asks for the board with its ticket', async () => {
    const stage = await openPeer();
    expect(stage.openedUnder()).toBe('gommette-atelier-moi');
    const { url, protocols } = stage.sockets.last();
    expect(url).toBe('ws://gommette.test/sync/atelier');
    expect(protocols).toEqual([PROTOCOL, 'ticket.t1cket', DEFLATE_OFFER]);
    expect(stage.all('onReady')).toEqual([]);
    serve(stage);
    expect(stage.all('onReady')).toHaveLength(1);
    expect(stage.last('onReady')).toMatchObject({ priorities: [{ title: 'Eau' }] });
    expect(stage.last('onBoard')).toMatchObject({ priorities: [{ title: 'Eau' }] });
  });

  test('[CO19] takes the board in the second encoding, and sends nothing of it back', async () => {
    const stage = await openPeer();
    const server = createDoc();
    addFrameEntity(server, 'priorities', { title: 'Air' });
    const socket = stage.sockets.last();
    socket.open();
    socket.receive(encodeEpoch('e1'));
    socket.receive(syncFrame('step2V2', Y.encodeStateAsUpdateV2(server)));
    expect(stage.all('onReady')).toHaveLength(1);
    expect(stage.last('onReady')).toMatchObject({ priorities: [{ title: 'Air' }] });
    const changes = socket.sent.filter(([type, of]) => type === MESSAGE.sync && of !== SYNC.step1);
    expect(changes).toEqual([]);
  });

  test('[CO4] shows the copy of the device before any server has answered', async () => {
    const { all, last } = await openPeer({ stored });
    expect(all('onReady')).toHaveLength(1);
    expect(last('onReady')).toMatchObject({ priorities: [{ title: 'Gardée' }] });
    expect(all('onSaving')).toEqual([]);
  });

  test('[EP9] says which epoch it holds once it holds something', async () => {
    const stage = await openPeer();
    serve(stage);
    await comeBack(stage);
    expect(stage.sockets.all.map(({ protocols }) => protocols.slice(2))).toEqual([
      [DEFLATE_OFFER],
      ['epoch.e1', DEFLATE_OFFER],
    ]);
  });

  test('[EP3] says the empty one of a copy from before there were any', async () => {
    const { sockets } = await openPeer({ stored });
    expect(sockets.last().protocols).toEqual([PROTOCOL, 'ticket.t1cket', 'epoch.', DEFLATE_OFFER]);
  });

  test('[BD19] with a copy of an older schema it neither shows it nor connects: another takes its place', async () => {
    const { sockets, all } = await openPeer({ stored: copyOf(SCHEMA_VERSION - 1) });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(all('onOlderCopy')).toHaveLength(1);
    expect([all('onReady'), sockets.all]).toEqual([[], []]);
  });

  test('[EP9] tells nothing to a server that has lost what others wrote', async () => {
    const stage = await openPeer();
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
    const stage = await openPeer({ stored: null });
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
    const stage = await openPeer();
    serve(stage);
    const before = stage.all('onTouchedByOthers').length;
    stage.rename('Bien ');
    expect(stage.all('onTouchedByOthers')).toHaveLength(before);
    stage.rename('Très ', stage.serverDoc);
    expect(stage.all('onTouchedByOthers')).toHaveLength(before + 1);
    expect(stage.last('onTouchedByOthers')).toEqual(new Set([stage.actionId]));
  });

  test('[CO12] reports what can be undone, and only of its own', async () => {
    const stage = await openPeer();
    serve(stage);
    stage.rename('Très ', stage.serverDoc);
    expect(stage.all('onHistory')).toEqual([]);
    stage.rename('Bien ');
    expect(stage.last('onHistory')).toEqual({ canUndo: true, canRedo: false });
    stage.peer.history.undo();
    expect(stage.last('onHistory')).toEqual({ canUndo: false, canRedo: true });
  });

  test('[CO12] passes on the session, a refusal and an answer as the server wrote them', async () => {
    const stage = await openPeer();
    serve(stage);
    const socket = stage.sockets.last();
    socket.receive(encodeSession({ now: 7 }));
    socket.receive(encodeRefused({ reason: 'step', update: 2 }));
    socket.receive(encodeAnswer({ id: 3 }));
    socket.receive(encodePong(0));
    expect(stage.all('onSession')).toEqual([{ now: 7 }]);
    expect(stage.all('onRefused')).toEqual([{ reason: 'step', update: 2 }]);
    expect(stage.all('onAnswer')).toEqual([{ id: 3 }]);
  });

  test('[CO10] asks only on a socket that is open', async () => {
    const stage = await openPeer();
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

test('[CO12] an ended one reports nothing of what is still written in its document', async () => {
  const stage = await openPeer();
  serve(stage);
  stage.rename('Bien ');
  await stage.peer.destroy();
  const reported = stage.count();
  stage.rename('Très ');
  Y.applyUpdate(stage.peer.doc, Y.encodeStateAsUpdate(stage.serverDoc));
  stage.rename('Pas ', stage.serverDoc);
  Y.applyUpdate(stage.peer.doc, Y.encodeStateAsUpdate(stage.serverDoc));
  stage.peer.history.undo();
  expect(stage.count()).toBe(reported);
  expect(stage.peer.journal.places()).toHaveLength(1); // what it holds, who keeps it must know
});

describe('what is saved', () => {
  test('[CO1] is said once the server was asked, was answered and has acknowledged all', async () => {
    const stage = await openPeer();
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
    const stage = await openPeer();
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
    const stage = await openPeer();
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
    const stage = await openPeer();
    serve(stage);
    for (const letter of 'abcdef') stage.rename(letter);
    stage.server.save(1_000);
    await comeBack(stage);
    expect(stage.last('onSaving')).toEqual({ unsaved: true, savedAt: 1_000 });
  });
});
