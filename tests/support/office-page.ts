/**
 * Somebody's page behind a network of an office, in Node: the synchronisation people's browsers run,
 * with both ways for frames to go, and what its state said over time.
 */
import { vi } from 'vitest';
import { WebSocket } from 'ws';
import { type BoardClient, createBoardClient } from '../../client/sync/board-client.ts';
import type { Connection } from '../../client/sync/connection.ts';
import { createPeer, type Peer, type PeerOptions } from '../../client/sync/peer.ts';
import type { BoardDoc } from '../../shared/board/doc.ts';
import type { Colleague } from './shared-work.ts';
import { soon, untilTrue } from './until.ts';

export interface OfficePage extends Colleague {
  /** @param timeout milliseconds; 30 s when absent */
  readonly until: (fact: () => boolean, withinMs?: number) => Promise<void>;
  readonly client: BoardClient;
  /** What the state says now, in one word. */
  readonly says: () => 'opening' | 'live' | 'fallback' | 'offline' | 'closed';
  readonly close: () => Promise<void>;
}

/** The page's late part. */
export const loadPolling = async () =>
  (await import('../../client/sync/polling/polling.ts')).polling;

/** As much of a browser as `client/sync` asks for; taken away by `vi.unstubAllGlobals`. */
export function stubBrowser(): void {
  const listeners = new EventTarget();
  vi.stubGlobal('WebSocket', WebSocket);
  vi.stubGlobal('window', listeners);
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  vi.stubGlobal('document', document);
  for (const name of ['addEventListener', 'removeEventListener'] as const)
    vi.stubGlobal(name, listeners[name].bind(listeners));
}

/** @param options whose `origin` is that of the network, as `ws://…` */
export function openOfficePage(options: PeerOptions): OfficePage {
  const peers: Peer[] = [];
  const memory = { way: 'socket' as const, polling: undefined };
  const client = createBoardClient(options, {
    createPeer: (own, events) => {
      const peer = createPeer(own, events, {
        // The class of `ws` does all that the provider asks of a browser's, and is typed differently.
        Socket: WebSocket as unknown as typeof globalThis.WebSocket,
        loadPolling,
        memory,
        openCopy: nothingKept,
        random: () => 0,
      });
      peers.push(peer);
      return peer;
    },
    now: Date.now,
  });
  const { connection, session } = client.stores;
  const page: OfficePage = {
    client,
    doc: () => peers.at(-1)?.doc as BoardDoc,
    session: () => session.getState() ?? undefined,
    says: () => said(connection.getState()),
    isSaved: () => {
      const now = connection.getState();
      return now.state === 'live' && !now.unsaved;
    },
    until: async (fact, withinMs) =>
      void (await (withinMs ? soon(fact, withinMs) : untilTrue(fact))),
    ask: async (request) => {
      for (let tries = 0; ; tries++) {
        await page.until(() => connection.getState().state === 'live');
        const answer = await client.request(request);
        if (answer.ok) return undefined;
        if (answer.error === 'offline') continue;
        // Lost on its way back: what is refused now was granted then.
        return tries > 0 ? undefined : answer.error;
      }
    },
    close: client.destroy,
  };
  return page;
}

function said(now: Connection): ReturnType<OfficePage['says']> {
  return now.state === 'live' && now.isFallback ? 'fallback' : now.state;
}

const nothingKept = () => ({
  ready: Promise.resolve(false),
  notes: () => new Map<string, never>(),
  note: () => {},
  isTaking: () => false,
  close: async () => {},
});
