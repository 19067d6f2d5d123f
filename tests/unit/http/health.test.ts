/** Which part stands in the way, each in turn. */
import { expect, test } from 'vitest';
import { type HealthDeps, health } from '../../../server/http/health.ts';

const stats = { boards: 1, people: 2, connections: 3, backlogBytes: 0, accepting: true };
const refuse = () => Promise.reject(new Error('refused'));
const well: HealthDeps = {
  store: {
    board: () => Promise.resolve(undefined),
    setLastLook: () => Promise.resolve(),
    sync: () => Promise.resolve(),
  },
  disk: { free: () => Promise.resolve(1_000) },
  config: { minFreeBytes: 1_000 },
  clock: () => 1,
  rooms: { stats: () => stats },
  version: '1.2.3',
};
const ask = (parts: HealthDeps) =>
  health(parts)(new Request('http://test/api/health'), {
    params: {},
    address: '',
    isLocal: false,
  });

test.each<[string[], Partial<HealthDeps>]>([
  [['database'], { store: { ...well.store, board: refuse } }],
  [['disk'], { store: { ...well.store, sync: refuse } }],
  [['disk'], { store: { ...well.store, setLastLook: refuse } }],
  [['disk'], { disk: { free: () => Promise.resolve(999) } }],
  [['disk'], { disk: { free: refuse } }],
  [['database', 'disk'], { store: { ...well.store, board: refuse, sync: refuse } }],
  [['rooms'], { rooms: { stats: () => ({ ...stats, accepting: false }) } }],
])('[HT27] not ready: %j', async (parts, change) => {
  const answer = await ask({ ...well, ...change });
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ code: 'storage', parts });
});

test('[HT27] a disk that never answers is not ready either', async () => {
  const sync = () => new Promise<void>(() => undefined);
  const answer = await ask({ ...well, store: { ...well.store, sync }, patienceMs: 1 });
  expect(await answer.json()).toMatchObject({ parts: ['disk'] });
});

test('[HT27] ready, it says how much is there', async () => {
  const answer = await ask(well);
  expect([answer.status, await answer.json()]).toEqual([
    200,
    { status: 'ok', version: '1.2.3', boards: 1, people: 2, connections: 3 },
  ]);
});

test('[HT27] a row is written once a second at most, however often it is asked', async () => {
  let now = 0;
  let rows = 0;
  const setLastLook = async () => {
    rows += 1;
  };
  const answer = health({ ...well, store: { ...well.store, setLastLook }, clock: () => now });
  const get = () =>
    answer(new Request('http://test/api/health'), { params: {}, address: '', isLocal: false });
  for (const at of [0, 1, 999, 1_000, 1_500, 2_000]) {
    now = at;
    expect((await get()).status).toBe(200);
  }
  expect(rows).toBe(3);
});
