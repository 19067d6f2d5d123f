/** The way in over plain HTTP, asked by hand as no page of ours would ask. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newSecret } from '../../../server/http/secrets.ts';
import { frame } from '../../../server/rooms/socket/wire.ts';
import { StoreFault } from '../../../server/store/store.ts';
import { CLOSE, type CloseReason } from '../../../shared/protocol/close.ts';
import type { BoardCreated, Joined } from '../../../shared/protocol/http.ts';
import { PING } from '../../../shared/protocol/messages.ts';
import { openApp, type RunningApp } from '../../support/app.ts';
import { handshake, offer, openPoller, packet, SEPARATOR } from '../../support/polls.ts';

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
const seat = (ticket = ana.ticket) => ({ origin: app.origin, boardId: created.boardId, ticket });
/** What a session that ended at once says. */
const goodbye = async (answer: Promise<Response>) => {
  const packets = (await (await answer).text()).split(SEPARATOR);
  return packets[0]?.startsWith('0{') ? packets.slice(1) : packets;
};
const toldOf = (reason: CloseReason) => [`4close ${CLOSE[reason].code}`, '1'];
const entered = () => app.rooms.entered.length;

test('[PO3] a ticket in a header enters its person’s board, with the epoch of what the page holds', async () => {
  await openPoller(seat());
  await handshake(seat(), offer(ana.ticket, 'epoch.e1'));
  const [first, second] = app.rooms.entered;
  expect(first).toMatchObject({ boardId: created.boardId, person: { id: ana.personId } });
  expect([first?.held, second?.held]).toEqual([undefined, 'e1']);
});

test('[PO4] why somebody does not enter is told at once, and nothing of them is kept', async () => {
  const cases: [Promise<Response>, CloseReason][] = [
    [handshake(seat(), {}), 'unauthenticated'],
    [handshake(seat(newSecret())), 'unauthenticated'],
    [
      handshake({ ...seat(), boardId: '0123456789abcd' as BoardCreated['boardId'] }),
      'unauthenticated',
    ],
    [handshake(seat(), { 'gommette-offer': `gommette.0, ticket.${ana.ticket}` }), 'badFrame'],
  ];
  for (const [answer, reason] of cases) expect(await goodbye(answer)).toEqual(toldOf(reason));
  app.store.personByTicket = () => Promise.reject(new StoreFault('busy', 'locked'));
  expect(await goodbye(handshake(seat()))).toEqual(toldOf('storageFault'));
  expect(entered()).toBe(0);
});

test('[PO4] what is no session of this protocol is refused', async () => {
  for (const query of ['', 'EIO=3&transport=polling'])
    expect((await handshake(seat(), offer(ana.ticket), query)).status).toBe(400);
  for (const query of ['EIO=4&sid=none', 'EIO=4&sid=__proto__'])
    expect(await (await handshake(seat(), offer(ana.ticket), query)).text()).toBe('1');
  const post = await app.fetch(`/sync/${created.boardId}?EIO=4`, {
    method: 'POST',
    headers: offer(ana.ticket),
  });
  expect(post.status).toBe(400);
  expect((await app.fetch('/sync/a/b?EIO=4', { headers: offer(ana.ticket) })).status).toBe(404);
  expect(entered()).toBe(0);
});

test('[PO5] the number of a session opens nothing without its ticket, nor at another board', async () => {
  const ben = await app.join(created);
  const poller = await openPoller(seat());
  const other = await app.create();
  for (const change of [{ ticket: '' }, { ticket: ben.ticket }, { boardId: other.boardId }]) {
    expect(await (await poller.poll(change)).text()).toBe('1');
    expect(await (await poller.post(packet(PING), change)).text()).toBe('1');
  }
  expect(app.rooms.entered[0]?.frames).toEqual([]);
  expect(await (await poller.post(packet(PING))).text()).toBe('ok');
  expect(app.rooms.entered[0]?.frames).toEqual([new Uint8Array(PING)].map(Buffer.from));
});

test('[PO5] no ticket is in an address, nor in the log', async () => {
  const poller = await openPoller(seat());
  await poller.post(packet(PING));
  expect(JSON.stringify(app.log.lines())).not.toContain(ana.ticket);
  expect(poller.id).not.toContain(ana.ticket);
});

test('[PO6] only pages of our own addresses may speak, and programs', async () => {
  const from = (origin: string) => handshake(seat(), { ...offer(ana.ticket), origin });
  expect((await from('https://elsewhere.example')).status).toBe(403);
  expect((await from(app.origin)).status).toBe(200);
  const preflight = await app.fetch(`/sync/${created.boardId}?EIO=4`, { method: 'OPTIONS' });
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
});

test('[PO7] people, connections and openings are counted with those of sockets', async () => {
  await restart({
    MAX_PEOPLE_PER_BOARD: '1',
    MAX_SOCKETS_PER_PERSON: '2',
    SOCKETS_PER_MINUTE: '4',
  });
  const ben = await app.join(created, 'observer');
  await openPoller(seat());
  await once(app.open(created.boardId, ana.ticket), 'open');
  expect(await goodbye(handshake(seat()))).toEqual(toldOf('openElsewhere'));
  expect(await goodbye(handshake(seat(ben.ticket)))).toEqual(toldOf('boardFull'));
  app.rooms.entered[0]?.peer.terminate();
  await openPoller(seat());
  app.rooms.entered.at(-1)?.peer.terminate();
  expect(await goodbye(handshake(seat()))).toEqual(toldOf('tooMuch'));
});

test('[PO8] a body above the limit, or of too many messages, ends the session', async () => {
  await restart({ MAX_MESSAGE_BYTES: '3000', MAX_UPDATE_BYTES: '3000', MESSAGE_BURST: '60' });
  const large = await openPoller(seat());
  expect((await large.post(packet(new Uint8Array(3_001 + 64)))).status).toBe(413);
  await app.rooms.entered[0]?.gone;
  const many = await openPoller(seat());
  const body = Array(61).fill('b').join(SEPARATOR);
  await expect(many.post(body)).rejects.toThrow();
  await app.rooms.entered[1]?.gone;
  const most = await openPoller(seat());
  await most.post(Array(60).fill('b').join(SEPARATOR));
  expect(app.rooms.entered[2]?.frames).toHaveLength(60);
});

test('[PO20] a frame in pieces is put together, and may be as long as one that is whole', async () => {
  await restart({ MAX_MESSAGE_BYTES: '3000', MAX_UPDATE_BYTES: '3000' });
  const poller = await openPoller(seat());
  const [one] = app.rooms.entered;
  const piece = (bytes: number) => `4+${Buffer.alloc(bytes, 7).toString('base64')}`;
  await poller.post(piece(1_500));
  await poller.post(`${piece(1_000)}${SEPARATOR}${packet(Buffer.alloc(500, 7))}`);
  await poller.post(packet(PING));
  expect(one?.frames.map((frame) => frame?.length)).toEqual([3_000, 1]);
  expect(new Set(one?.frames[0])).toEqual(new Set([7]));
  await poller.post(piece(2_000));
  await poller.post(piece(1_001)).catch(() => undefined);
  await one?.gone;
  expect(one?.frames).toHaveLength(2);
});

test('[PO8] two requests of a kind at once end the session, or are refused', async () => {
  const poller = await openPoller(seat());
  const first = poller.poll();
  const second = await poller.poll();
  expect(second.status).toBe(400);
  await app.rooms.entered[0]?.gone;
  await first;
});

test('[PO9] while a connection is paused its frames wait unread, one request of them', async () => {
  const poller = await openPoller(seat());
  const [one] = app.rooms.entered;
  one?.peer.pause();
  let isAnswered = false;
  const waiting = poller.post(packet(PING)).then((answer) => {
    isAnswered = true;
    return answer;
  });
  // Refused once the first is known to wait.
  while ((await (await poller.post(packet(PING))).text()) !== '1');
  expect([isAnswered, one?.frames.length]).toEqual([false, 0]);
  one?.peer.resume();
  expect((await waiting).status).toBe(200);
  expect(one?.frames).toHaveLength(1);
});

test('[PO9] a pause ends with its session', async () => {
  const poller = await openPoller(seat());
  const [one] = app.rooms.entered;
  one?.peer.pause();
  const waiting = poller.post(packet(PING));
  while ((await (await poller.post(packet(PING))).text()) !== '1');
  one?.peer.terminate();
  expect((await waiting).ok).toBe(false);
  expect(one?.frames).toEqual([]);
});

test('[PO10] a page that leaves its poll is gone', async () => {
  const { id } = await openPoller(seat());
  const { hostname, port } = new URL(app.origin);
  const page = connect(Number(port), hostname);
  const [[name, value = '']] = Object.entries(offer(ana.ticket)) as [[string, string]];
  const request = (method: string, more: string) =>
    [
      `${method} /sync/${created.boardId}?EIO=4&transport=polling&sid=${id} HTTP/1.1`,
      `host: ${hostname}`,
      `${name}: ${value}`,
      more,
    ].join('\r\n');
  // One behind the other on one line: once the frame is there, so is the poll.
  const body = packet(PING);
  page.write(`${request('GET', '')}\r\n`);
  page.write(request('POST', `content-length: ${body.length}\r\n\r\n${body}`));
  const [one] = app.rooms.entered;
  while (one?.frames.length === 0) await turn();
  page.destroy();
  await one?.gone;
});

test('[PO10] a session that nobody goes on with ends after a quarter of a minute', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await openPoller(seat());
  const used = await openPoller(seat());
  await used.post(packet(PING));
  vi.advanceTimersByTime(14_000);
  const ends: string[] = [];
  for (const { frames, gone } of app.rooms.entered)
    void gone.then(() => ends.push(frames.length > 0 ? 'used' : 'unused'));
  vi.advanceTimersByTime(1_000);
  await app.rooms.entered[0]?.gone;
  vi.useRealTimers();
  expect(ends).toEqual(['unused']);
});

test('[PO18] what is sent within 100 ms of an answer leaves in one, and before a close', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  const poller = await openPoller(seat());
  const peer = app.rooms.entered[0]?.peer;
  const told = async () => (await (await poller.poll()).text()).split(SEPARATOR);
  const send = (...bytes: number[]) => {
    for (const byte of bytes) peer?.send(frame([Uint8Array.of(byte)]));
  };
  send(1); // nothing was sent before: at once
  expect(await told()).toEqual([packet(Uint8Array.of(1))]);
  const second = told();
  send(2, 3);
  expect(peer?.backlog()).toBe(2);
  vi.advanceTimersByTime(100);
  expect(await second).toEqual([packet(Uint8Array.of(2)), packet(Uint8Array.of(3))]);
  send(4);
  peer?.close('tooMuch');
  expect(await told()).toEqual([packet(Uint8Array.of(4)), `4close ${CLOSE.tooMuch.code}`]);
  vi.useRealTimers();
});
