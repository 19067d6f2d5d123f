/** A page's connection over a network and a server played by hand, and what it reported. */
import { vi } from 'vitest';
import type { OfflineCopy } from '../../../client/sync/offline.ts';
import { createPeer, type Peer, type PeerEvents } from '../../../client/sync/peer.ts';
import type { Polling } from '../../../client/sync/way.ts';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { createDoc } from '../../../shared/board/doc.ts';
import { openText } from '../../../shared/board/text-handle.ts';
import type { ActionId, PersonId, PriorityId } from '../../../shared/ids.ts';
import { HAND_OPTIONS } from '../../support/hand-peer.ts';
import { createHandServer, createHandSockets } from '../../support/hand-socket.ts';
import { unwrap } from '../../support/result.ts';

/** Peers of this file, until its test ends. */
export const opened: Peer[] = [];
export async function closePeers(): Promise<void> {
  for (const peer of opened.splice(0)) await peer.destroy();
}

/** What the peer reported, newest last, by name of the event. */
export function notes() {
  const calls: [name: keyof PeerEvents, value: unknown][] = [];
  const note = (name: keyof PeerEvents) => (value: unknown) => void calls.push([name, value]);
  const events: PeerEvents = {
    onBoard: note('onBoard'),
    onSession: note('onSession'),
    onPresence: note('onPresence'),
    onHistory: note('onHistory'),
    onTouchedByOthers: note('onTouchedByOthers'),
    onUnsaved: note('onUnsaved'),
    onCopy: () => {},
    onCopied: note('onCopied'),
    onReady: note('onReady'),
    onFollowed: () => {},
    onSaving: note('onSaving'),
    onOffline: note('onOffline'),
    onClosed: note('onClosed'),
    onClock: (offset) => void calls.push(['onClock', offset]),
    onOlderCopy: () => calls.push(['onOlderCopy', true]),
    onRefused: note('onRefused'),
    onAnswer: note('onAnswer'),
  };
  const all = (name: keyof PeerEvents) =>
    calls.filter(([each]) => each === name).map(([, value]) => value);
  return {
    events,
    all,
    last: (name: keyof PeerEvents) => all(name).at(-1),
    count: () => calls.length,
  };
}

const author = { personId: 'claire' as PersonId, directionId: null, actorId: null };

interface Setting {
  /** What the device kept, put in the document as it opens; null when no copy can be had. */
  readonly stored?: ((doc: Peer['doc']) => void) | null;
  /** The late part that speaks plain HTTP; there is no other way when absent. */
  readonly polling?: Polling;
}

export async function openPeer({ stored = () => {}, polling }: Setting = {}) {
  const serverDoc = createDoc();
  const priorityId: PriorityId = unwrap(addFrameEntity(serverDoc, 'priorities', { title: 'Eau' }));
  const place = { priorityId, before: null };
  const actionId: ActionId = unwrap(addAction(serverDoc, { title: 'Mesurer', place, author }));
  const server = createHandServer(serverDoc);
  const sockets = createHandSockets();
  const { events, all, last, count } = notes();
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
    ...(polling && { loadPolling: async () => polling }),
  });
  opened.push(peer);
  await vi.advanceTimersByTimeAsync(0);
  return {
    peer,
    serverDoc,
    server,
    sockets,
    all,
    last,
    count,
    done,
    actionId,
    openedUnder: () => openedUnder,
    rename: (title: string, doc = peer.doc) =>
      openText(doc, actionId, 'title')?.replace({ index: 0, removed: 0, inserted: title }),
  };
}

type Stage = Awaited<ReturnType<typeof openPeer>>;
export const serve = (stage: Stage) => stage.server.serve(stage.sockets.last());
/** The network cuts, and the page is back on a new socket. */
export async function comeBack(stage: Stage) {
  stage.sockets.last().shut(1006);
  await vi.advanceTimersByTimeAsync(2_000);
  serve(stage);
}
