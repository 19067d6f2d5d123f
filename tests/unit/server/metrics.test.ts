/** Each event moves its own series, and a store that is timed stays what it was. */
import { expect, test } from 'vitest';
import type { Measures } from '../../../server/observability/measures.ts';
import { createMetrics } from '../../../server/observability/metrics.ts';
import { measured } from '../../../server/store/measured.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import { newId } from '../../../shared/ids.ts';
import { seriesOf } from '../../support/metrics.ts';

const idle = {
  boards: 0,
  people: 0,
  connections: 0,
  backlogBytes: 0,
  freeBytes: 0,
  databaseBytes: 0,
  backupSeconds: 0,
};

test.each<[string, number, (measures: Measures) => void]>([
  ['gommette_updates_admitted_total', 1, (on) => on.updateAdmitted()],
  ['gommette_updates_refused_total{reason="schema"}', 1, (on) => on.updateRefused('schema')],
  ['gommette_requests_granted_total', 1, (on) => on.requestGranted()],
  ['gommette_requests_refused_total{reason="budget"}', 1, (on) => on.requestRefused('budget')],
  ['gommette_append_seconds_sum', 0.25, (on) => on.appendTook(250)],
  ['gommette_append_seconds_count', 1, (on) => on.appendTook(250)],
  ['gommette_sync_seconds_bucket{le="0.03"}', 1, (on) => on.syncTook(20)],
  ['gommette_presence_frames_total{way="in"}', 1, (on) => on.presenceCame()],
  ['gommette_presence_frames_total{way="out"}', 40, (on) => on.presenceSent(40)],
  ['gommette_purges_held', 1, (on) => on.purgesHeld(true)],
  ['gommette_sockets_closed_total{end="silent"}', 1, (on) => on.socketClosed('silent')],
])('[OP1] %s rises by %d', async (series, by, happen) => {
  const metrics = createMetrics();
  const before = seriesOf(await metrics.read(idle)).get(series) ?? 0;
  happen(metrics.measures);
  expect(seriesOf(await metrics.read(idle)).get(series)).toBe(before + by);
});

test('[OP1] the load is what was there at the reading; the process and its loop are measured', async () => {
  const load = {
    ...idle,
    boards: 2,
    people: 30,
    connections: 31,
    backlogBytes: 4_096,
    freeBytes: 7,
  };
  const series = seriesOf(await createMetrics().read(load));
  expect(series.get('gommette_boards_open')).toBe(2);
  expect(series.get('gommette_people_connected')).toBe(30);
  expect(series.get('gommette_sockets_open')).toBe(31);
  expect(series.get('gommette_disk_free_bytes')).toBe(7);
  expect(series.get('gommette_backlog_bytes')).toBe(4_096);
  expect(series.get('nodejs_eventloop_lag_seconds')).toBeGreaterThanOrEqual(0);
  expect(series.get('process_resident_memory_bytes')).toBeGreaterThan(0);
});

test('[OP1] a timed store tells how long appends and syncs took, and answers as before', async () => {
  const took: [string, number][] = [];
  const ticks = [0, 3, 10, 14];
  const store = measured(
    await openSqlite(':memory:'),
    {
      appendTook: (milliseconds) => took.push(['append', milliseconds]),
      syncTook: (milliseconds) => took.push(['sync', milliseconds]),
    },
    () => ticks.shift() ?? Number.NaN,
  );
  const id = newId<'board'>();
  await store.createBoard({ id, createdAt: 1, purgeAt: 2, epoch: 'e1' }, [], []);
  const entry = { kind: 'update', author: null, at: 1, bytes: Uint8Array.of(1) } as const;
  expect((await store.append(new Map([[id, [entry]]]))).get(id)).toBe(1);
  await store.sync();
  await store.close();
  expect(took).toEqual([
    ['append', 3],
    ['sync', 4],
  ]);
});
