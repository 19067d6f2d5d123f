/** Entry by code: opened by facilitators, exchanged for a pass, limited. */
import { beforeEach, expect, test } from 'vitest';
import type { BoardCreated, CodeTaken, Entry } from '../../../shared/protocol/http.ts';
import { readCode, showCode } from '../../../shared/session/entry-code.ts';
import { type Api, joined, openApi, tokenOf } from '../../support/http.ts';

let api: Api;
let created: BoardCreated;
beforeEach(async () => {
  api = await openApi();
  created = await api.create({ title: 'Eau' });
});

const setEntry = async (open: unknown, board = created): Promise<Entry> => {
  const path = `/api/boards/${board.boardId}/code`;
  const body = JSON.stringify({ open });
  const answer = await api.ask('POST', path, tokenOf(board, 'facilitator'), body);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Entry;
};
const openEntry = async (board = created) => (await setEntry(true, board)).code ?? '';
const tryCode = (code: unknown) =>
  api.ask('POST', '/api/enter', undefined, JSON.stringify({ code }));
const take = async (code: string) => (await (await tryCode(code)).json()) as CodeTaken;

test('[LK8] opening gives a code of six characters, the same until it is closed', async () => {
  const code = await openEntry();
  expect(readCode(code)).toBe(code);
  expect(await openEntry()).toBe(code);
  expect(await setEntry(false)).toEqual({ code: null });
  expect((await tryCode(code)).status).toBe(404);
  expect(await openEntry()).not.toBe(code);
  expect(api.rooms.changed).toHaveLength(4);
});

test('[LK8] each board has a code of its own', async () => {
  const other = await api.create({ title: 'Air' });
  const codes = [await openEntry(), await openEntry(other)];
  expect(new Set(codes).size).toBe(2);
  expect((await take(codes[0] ?? '')).boardId).toBe(created.boardId);
  expect((await take(codes[1] ?? '')).boardId).toBe(other.boardId);
});

test.each([undefined, 'yes', 1, null])(
  '[LK8] {"open":%j} opens and closes nothing',
  async (open) => {
    const code = await openEntry();
    const path = `/api/boards/${created.boardId}/code`;
    const body = JSON.stringify({ open });
    const answer = await api.ask('POST', path, tokenOf(created, 'facilitator'), body);
    expect(answer.status).toBe(400);
    expect(await api.store.entryCode(created.boardId)).toBe(code);
  },
);

test('[LK9] a code, however typed, opens the door and joins as a participant', async () => {
  const { boardId, token } = await take(showCode(await openEntry()).toLowerCase());
  const door = await api.ask('GET', `/api/boards/${boardId}`, token);
  expect(await door.json()).toMatchObject({ role: 'participant', title: 'Eau' });
  const path = `/api/boards/${boardId}/join`;
  const answer = await api.ask('POST', path, token, '{"name":"Cléo"}');
  expect(answer.status).toBe(201);
  expect((await joined(answer)).role).toBe('participant');
  expect(token).not.toBe(tokenOf(created, 'participant'));
  expect(
    (await api.ask('POST', `/api/boards/${boardId}/code`, token, '{"open":false}')).status,
  ).toBe(403);
});

test('[LK9] a pass opens no other board', async () => {
  const other = await api.create({ title: 'Air' });
  const { token } = await take(await openEntry());
  expect((await api.ask('GET', `/api/boards/${other.boardId}`, token)).status).toBe(401);
});

test('[LK9] after half an hour a pass opens nothing, whoever joined by it stays', async () => {
  const { boardId, token } = await take(await openEntry());
  const answer = await api.ask('POST', `/api/boards/${boardId}/join`, token, '{"name":"Cléo"}');
  const { ticket } = await joined(answer);
  api.pass(30 * 60_000 - 1);
  expect((await api.ask('GET', `/api/boards/${boardId}`, token)).status).toBe(200);
  api.pass(1);
  expect((await api.ask('GET', `/api/boards/${boardId}`, token)).status).toBe(401);
  expect((await api.ask('GET', `/api/boards/${boardId}/export/json`, ticket)).status).toBe(200);
});

test('[LK10] a wrong code, a closed one and what is no code are answered alike', async () => {
  const closed = await openEntry();
  await setEntry(false);
  const seen = async (code: unknown) => {
    const answer = await tryCode(code);
    return [answer.status, [...answer.headers], await answer.text()];
  };
  const first = await seen('CDF234');
  expect(first[0]).toBe(404);
  for (const code of [closed, 'O0I1LS', '', 5, null, { length: 6 }, 'x'.repeat(2_000)])
    expect(await seen(code)).toEqual(first);
});

test('[LK10] beyond the limit a right code is not told from a wrong one', async () => {
  api = await openApi(2);
  created = await api.create({ title: 'Eau' });
  const code = await openEntry();
  expect((await tryCode('CDF234')).status).toBe(404);
  expect((await tryCode(code)).status).toBe(200);
  for (const each of [code, 'CDF234']) {
    const answer = await tryCode(each);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '30']);
  }
});

test('[LK10] many addresses together are limited too', async () => {
  api = await openApi(1_000, { codesOverall: 3 });
  const body = '{"code":"CDF234"}';
  const statuses = [];
  for (let i = 1; i <= 4; i++)
    statuses.push((await api.ask('POST', '/api/enter', undefined, body, `192.0.2.${i}`)).status);
  expect(statuses).toEqual([404, 404, 404, 429]);
});
