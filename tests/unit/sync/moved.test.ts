/** How far a long request is: what leaves, what comes, and that neither is taken for silence. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBoard, downloadExport } from '../../../client/sync/http-boards.ts';
import type { Moved } from '../../../client/sync/moved.ts';
import type { BoardId } from '../../../shared/ids.ts';
import { MEDIA_TYPES } from '../../../shared/protocol/formats.ts';
import { answerByHand, answerInTurn } from '../../support/asked-server.ts';
import { HandRequest } from '../../support/hand-request.ts';

beforeEach(() => {
  vi.useFakeTimers();
  HandRequest.half = null;
  vi.stubGlobal('XMLHttpRequest', HandRequest);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const links = { facilitator: 'f', participant: 'p', observer: 'o' };
const created = { boardId: 'b1', links, purgeAt: 1, faults: [] };
const file = JSON.stringify({ title: 'é'.repeat(45) });
const size = 102; // bytes: an é is two

function listen() {
  const told: Moved[] = [];
  return { told, moved: (one: Moved) => void told.push(one) };
}

test('[TR11] of a body that leaves it is told how much has left, of how much', async () => {
  const asked = answerInTurn(Response.json(created, { status: 201 }));
  const { told, moved } = listen();
  expect(await createBoard(file, { moved })).toEqual({ ok: true, value: created });
  expect(told.filter(({ way }) => way === 'sent')).toEqual([
    { way: 'sent', bytes: size / 2, total: size },
    { way: 'sent', bytes: size, total: size },
  ]);
  expect(asked).toMatchObject([{ path: '/api/boards', init: { method: 'POST', body: file } }]);
  expect(new Headers(asked[0]?.init.headers).get('content-type')).toBe('application/json');
});

test.each([
  ['a refusal', () => Response.json({ code: 'too-large', message: 'Non.' }, { status: 413 }), 413],
  ['the page of a portal', () => new Response('<h1>Identifiez-vous</h1>'), 0],
  ['an answer without a body', () => new Response(null, { status: 204 }), 0],
  ['a cut', () => new TypeError('cut'), 0],
] as const)('[TR11] %s is judged as it is without being followed', async (_what, met, status) => {
  answerInTurn(met());
  const answer = await createBoard(file, listen());
  expect(answer).toMatchObject({ ok: false, error: { status } });
});

test('[TR11] a body that leaves slowly is no silence; one that stands still is, in the end', async () => {
  const asked = answerInTurn(Response.json(created, { status: 201 }));
  let goOn = () => {};
  HandRequest.half = new Promise((resolve) => {
    goOn = resolve;
  });
  const answer = createBoard(file, listen());
  await vi.advanceTimersByTimeAsync(9_000);
  goOn();
  await vi.advanceTimersByTimeAsync(0);
  expect(await answer).toMatchObject({ ok: true });
  HandRequest.half = new Promise(() => {});
  const still = createBoard(file, listen());
  await vi.advanceTimersByTimeAsync(11_000);
  expect(await still).toMatchObject({ ok: false, error: { status: 0 } });
  expect(asked).toHaveLength(1);
});

test('[TR11] given up while it leaves, it is not sent on', async () => {
  const asked = answerInTurn();
  HandRequest.half = new Promise(() => {});
  const control = new AbortController();
  const answer = createBoard(file, { ...listen(), signal: control.signal });
  control.abort();
  expect(await answer).toMatchObject({ ok: false });
  expect(asked).toEqual([]);
});

test.each([
  ['of how much', { 'content-length': '6' }, 6],
  [
    'and not of how much where it came compressed',
    { 'content-length': '3', 'content-encoding': 'br' },
  ],
  ['and not of how much where nobody says it', {}],
] as const)(
  '[TR11] of a file that comes it is told how much has come, %s',
  async (_what, more, total?) => {
    const { response, send, end } = answerByHand({
      'content-type': MEDIA_TYPES.csv,
      'content-disposition': 'attachment; filename="a.csv"',
      ...more,
    });
    answerInTurn(response);
    const { told, moved } = listen();
    const request = { format: 'csv', names: false };
    const answer = downloadExport('b1' as BoardId, 's3cret', request, { moved });
    send('abc');
    send('def');
    end();
    expect(await answer).toMatchObject({ ok: true });
    const of = total === undefined ? {} : { total };
    expect(told).toEqual([3, 6].map((bytes) => ({ way: 'received', bytes, ...of })));
  },
);
