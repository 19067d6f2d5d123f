/** What is asked while the page's script comes, and how the page goes on with it. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { comeAhead } from '../../../client/ahead/come-ahead.ts';
import { begunSocket } from '../../../client/sync/begun-socket.ts';
import { countingSocket } from '../../../client/sync/counting-socket.ts';
import { joinBoard, readDoor } from '../../../client/sync/http.ts';
import { inflatingSocket } from '../../../client/sync/inflating-socket.ts';
import type { BoardId } from '../../../shared/ids.ts';
import { offersOf } from '../../../shared/protocol/offers.ts';
import { answerInTurn, cut } from '../../support/asked-server.ts';
import { createHandSockets } from '../../support/hand-socket.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

let boards = 0;
/** A board of its own for each test: what nobody takes is left behind. */
function arrive(role: string) {
  const boardId = `b${String(++boards).padStart(13, '0')}` as BoardId;
  const token = 's'.repeat(24);
  const names = { title: 'Un', directions: [], actors: [] };
  const door = { boardId, role, purgeAt: 1, ...names };
  const joined = { personId: 'p1', role, name: '', ticket: 't1cket' };
  const sockets = createHandSockets();
  const come = (path = `/a/${boardId}#${token}`) =>
    comeAhead(new URL(path, 'https://gommette.test'), sockets.Socket);
  return { boardId, token, door, joined, sockets, come };
}
const json = (body: object, status = 200) => Response.json(body, { status });
const offers = (held?: string) => [...offersOf('t1cket', held, true)];
const STEP1 = Uint8Array.of(0, 0, 1, 0);

function handOver(sockets: ReturnType<typeof createHandSockets>, address: [string, string[]]) {
  const counted: number[] = [];
  const watch = {
    onOpened: () => told.push('open'),
    onHeard: () => {},
    onCounted: (count: number) => void counted.push(count),
    split: (frame: Uint8Array<ArrayBuffer>) => [frame],
  };
  const told: unknown[] = [];
  const Socket = countingSocket(inflatingSocket(begunSocket(sockets.Socket)), watch);
  const socket = new Socket(...address);
  socket.onmessage = ({ data }) => told.push(new Uint8Array(data)[0]);
  socket.onclose = ({ code }) => told.push(code);
  return { socket, told, counted };
}

test('[AP27] an observer whom the device does not know has door, ticket and board asked ahead, once each', async () => {
  const { boardId, token, door, joined, sockets, come } = arrive('observer');
  const asked = answerInTurn(json(door), json(joined, 201));
  await come();
  expect(asked.map(({ path }) => path)).toEqual([
    `/api/boards/${boardId}`,
    `/api/boards/${boardId}/join`,
  ]);
  const below = sockets.last();
  expect([below.url, below.protocols]).toEqual([`wss://gommette.test/sync/${boardId}`, offers()]);
  below.open();
  expect(below.sent).toEqual([STEP1]);

  expect(await readDoor(boardId, token)).toEqual({ ok: true, value: door });
  expect(await joinBoard(boardId, token, {})).toEqual({ ok: true, value: joined });
  expect(asked).toHaveLength(2);
  // A second time each is asked of the server.
  expect(await joinBoard(boardId, token, {})).toMatchObject({ ok: false });
  expect(asked).toHaveLength(3);
});

test('[AP27] the page goes on with the socket that was opened: it hears what came, and asks no second time', async () => {
  const { boardId, door, joined, sockets, come } = arrive('observer');
  answerInTurn(json(door), json(joined, 201));
  await come();
  const below = sockets.last();
  below.open();
  below.receive(Uint8Array.of(17, 0));
  below.receive(Uint8Array.of(12, 0));
  const { socket, told, counted } = handOver(sockets, [below.url, offers()]);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual(['open', 17, 12]);
  below.receive(Uint8Array.of(16, 0));
  socket.send(Uint8Array.of(1, 0));
  socket.send(STEP1);
  socket.send(Uint8Array.of(0, 2, 0));
  socket.send(STEP1);
  below.shut(4401);
  expect(told).toEqual(['open', 17, 12, 16, 4401]);
  expect(counted).toEqual([1]);
  expect(below.sent.map((frame) => [...frame])).toEqual([
    [...STEP1],
    [1, 0],
    [0, 2, 0],
    [...STEP1],
  ]);
  expect(sockets.all.map(({ url }) => url)).toEqual([`wss://gommette.test/sync/${boardId}`]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(below.readyState).toBe(3);
});

test('[AP27] taken before it is open, it opens for the page', async () => {
  const { door, joined, sockets, come } = arrive('observer');
  answerInTurn(json(door), json(joined, 201));
  await come();
  const below = sockets.last();
  const { told, socket } = handOver(sockets, [below.url, offers()]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([told, below.readyState]).toEqual([[], 0]);
  below.open();
  socket.send(STEP1);
  expect([told, below.sent]).toEqual([['open'], [STEP1]]);
});

test.each([
  ['it has ended', offers(), (below: { shut: (code: number) => void }) => below.shut(4409)],
  ['the page holds something of the board', offers('e1'), () => {}],
] as const)('[AP27] the page opens its own socket when %s', async (_why, protocols, meanwhile) => {
  const { door, joined, sockets, come } = arrive('observer');
  answerInTurn(json(door), json(joined, 201));
  await come();
  const below = sockets.last();
  below.open();
  meanwhile(below);
  handOver(sockets, [below.url, protocols]);
  expect(sockets.all).toHaveLength(2);
  // The one that nobody took is closed in the end.
  await vi.advanceTimersByTimeAsync(60_000);
  expect(below.readyState).toBe(3);
});

test.each(['participant', 'facilitator'])(
  '[AP27] a %s has the door asked ahead, and says who they are',
  async (role) => {
    const { boardId, token, door, sockets, come } = arrive(role);
    const asked = answerInTurn(json(door));
    await come();
    expect(await readDoor(boardId, token)).toEqual({ ok: true, value: door });
    expect([asked.length, sockets.all.length]).toEqual([1, 0]);
  },
);

test('[AP27] whom the device knows there nobody joins for', async () => {
  const { boardId, door, sockets, come } = arrive('observer');
  vi.stubGlobal('localStorage', { getItem: () => JSON.stringify([{ boardId }]) });
  const asked = answerInTurn(json(door));
  await come();
  expect([asked.length, sockets.all.length]).toEqual([1, 0]);
});

test.each(['', '/', '/a/b0000000000001', '/a/b0000000000001#cut', `/reseau#${'s'.repeat(24)}`])(
  '[AP27] nothing is asked ahead of %j',
  async (path) => {
    const asked = answerInTurn();
    await arrive('observer').come(path);
    expect(asked).toEqual([]);
  },
);

test('[AP27] what answers ahead is judged as ever: a refusal, a page of a portal, a cut, silence', async () => {
  const portal = new Response('<h1>Identifiez-vous</h1>', {
    headers: { 'content-type': 'text/html' },
  });
  const refusal = json({ code: 'unauthorized', message: 'Non.' }, 401);
  for (const [met, expected] of [
    [refusal, { ok: false, error: { status: 401, code: 'unauthorized' } }],
    [portal, { ok: false, error: { status: 0 } }],
    [cut({ 'content-type': 'application/json' }), { ok: false, error: { status: 0 } }],
    [new TypeError('no network'), { ok: false, error: { status: 0 } }],
    ['silence', { ok: false, error: { status: 0 } }],
  ] as const) {
    const { boardId, token, sockets, come } = arrive('observer');
    const asked = answerInTurn(met, new TypeError('no network'));
    void come().catch(() => {});
    const answer = readDoor(boardId, token);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(await answer).toMatchObject(expected);
    expect(asked).toHaveLength(met === refusal ? 1 : 2);
    expect(sockets.all).toEqual([]);
  }
});
