import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { newSecret } from '../../../server/http/secrets.ts';
import { StoreFault } from '../../../server/store/store.ts';
import { CLOSE, type CloseReason } from '../../../shared/protocol/close.ts';
import type { BoardCreated, Joined } from '../../../shared/protocol/http.ts';
import { PROTOCOL } from '../../../shared/protocol/offers.ts';
import { type OpenOptions, openApp, type RunningApp } from '../../support/app.ts';

let app: RunningApp;
let created: BoardCreated;
let ana: Joined;

beforeEach(() => start());
afterEach(() => app.close());

async function start(environment: Record<string, string> = {}): Promise<void> {
  app = await openApp(environment);
  created = await app.create();
  ana = await app.join(created);
}
async function restart(environment: Record<string, string>): Promise<void> {
  await app.close();
  await start(environment);
}

const open = (ticket = ana.ticket, options: OpenOptions = {}) =>
  app.open(created.boardId, ticket, options);
const opened = async (socket: WebSocket): Promise<WebSocket> => {
  await once(socket, 'open');
  return socket;
};
const closeCode = async (socket: WebSocket): Promise<number> => {
  const [code] = await once(socket, 'close');
  return Number(code);
};
/** The status of a handshake that was refused. */
const refusal = async (socket: WebSocket): Promise<string> => {
  const [error] = await once(socket, 'error');
  return String(error);
};
const codeOf = (reason: CloseReason) => CLOSE[reason].code;

test('[UP1] a ticket enters its person’s board, under our protocol alone', async () => {
  const socket = await opened(open());
  expect(socket.protocol).toBe(PROTOCOL);
  expect(socket.extensions).toBe('');
  const [entered] = app.rooms.entered;
  expect(entered?.boardId).toBe(created.boardId);
  expect(entered?.person).toMatchObject({ id: ana.personId, role: 'facilitator' });
});

test('[UP1] a page that knows several versions is answered with ours', async () => {
  const protocols = ['gommette.3', `ticket.${ana.ticket}`, PROTOCOL];
  expect((await opened(open('', { protocols }))).protocol).toBe(PROTOCOL);
});

test('[EP5] the epoch of what a page holds is told to the rooms, and that it holds nothing too', async () => {
  const own = [PROTOCOL, `ticket.${ana.ticket}`];
  const pages = [own, [...own, 'epoch.'], [...own, 'epoch.e1'], ['epoch.e2', ...own]];
  for (const protocols of pages) await opened(open('', { protocols }));
  expect(app.rooms.entered.map(({ held }) => held)).toEqual([undefined, '', 'e1', 'e2']);
});

test('[UP2] whoever has no valid ticket is shown out with 4401, the board being there or not', async () => {
  const other = await app.create();
  const cases = [
    open('', { protocols: [] }),
    open('', { protocols: [PROTOCOL] }),
    open(newSecret()),
    app.open(other.boardId, ana.ticket),
    app.open('0123456789abcd', ana.ticket),
    app.open('__proto__', ana.ticket),
  ];
  const codes = await Promise.all(cases.map(closeCode));
  expect(codes).toEqual(cases.map(() => codeOf('unauthenticated')));
  expect(app.rooms.entered).toEqual([]);
});

test('[UP2] a link’s token is no ticket, and the ticket of a removed person no longer is one', async () => {
  const token = new URL(created.links.facilitator).hash.slice(1);
  expect(await closeCode(open(token))).toBe(codeOf('unauthenticated'));
  const [person] = await app.store.people(created.boardId);
  if (person) await app.store.savePerson(created.boardId, { ...person, ticketHash: null });
  expect(await closeCode(open())).toBe(codeOf('unauthenticated'));
});

test('[UP12] a ticket is looked up by its hash, and the people of the board are not gone through', async () => {
  app.store.people = () => Promise.reject(new StoreFault('busy', 'not asked for'));
  await opened(open());
});

test('[UP2] who keeps trying wrong tickets is told to slow down; a right one enters', async () => {
  await app.close();
  app = await openApp({ WRONG_TOKENS_PER_MINUTE: '2' });
  created = await app.create();
  ana = await app.join(created);
  const codes: number[] = [];
  for (let n = 0; n < 3; n++) codes.push(await closeCode(open(newSecret())));
  const [unauthenticated, tooMuch] = [codeOf('unauthenticated'), codeOf('tooMuch')];
  expect(codes).toEqual([unauthenticated, unauthenticated, tooMuch]);
  await opened(open());
});

test('[UP3] a page of another version is told to refresh, whatever its ticket', async () => {
  const protocols = ['gommette.0', `ticket.${ana.ticket}`];
  expect(await closeCode(open('', { protocols }))).toBe(codeOf('badFrame'));
  expect(app.rooms.entered).toEqual([]);
});

test('[UP4] pages of our own addresses and programs may open sockets, other pages may not', async () => {
  await restart({ PUBLIC_URL: 'https://atelier.example' });
  const from = (origin: string) => open(ana.ticket, { headers: { origin } });
  for (const origin of [app.origin, 'https://atelier.example']) await opened(from(origin));
  await opened(open());
  const { host } = new URL(app.origin);
  for (const origin of ['https://elsewhere.example', 'null', `http://${host}.elsewhere.example`]) {
    expect(await refusal(from(origin))).toContain('403');
  }
});

test('[UP5] a socket opened elsewhere than a board is refused at the handshake', async () => {
  for (const path of ['b/c', '', '../api/health']) {
    expect(await refusal(app.open(path, ana.ticket))).toContain('404');
  }
});

test('[UP10] a refused handshake is let go of by us when its peer keeps its half open', async () => {
  const { port } = new URL(app.origin);
  const peer = connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true });
  peer.write('GET /sync HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n');
  peer.resume();
  await once(peer, 'end');
  const gone = once(peer, 'error');
  const asking = setInterval(() => peer.write('?'), 10);
  await gone;
  clearInterval(asking);
});

test('[UP6] what is sent at once after the handshake reaches the room', async () => {
  const socket = open();
  socket.on('open', () => {
    for (let n = 0; n < 20; n++) socket.send(Uint8Array.of(n));
    socket.close();
  });
  await once(socket, 'close');
  expect(app.rooms.entered[0]?.frames.map((frame) => frame[0])).toEqual([...Array(20).keys()]);
});

test('[UP7] a full board says so, and whoever leaves makes room', async () => {
  await restart({ MAX_PEOPLE_PER_BOARD: '1' });
  const ben = await app.join(created, 'observer');
  const socket = await opened(open());
  expect(await closeCode(open(ben.ticket))).toBe(codeOf('boardFull'));
  socket.close();
  await app.rooms.entered[0]?.gone;
  await opened(open(ben.ticket));
});

test('[UP7] a person’s sockets are limited', async () => {
  await restart({ MAX_SOCKETS_PER_PERSON: '1' });
  await opened(open());
  expect(await closeCode(open())).toBe(codeOf('openElsewhere'));
});

test('[UP8] a message above the limit closes its socket', async () => {
  await restart({ MAX_MESSAGE_BYTES: '3000', MAX_UPDATE_BYTES: '3000' });
  const socket = await opened(open());
  socket.send(new Uint8Array(3_001));
  expect(await closeCode(socket)).toBe(1009);
});

test('[UP11] a person opens so many sockets a minute, and others theirs', async () => {
  await restart({ SOCKETS_PER_MINUTE: '2' });
  const ben = await app.join(created);
  for (let n = 0; n < 2; n++) (await opened(open())).close();
  expect(await closeCode(open())).toBe(codeOf('tooMuch'));
  await opened(open(ben.ticket));
});

test('[UP9] when the store cannot be asked, the socket is told to come back', async () => {
  const { personByTicket } = app.store;
  app.store.personByTicket = () => Promise.reject(new StoreFault('busy', 'locked'));
  expect(await closeCode(open())).toBe(codeOf('storageFault'));
  app.store.personByTicket = personByTicket;
  await opened(open());
});
