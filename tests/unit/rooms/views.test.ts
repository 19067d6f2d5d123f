import * as decoding from 'lib0/decoding';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { createViews } from '../../../server/rooms/session/views.ts';
import { type Connection, createConnection } from '../../../server/rooms/socket/connection.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import type { PersonRow, Store } from '../../../server/store/store.ts';
import { newId, type PersonId } from '../../../shared/ids.ts';
import { decodeJson, type SessionChange } from '../../../shared/protocol/messages.ts';
import { replay } from '../../../shared/session/evolve.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { NO_LIMIT, notedPeer } from '../../support/noted-peer.ts';

let store: Store;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  store = await openSqlite(':memory:');
});
afterEach(async () => {
  await store.close();
  vi.useRealTimers();
});

const row = (name: string, role: Role = 'facilitator', ticket = true): PersonRow => ({
  id: name as PersonId,
  role,
  name,
  directionId: null,
  actorId: null,
  ticketHash: ticket ? new Uint8Array(32) : null,
  joinedAt: 0,
});

/** A page, and what it was told of the session. */
function page(person: PersonRow) {
  const peer = notedPeer();
  const limits = readConfig({ MAX_BACKLOG_BYTES: '1000', PRESENCE_BACKLOG_BYTES: '500' });
  const connection = createConnection({
    peer,
    person,
    limits,
    allowance: NO_LIMIT,
    clock: () => 0,
    onClosed: () => {},
  });
  const told = (): SessionChange[] =>
    peer.sent.map((frame) => {
      const decoder = decoding.createDecoder(frame);
      decoding.readVarUint(decoder);
      return decodeJson<SessionChange>(decoder);
    });
  return { peer, connection, told };
}

/** What a room tells of those people, of whom some have a page open. */
async function opened({ people = [row('ana'), row('ben')], away = [] as PersonRow[] } = {}) {
  const id = newId<'board'>();
  await store.createBoard({ id, createdAt: 0, purgeAt: 1, epoch: '' }, [], []);
  for (const person of [...people, ...away]) await store.savePerson(id, person);
  const pages = people.map(page);
  const clients = new Map<Connection, number>();
  const announced = { session: replay([]) };
  const time = { now: 1_000 };
  const connections = new Set(pages.map(({ connection }) => connection));
  const views = createViews({
    id,
    board: { people: [...people, ...away], entryCode: null },
    store,
    announced,
    connections: () => connections,
    clientOf: (connection) => clients.get(connection),
    clock: () => time.now,
  });
  return { id, views, pages, clients, announced, time, connections };
}
const raise = (name: string, at: number) =>
  replay([{ type: 'hand-set', personId: name as PersonId, raisedAt: at }]);
const peopleIn = (change: SessionChange | undefined) =>
  (change?.people ?? change?.items?.people)?.map(({ id }) => id);

test('[SR12] whoever comes is told all there is, and then only what has changed', async () => {
  const { views, pages, announced, time } = await opened();
  const [ana] = pages;
  if (!ana) throw new Error('nobody');
  views.sendTo(ana.connection);
  expect(ana.told()).toMatchObject([{ me: 'ana', role: 'facilitator', now: 1_000, steps: [] }]);
  expect(peopleIn(ana.told()[0])).toEqual(['ana', 'ben']);
  time.now = 2_000;
  views.sendTo(ana.connection);
  expect(ana.told()).toHaveLength(1); // only time went by
  announced.session = raise('ben', 5);
  views.sendTo(ana.connection);
  expect(ana.told()[1]).toMatchObject({ now: 2_000, items: { people: [{ id: 'ben', hand: 5 }] } });
  expect(new Set(Object.keys(ana.told()[1] ?? {}))).toEqual(new Set(['items', 'now']));
});

test('[SR8] of something new its asker is told at once, everybody in a moment, once', async () => {
  const { views, pages, announced } = await opened();
  const [ana, ben] = pages;
  if (!ana || !ben) throw new Error('nobody');
  for (const { connection } of pages) views.sendTo(connection);
  announced.session = raise('ana', 5);
  views.announce(ana.connection);
  views.announce(null);
  expect([ana.told().length, ben.told().length]).toEqual([2, 1]);
  vi.advanceTimersByTime(49);
  expect(ben.told()).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect([ana.told().length, ben.told().length]).toEqual([2, 2]);
  announced.session = raise('ana', 6);
  views.announce(null);
  vi.advanceTimersByTime(50);
  expect([ana.told().length, ben.told().length]).toEqual([3, 3]);
});

test('[SR8] in a large room everybody is told less often', async () => {
  const people = Array.from({ length: 30 }, (_, n) => row(`p${n}`, 'participant'));
  const { views, pages } = await opened({ people });
  views.changed();
  vi.advanceTimersByTime(59);
  expect(pages[0]?.told()).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(pages.map(({ told }) => told().length)).toEqual(people.map(() => 1));
});

test('[RO12] each is told who is there, with the client ids of their pages', async () => {
  const { views, pages, clients, connections } = await opened({
    people: [row('ana'), row('ben'), row('ben')],
    away: [row('cleo'), row('gone', 'participant', false)],
  });
  const [ana, ben, again] = pages;
  if (!ana || !ben || !again) throw new Error('nobody');
  clients.set(ben.connection, 7).set(again.connection, 8);
  views.changed();
  views.sendTo(ana.connection);
  expect(ana.told()[0]?.people?.map((one) => [one.id, one.clients])).toEqual([
    ['ana', []],
    ['ben', [7, 8]],
    ['cleo', []],
  ]);
  connections.delete(ben.connection);
  views.changed();
  vi.advanceTimersByTime(50);
  expect(ana.told().at(-1)?.items?.people).toMatchObject([{ id: 'ben', clients: [8] }]);
  expect(views.person('gone' as PersonId)).toMatchObject({ ticketHash: null });
  expect(views.person('nobody' as PersonId)).toBeUndefined();
});

test('[RO12] who is there is read again when it has changed, and whether entry is open', async () => {
  const { id, views, pages } = await opened();
  const [ana] = pages;
  if (!ana) throw new Error('nobody');
  views.sendTo(ana.connection);
  await store.savePerson(id, { ...row('ben'), name: 'Benoît' });
  await store.openEntry(id, 'ABCDEF');
  views.came(row('dora'));
  vi.advanceTimersByTime(50);
  expect(peopleIn(ana.told()[1])).toContain('dora');
  await views.reload();
  vi.advanceTimersByTime(50);
  expect(ana.told()[2]).toMatchObject({ entryCode: 'ABCDEF' });
  const ben = (ana.told()[2]?.people ?? []).find((one) => one.id === 'ben');
  expect([ben?.name, peopleIn(ana.told()[2])]).toEqual(['Benoît', ['ana', 'ben']]);
  views.came(row('ben')); // as he was when he came to the door
  expect(views.person('ben' as PersonId)?.name).toBe('Benoît');
  await store.closeEntry(id);
  await views.reload();
  vi.advanceTimersByTime(50);
  expect(ana.told()[3]).toMatchObject({ entryCode: null });
});

test('[RO19] who is far behind is told nothing, and all they missed once they have drained', async () => {
  const { views, pages, announced } = await opened();
  const [ana] = pages;
  if (!ana) throw new Error('nobody');
  views.sendTo(ana.connection);
  const known = ana.peer.sent.length;
  ana.peer.block();
  ana.connection.send(new Uint8Array(2_000));
  announced.session = raise('ben', 5);
  views.sendTo(ana.connection);
  expect(ana.peer.sent).toHaveLength(known + 1);
  ana.peer.drain();
  views.sendTo(ana.connection);
  expect(ana.peer.sent).toHaveLength(known + 2);
});

test('[RO16] once closed nobody is told anything more', async () => {
  const { views, pages } = await opened();
  views.changed();
  views.close();
  vi.advanceTimersByTime(1_000);
  expect(pages.map(({ peer }) => peer.sent)).toEqual([[], []]);
});

test('[SE1] an observer is told who is there without their names', async () => {
  const { views, pages } = await opened({ people: [row('mur', 'observer'), row('ana')] });
  const [wall, ana] = pages;
  if (!wall || !ana) throw new Error('nobody');
  for (const { connection } of pages) views.sendTo(connection);
  expect(JSON.stringify(wall.told()[0]?.people?.map(({ name }) => name))).not.toContain('ana');
  expect(ana.told()[0]?.people?.map(({ name }) => name)).toContain('ana');
});
