/** The metrics of a real server move with what people do. */
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMetrics } from '../../../server/observability/metrics.ts';
import { createPurge } from '../../../server/purge.ts';
import { writeInfo } from '../../../shared/board/doc.ts';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import { type House, openHouse } from '../../support/house.ts';
import { seriesOf } from '../../support/metrics.ts';
import { createSyncClient, type SyncClient } from '../../support/sync-client.ts';

let house: House;
let board: BoardCreated;
beforeEach(async () => {
  house = await openHouse();
  board = await house.create({ title: 'Atelier confidentiel' });
});
afterEach(() => house.close());

const read = async () => (await fetch(`${house.origin}/api/metrics`)).text();
const series = async () => seriesOf(await read());
const write = ({ doc }: SyncClient, subtitle: string) =>
  doc.transact(() => writeInfo(doc, { subtitle }));

test('[OP2] an edit that enters moves updates, appends, syncs and who is there', async () => {
  const ana = await house.enter(board, 'facilitator', 'Ana');
  const ben = await house.enter(board, 'participant', 'Ben');
  const before = await series();
  write(ana, 'un');
  await ben.until(() => ben.doc.getMap('board').get('subtitle') === 'un');
  await ana.until(() => ana.saved.at(-1)?.updates === ana.sent());
  const after = await series();
  const rise = (name: string) => (after.get(name) ?? Number.NaN) - (before.get(name) ?? 0);
  expect(rise('gommette_updates_admitted_total')).toBe(1);
  expect(rise('gommette_append_seconds_count')).toBe(1);
  expect(rise('gommette_sync_seconds_count')).toBeGreaterThanOrEqual(1);
  expect(after.get('gommette_boards_open')).toBe(1);
  expect(after.get('gommette_people_connected')).toBe(2);
  expect(after.get('gommette_sockets_open')).toBe(2);
  expect(after.get('gommette_backlog_bytes')).toBe(0);
});

test('[OP2] a refusal moves its reason, and the end of its socket', async () => {
  const eve = await house.enter(board, 'observer', 'Eve');
  write(eve, 'non');
  await eve.until(() => eve.closes.length > 0);
  const after = await series();
  expect(after.get('gommette_updates_refused_total{reason="role"}')).toBe(1);
  expect(after.get('gommette_updates_admitted_total')).toBe(0);
  expect(after.get('gommette_sockets_closed_total{end="refused"}')).toBe(1);
});

test('[OP2] presence is counted as it comes and as it leaves', async () => {
  const ana = await house.enter(board, 'facilitator', 'Ana');
  const ben = await house.enter(board, 'participant', 'Ben');
  ana.provider.awareness.setLocalState({ at: 'wall' });
  await ben.until(() => ben.provider.awareness.getStates().has(ana.doc.clientID));
  const after = await series();
  expect(after.get('gommette_presence_frames_total{way="in"}')).toBeGreaterThan(0);
  expect(after.get('gommette_presence_frames_total{way="out"}')).toBeGreaterThan(0);
});

test('[OP2] who leaves has left, and who has no ticket is shown out', async () => {
  const ana = await house.enter(board, 'facilitator', 'Ana');
  ana.destroy();
  const { origin } = house;
  const stranger = createSyncClient({ origin, boardId: board.boardId, ticket: 'x'.repeat(24) });
  await stranger.until(() => stranger.closes.length > 0);
  stranger.destroy();
  const ended = (end: string) => `gommette_sockets_closed_total{end="${end}"}`;
  expect((await series()).get(ended('unauthenticated'))).toBeGreaterThan(0);
  let left = 0; // the server hears of it when the network says so
  while (left === 0) left = (await series()).get(ended('left')) ?? Number.NaN;
  expect(left).toBe(1);
});

test('[OP3] nothing in the metrics names a board, a person or a secret', async () => {
  const guest = await house.guest(board, 'facilitator', 'Bérengère');
  const client = guest.open();
  await client.until(() => client.provider.synced);
  const text = await read();
  const { personId, ticket } = guest.joined;
  const secrets = Object.values(board.links).map((link) => new URL(link).hash.slice(1));
  for (const word of [board.boardId, personId, ticket, 'Bérengère', 'confidentiel', ...secrets])
    expect(text).not.toContain(word);
  expect(text.length).toBeGreaterThan(1_000);
});

test('[OP4] what a proxy passed on does not come from this machine', async () => {
  const { port } = new URL(house.origin);
  const asProxy = { headers: { 'x-forwarded-for': '192.0.2.1' } };
  expect((await fetch(`http://127.0.0.1:${port}/api/metrics`, asProxy)).status).toBe(403);
});

test('[OP12] people in a workshop whose date has come are shown out, and its room lets go', async () => {
  await house.close();
  let now = Date.now();
  house = await openHouse({ clock: () => now, environment: { PURGE_AFTER_DAYS: '1' } });
  board = await house.create();
  const ana = await house.enter(board, 'facilitator', 'Ana');
  write(ana, 'un');
  await ana.until(() => ana.saved.at(-1)?.updates === ana.sent());
  const { store, rooms } = house;
  const { measures } = createMetrics();
  const purge = createPurge({ store, rooms, measures, clock: () => now, log: house.log.log });
  for (const _look of ['sees it due', 'erases it']) {
    now += 86_400_000;
    await purge.start();
    await purge.stop();
  }
  await ana.until(() => ana.closes.includes('unknownBoard'));
  expect(await house.store.board(board.boardId)).toBeUndefined();
  while (rooms.stats().boards > 0) await turn();
  const told = house.log.lines().filter(({ level }) => level !== 'debug');
  expect(told.map(({ msg }) => msg)).toEqual(['board purged']);
});
