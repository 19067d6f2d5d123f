/** What a page that tries its network is answered, over real connections. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { CLOSE } from '../../../shared/protocol/close.ts';
import { ECHO, ECHO_PATH, ECHO_SYNC_PATH } from '../../../shared/protocol/echo.ts';
import { PROTOCOL } from '../../../shared/protocol/offers.ts';
import { openApp, type RunningApp } from '../../support/app.ts';
import { until } from '../../support/until.ts';

let app: RunningApp;
beforeEach(async () => {
  app = await openApp();
});
afterEach(() => app.close());

async function restart(environment: Record<string, string>): Promise<void> {
  await app.close();
  app = await openApp(environment);
}
const send = (body: string) => app.fetch(ECHO_SYNC_PATH, { method: 'POST', body });
const open = (protocols: string[] = [PROTOCOL], headers = {}) =>
  new WebSocket(app.origin.replace('http', 'ws') + ECHO_SYNC_PATH, protocols, { headers });
const from = (address: string) => ({ 'x-forwarded-for': address });
const opened = async (socket: WebSocket): Promise<WebSocket> => {
  await once(socket, 'open');
  return socket;
};
const closeCode = async (socket: WebSocket): Promise<number> => {
  const [code] = await once(socket, 'close');
  return Number(code);
};

test('[NW1] a page without a board is answered with the clock of the server', async () => {
  const before = Date.now();
  const answer = await app.fetch(ECHO_PATH);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const said = (await answer.json()) as { readonly now: number };
  expect(said).toEqual({ echo: 'gommette', now: expect.any(Number), bytes: 0 });
  expect(said.now).toBeGreaterThanOrEqual(before);
});

test('[NW1] a body is answered with its length, after the wait of a poll', async () => {
  const begun = performance.now();
  const answer = await send('a'.repeat(48_000));
  expect(await answer.json()).toMatchObject({ bytes: 48_000 });
  expect(performance.now() - begun).toBeGreaterThanOrEqual(ECHO.waitMs - 5);
});

test('[NW1] a socket says back what it hears, under our protocol', async () => {
  const socket = await opened(open());
  expect(socket.protocol).toBe(PROTOCOL);
  socket.send('abc');
  const [heard] = await once(socket, 'message');
  expect(String(heard)).toBe('abc');
  socket.close();
});

test('[NW2] what is too long is refused, and closes a socket', async () => {
  expect((await send('a'.repeat(ECHO.maxBodyBytes + 1))).status).toBe(413);
  const socket = await opened(open());
  socket.send('a'.repeat(ECHO.maxMessageBytes + 1));
  expect(await closeCode(socket)).toBe(1009);
});

test('[NW2] a socket that goes on talking is closed', async () => {
  const socket = await opened(open());
  for (let n = 0; n <= ECHO.maxMessages; n++) socket.send('a');
  expect(await closeCode(socket)).toBe(CLOSE.tooMuch.code);
});

test('[NW2] a socket that stays is cut', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const socket = await opened(open());
    const closed = closeCode(socket);
    vi.advanceTimersByTime(ECHO.socketMs);
    expect(await closed).toBe(1006);
  } finally {
    vi.useRealTimers();
  }
});

test('[NW2] each address asks so often a minute, by whatever way', async () => {
  await restart({ ECHOES_PER_MINUTE: '3' });
  (await opened(open())).close();
  expect((await send('a')).status).toBe(200);
  expect((await app.fetch(ECHO_PATH)).status).toBe(200);
  const refused = await app.fetch(ECHO_PATH);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await send('a')).status).toBe(429);
  expect(await closeCode(open())).toBe(CLOSE.tooMuch.code);
});

test('[NW2] so many sockets and waiting bodies are open at once, and whoever leaves makes room', async () => {
  await restart({ TRUST_PROXY: 'yes' });
  const [{ maxOpen, maxOpenOfAddress }, other] = [ECHO, from('10.1.0.1')];
  const sockets = await Promise.all(
    Array.from({ length: maxOpen }, (_, index) =>
      opened(open([PROTOCOL], from(`10.0.0.${Math.floor(index / maxOpenOfAddress)}`))),
    ),
  );
  expect((await send('a')).status).toBe(503);
  expect(await closeCode(open([PROTOCOL], other))).toBe(CLOSE.tooMuch.code);
  const [first] = sockets;
  first?.close();
  await until(async () => expect((await send('a')).status).toBe(200));
  for (const socket of sockets) socket.terminate();
});

test('[NW2] pages of other sites, and sockets of another protocol, are not answered', async () => {
  const failed = async (socket: WebSocket) => String((await once(socket, 'error'))[0]);
  expect(await failed(open([PROTOCOL], { origin: 'https://elsewhere.example' }))).toContain('403');
  expect(await failed(open(['chat']))).toContain('subprotocol');
});

/** A body of which the first byte comes, and no other; with the status that answers it. */
function hang(): Promise<string> {
  const { hostname, port } = new URL(app.origin);
  const socket = connect(Number(port), hostname);
  socket.write(
    `POST ${ECHO_SYNC_PATH} HTTP/1.1\r\nhost: ${hostname}\r\ncontent-length: 9\r\n\r\na`,
  );
  let said = '';
  socket.on('data', (chunk) => {
    said += String(chunk);
  });
  return once(socket, 'close').then(() => said.split(' ')[1] ?? '');
}

test('[NW9] one address takes no more than its places, by bodies and sockets together', async () => {
  await restart({ TRUST_PROXY: 'yes' });
  const sockets = await Promise.all(
    Array.from({ length: ECHO.maxOpenOfAddress }, () => opened(open([PROTOCOL], from('10.0.0.1')))),
  );
  expect(await closeCode(open([PROTOCOL], from('10.0.0.1')))).toBe(CLOSE.tooMuch.code);
  const body = (address: string) =>
    app.fetch(ECHO_SYNC_PATH, { method: 'POST', body: 'a', headers: from(address) });
  expect((await body('10.0.0.1')).status).toBe(503);
  expect((await body('10.0.0.2')).status).toBe(200);
  sockets[0]?.close();
  await until(async () => expect((await body('10.0.0.1')).status).toBe(200));
  for (const socket of sockets) socket.terminate();
});

test('[NW9] a body that does not come keeps its place for 5 s, and its line no longer', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  try {
    const hung = Array.from({ length: ECHO.maxOpenOfAddress }, hang);
    await until(async () => expect((await send('a')).status).toBe(503));
    vi.advanceTimersByTime(ECHO.bodyMs);
    expect(await Promise.all(hung)).toEqual(hung.map(() => '400'));
    expect((await send('a')).status).toBe(200);
  } finally {
    vi.useRealTimers();
  }
});
