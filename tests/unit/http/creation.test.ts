/** Who may create a workshop, and how much. */
import { afterEach, expect, test } from 'vitest';
import { createCreation } from '../../../server/http/creation.ts';
import { createRateLimit } from '../../../server/rate-limit.ts';
import { type Api, now, openApi } from '../../support/http.ts';

const key = 'cle-de-l-agglomeration';
let api: Api;
afterEach(() => api?.store.close());

const create = async (secret?: string, body = '{"title":"Eau"}') => {
  const answer = await api.ask('POST', '/api/boards', secret, body);
  const told = (await answer.json()) as { readonly code?: string };
  return [answer.status, told.code];
};

test('[HT42] with a key asked for, nobody creates without it; taking part asks for none', async () => {
  api = await openApi(1_000, { creating: { create: 'key', createKey: key } });
  expect(await create()).toEqual([401, 'creation-key']);
  expect(await create('another-key-altogether')).toEqual([401, 'creation-key']);
  const answer = await api.ask('POST', '/api/boards', key, '{"title":"Eau"}');
  expect(answer.status).toBe(201);
  const joined = await api.join(await answer.json(), 'participant', { name: 'Ana' });
  expect(joined.status).toBe(201);
});

test('[HT42] a key that is set and not asked for opens and closes nothing', async () => {
  api = await openApi(1_000, { creating: { createKey: key } });
  expect(await create()).toEqual([201, undefined]);
  expect(await create('another-key-altogether')).toEqual([201, undefined]);
});

test('[HT42] whoever tries keys is slowed, and the right one still passes', async () => {
  api = await openApi(2, { creating: { create: 'key', createKey: key } });
  for (const guess of ['first-guess-of-all', 'second-guess-of-all'])
    expect(await create(guess)).toEqual([401, 'creation-key']);
  expect(await create('third-guess-of-all')).toEqual([429, 'too-often']);
  expect(await create(key)).toEqual([201, undefined]);
});

test('[HT43] a server keeps so many workshops at most', async () => {
  api = await openApi(1_000, { creating: { maxBoards: 2 } });
  expect(await create()).toEqual([201, undefined]);
  expect(await create()).toEqual([201, undefined]);
  expect(await create()).toEqual([409, 'too-many-boards']);
});

test('[HT43] one address brings so many bytes a day at most', async () => {
  const body = JSON.stringify({ title: 'Eau'.repeat(30) });
  api = await openApi(1_000, { creating: { createdBytesPerDay: 3 * body.length } });
  for (let time = 0; time < 3; time++)
    expect(await create(undefined, body)).toEqual([201, undefined]);
  expect(await create(undefined, body)).toEqual([429, 'too-much-today']);
  api.pass(9 * 3_600_000);
  expect(await create(undefined, body)).toEqual([201, undefined]);
});

test('[HT43] nothing is created while the disk has too little left', async () => {
  const rate = createRateLimit(10, () => now);
  const creation = createCreation({
    config: { create: 'everybody', createKey: undefined, maxBoards: 10, minFreeBytes: 1_000 },
    store: { boardCount: async () => 0 },
    disk: { free: async () => 999 },
    wrongTokens: rate,
    creations: rate,
    createdBytes: rate,
  });
  const refusal = await creation.refusal(new Request('http://test'), { address: '192.0.2.1' });
  expect([refusal?.status, Object(await refusal?.json()).code]).toEqual([503, 'storage']);
});
