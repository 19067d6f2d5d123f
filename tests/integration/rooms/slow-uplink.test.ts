/** The page's own client behind a line that takes little at a time: the work of an hour comes back. */
import { createServer, connect as dial, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import { createBoardClient } from '../../../client/sync/board-client.ts';
import { openKeptDevice } from '../../../client/sync/kept/kept-device.ts';
import { openOfflineCopy } from '../../../client/sync/offline.ts';
import { createPeer, type PeerOptions } from '../../../client/sync/peer.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { addEntity, LOCAL_ADD } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { type House, openHouse } from '../../support/house.ts';
import { serveIndexedDb } from '../../support/indexed-db.ts';
import { unwrap } from '../../support/result.ts';
import { until } from '../../support/until.ts';

const BROWSER = ['window', 'document', 'addEventListener', 'removeEventListener', 'WebSocket'];
let house: House;

serveIndexedDb();
beforeEach(async () => {
  Object.assign(globalThis, {
    window: new EventTarget(),
    document: new EventTarget(),
    addEventListener: () => {},
    removeEventListener: () => {},
    WebSocket: NodeSocket,
  });
  house = await openHouse();
});
afterEach(async () => {
  await house.close();
  for (const name of BROWSER) Reflect.deleteProperty(globalThis, name);
});

const tickMs = 50;

/** In front of a server: what comes goes on at that many bytes a second. @returns how to end it */
async function slowLine(to: number, bytesPerSecond: number) {
  let connections = 0;
  const ends: (() => void)[] = [];
  const server = createServer((page: Socket) => {
    connections += 1;
    const up = dial(to, '127.0.0.1');
    up.pipe(page);
    let waiting = Buffer.alloc(0);
    page.on('data', (bytes: Buffer) => {
      waiting = Buffer.concat([waiting, bytes]);
    });
    const timer = setInterval(() => {
      const most = (bytesPerSecond * tickMs) / 1_000;
      if (waiting.length > 0) up.write(waiting.subarray(0, most));
      waiting = waiting.subarray(most);
    }, tickMs);
    const end = () => {
      clearInterval(timer);
      page.destroy();
      up.destroy();
    };
    ends.push(end);
    for (const socket of [page, up]) socket.on('close', end).on('error', end);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    origin: `ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    connections: () => connections,
    end: () => {
      for (const end of ends) end();
      server.close();
    },
  };
}

/** Opens a board whose page has written so many cards of 3 kB before it has a network. */
async function comeBack(cards: number, bytesPerSecond: number) {
  const board = await house.create();
  const lead = await house.enter(board, 'facilitator', 'Ana');
  const priorityId = unwrap(addFrameEntity(lead.doc, 'priorities', { title: 'Eau' }));
  const { joined } = await house.guest(board, 'participant', 'Ben');
  const line = await slowLine(Number(new URL(house.origin).port), bytesPerSecond);
  const network: { isUp: boolean } = { isUp: true };
  const sockets = new Set<NodeSocket>();
  class Line extends NodeSocket {
    constructor(url: string | URL, protocols?: string[]) {
      super(network.isUp ? url : 'ws://127.0.0.1:9', protocols);
      sockets.add(this);
    }
  }
  const options: PeerOptions = {
    origin: line.origin,
    boardId: board.boardId,
    personId: joined.personId,
    ticket: joined.ticket,
  };
  const client = createBoardClient(options, {
    createPeer: (asked, events) =>
      createPeer(asked, events, {
        Socket: Line as unknown as typeof WebSocket,
        openCopy: openOfflineCopy,
        random: () => 0,
      }),
    now: Date.now,
    keptDevice: openKeptDevice(),
  });
  const { connection } = client.stores;
  const isSaved = () =>
    until(() => expect(connection.getState()).toMatchObject({ state: 'live', unsaved: false }));
  await isSaved();
  await until(() => expect(client.stores.board.getState().priorities).toHaveLength(1));
  network.isUp = false;
  for (const socket of sockets) socket.terminate();
  await until(() => expect(connection.getState().state).toBe('offline'));
  for (let i = 0; i < cards; i++)
    client.run((doc) => {
      const values = {
        title: `Action ${i}`,
        description: `Récit ${i} de l’été. `.repeat(150),
        priorityId,
        rank: 'a9',
        authorId: joined.personId,
      };
      doc.transact(() => addEntity(doc, 'actions', `n${i}`, values), LOCAL_ADD);
      return { ok: true, value: undefined };
    });
  const before = line.connections();
  network.isUp = true;
  await isSaved();
  await lead.until(() => readBoard(lead.doc).actions.size === cards);
  expect(client.stores.kept.getState()).toEqual([]);
  expect(client.stores.unsaved.getState().size).toBe(0);
  const made = line.connections() - before;
  await client.destroy();
  line.end();
  return made;
}

test('[CO21] 400 kB of work comes back by one connection over 96 kB/s', async () => {
  expect(await comeBack(120, 96_000)).toBe(1);
});

test('[KW40] 1.3 MB of work, more than one message may hold, comes back by one connection', async () => {
  expect(await comeBack(400, 400_000)).toBe(1);
});
