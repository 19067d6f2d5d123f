/** Who may read the metrics. */
import { expect, test } from 'vitest';
import { type MetricsDeps, showMetrics } from '../../../server/http/metrics.ts';
import { createRateLimit } from '../../../server/rate-limit.ts';

const token = 'a-token-of-the-operator';
const elsewhere = 'https://atelier.example';

function handler(
  config: { metricsToken?: string; publicUrl?: string },
  wrongPerMinute = 100,
  broken: Partial<MetricsDeps> = {},
) {
  return showMetrics({
    metrics: { contentType: 'text/plain', read: async (load) => JSON.stringify(load) },
    rooms: {
      stats: () => ({ boards: 1, people: 2, connections: 3, backlogBytes: 4, accepting: true }),
    },
    disk: { free: async () => 5, taken: async () => 6 },
    store: { lastLook: async (what) => (what === 'backup' ? 7_000 : undefined) },
    config: { metricsToken: undefined, publicUrl: undefined, ...config },
    wrongTokens: createRateLimit(wrongPerMinute, () => 0),
    ...broken,
  });
}
const request = (bearer?: string) =>
  new Request('http://test/api/metrics', {
    headers: bearer === undefined ? {} : { authorization: `Bearer ${bearer}` },
  });
const visit = (isLocal: boolean) => ({ params: {}, address: '192.0.2.1', isLocal });

test.each<[number, Parameters<typeof handler>[0], boolean, string | undefined]>([
  [200, {}, true, undefined],
  [403, {}, false, undefined],
  [403, {}, false, 'anything-at-all-here'],
  [403, { publicUrl: elsewhere }, true, undefined],
  [200, { metricsToken: token }, false, token],
  [200, { metricsToken: token, publicUrl: elsewhere }, true, token],
  [403, { metricsToken: token }, true, undefined],
  [403, { metricsToken: token }, true, `${token}x`],
])(
  '[OP4] %i with the settings %j, local %s, bearer %s',
  async (status, config, isLocal, bearer) => {
    const answer = await handler(config)(request(bearer), visit(isLocal));
    expect(answer.status).toBe(status);
  },
);

test('[OP4] whoever tries tokens is slowed, and the right one passes all the same', async () => {
  const show = handler({ metricsToken: token }, 1);
  const statuses = [];
  for (const bearer of ['wrong', 'wrong', token])
    statuses.push((await show(request(bearer), visit(true))).status);
  expect(statuses).toEqual([403, 429, 200]);
});

test('[OP1] what is there is asked at each reading', async () => {
  const answer = await handler({})(request(), visit(true));
  expect(await answer.json()).toEqual({
    boards: 1,
    people: 2,
    connections: 3,
    backlogBytes: 4,
    freeBytes: 5,
    databaseBytes: 6,
    backupSeconds: 7,
  });
});

test('[OP1] where the disk and the database cannot be looked at, the rest is told', async () => {
  const refuse = () => Promise.reject(new Error('refused'));
  const broken = { disk: { free: refuse, taken: refuse }, store: { lastLook: refuse } };
  const answer = await handler({}, 100, broken)(request(), visit(true));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ boards: 1, people: 2, freeBytes: null });
});
