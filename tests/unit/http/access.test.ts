import { beforeEach, expect, test } from 'vitest';
import { hashSecret, newSecret } from '../../../server/http/secrets.ts';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import { type Api, joined, openApi, tokenOf } from '../../support/http.ts';

let api: Api;
let created: BoardCreated;
beforeEach(async () => {
  api = await openApi();
  created = await api.create({ title: 'Eau' });
});

/** Everything of an answer that its reader can see. */
const seen = async (answer: Response) => ({
  status: answer.status,
  headers: [...answer.headers],
  body: await answer.text(),
});
const doors = [
  ['GET', ''],
  ['GET', '/export/json'],
  ['GET', '/export/unknown'],
  ['POST', '/join'],
] as const;

test.each([
  ['without a token', undefined],
  ['with a wrong token', newSecret()],
  ['with what cannot be a token', '{}'],
])('[HT8] %s, a board and one that does not exist answer the same 401', async (_, secret) => {
  for (const [method, rest] of doors) {
    const real = await seen(await api.ask(method, `/api/boards/${created.boardId}${rest}`, secret));
    expect(real.status).toBe(401);
    expect(JSON.parse(real.body)).toMatchObject({ code: 'unauthorized' });
    for (const nobody of ['0123456789abcd', 'a%20b', '__proto__', '%F0%9F%8C%8A']) {
      const other = await api.ask(method, `/api/boards/${nobody}${rest}`, secret);
      expect(await seen(other)).toEqual(real);
    }
  }
});

test('[HT8] a token of another board opens nothing of this one', async () => {
  const other = await api.create({ title: 'Air' });
  const token = tokenOf(other, 'facilitator');
  const answer = await api.ask('GET', `/api/boards/${created.boardId}`, token);
  expect(answer.status).toBe(401);
});

test('[HT9] whoever holds a link is told that a board does not exist, or no longer does', async () => {
  const other = await api.create({ title: 'Air' });
  const token = tokenOf(other, 'observer');
  await api.store.purge(created.boardId);
  for (const [method, rest] of doors) {
    const answer = await api.ask(method, `/api/boards/${created.boardId}${rest}`, token);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'unknown-board' });
  }
});

test('[HT7] a replaced link opens nothing more, the others still do', async () => {
  const hash = hashSecret(newSecret());
  await api.store.replaceLink(created.boardId, { role: 'participant', hash });
  const ask = (role: 'participant' | 'observer') =>
    api.ask('GET', `/api/boards/${created.boardId}`, tokenOf(created, role));
  expect((await ask('participant')).status).toBe(401);
  expect((await ask('observer')).status).toBe(200);
});

test('[HT11] a ticket exports; it does not open the door nor let anybody else in', async () => {
  const { ticket } = await joined(await api.join(created, 'facilitator', { name: 'Ana' }));
  const statuses = doors.map(async ([method, rest]) => {
    const answer = await api.ask(method, `/api/boards/${created.boardId}${rest}`, ticket);
    return answer.status;
  });
  expect(await Promise.all(statuses)).toEqual([401, 200, 404, 401]);
});

test('[HT11] the ticket of a removed person exports nothing', async () => {
  const { ticket } = await joined(await api.join(created, 'facilitator', { name: 'Ana' }));
  const [person] = await api.store.people(created.boardId);
  if (person) await api.store.savePerson(created.boardId, { ...person, ticketHash: null });
  const answer = await api.ask('GET', `/api/boards/${created.boardId}/export/json`, ticket);
  expect(answer.status).toBe(401);
});

test('[HT19] wrong tokens are slowed per address; a right one still passes, no token costs nothing', async () => {
  api = await openApi(2);
  created = await api.create({ title: 'Eau' });
  const ask = async (secret?: string) =>
    (await api.ask('GET', `/api/boards/${created.boardId}`, secret)).status;
  const right = tokenOf(created, 'observer');
  expect([await ask(), await ask(), await ask()]).toEqual([401, 401, 401]);
  const wrong = [await ask(newSecret()), await ask(newSecret()), await ask(newSecret())];
  expect(wrong).toEqual([401, 401, 429]);
  expect(await ask(right)).toBe(200);
});
