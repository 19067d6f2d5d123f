import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Store } from '../../../server/store/store.ts';
import { createDoc, writeInfo } from '../../../shared/board/doc.ts';
import { CLOSE } from '../../../shared/protocol/close.ts';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import { gatedStore } from '../../support/gated-store.ts';
import { type House, openHouse } from '../../support/house.ts';
import { type SyncClient, syncFrame } from '../../support/sync-client.ts';

let house: House;
let board: BoardCreated;
let gates: ReturnType<typeof gatedStore>;

beforeEach(async () => {
  const wrap = (store: Store) => {
    gates = gatedStore(store);
    return gates.store;
  };
  house = await openHouse({ wrap });
  board = await house.create();
});
afterEach(() => house.close());

const write = ({ doc }: SyncClient, subtitle: string) =>
  doc.transact(() => writeInfo(doc, { subtitle }));
const read = ({ doc }: SyncClient) => doc.getMap('board').get('subtitle');
const logLength = async () => (await house.store.readAfter(board.boardId, 0, 'update')).length;

test('[RO1] what one person writes reaches the others, and the log first', async () => {
  const [ana, ben] = [
    await house.enter(board, 'facilitator', 'Ana'),
    await house.enter(board, 'participant', 'Ben'),
  ];
  const before = await logLength();
  const append = gates.hold('append');
  write(ana, 'un');
  await append.reached;
  await ben.roundTrip();
  expect(read(ben)).toBeUndefined();
  append.release();
  await ben.until(() => read(ben) === 'un');
  expect(await logLength()).toBe(before + 1);
});

test('[RO1] whoever comes meanwhile is not told of it before either', async () => {
  const ana = await house.enter(board, 'facilitator', 'Ana');
  const guest = await house.guest(board, 'participant', 'Ben');
  const append = gates.hold('append');
  write(ana, 'un');
  await append.reached;
  const ben = guest.open();
  await ben.until(() => ben.sessions.length > 0);
  expect(ben.provider.synced).toBe(false);
  append.release();
  await ben.until(() => ben.provider.synced);
  expect(read(ben)).toBe('un');
});

test('[RO2] "saved" is told after a disk sync, with the number of updates that arrived', async () => {
  const ana = await house.enter(board, 'facilitator', 'Ana');
  await ana.until(() => ana.saved.at(-1)?.updates === ana.sent());
  const known = ana.saved.length;
  const sync = gates.hold('sync');
  write(ana, 'un');
  write(ana, 'deux');
  await sync.reached;
  await ana.roundTrip();
  expect(ana.saved).toHaveLength(known);
  sync.release();
  await ana.until(() => ana.saved.at(-1)?.updates === ana.sent());
  expect(ana.saved.at(-1)?.at).toBeGreaterThan(1_700_000_000_000);
});

test('[RO3] an observer’s update is refused with its number, and nobody else notices', async () => {
  const [ana, eye] = [
    await house.enter(board, 'facilitator', 'Ana'),
    await house.enter(board, 'observer', 'Mur'),
  ];
  const before = await logLength();
  write(eye, 'mine');
  await eye.until(() => eye.closes.length > 0);
  expect(eye.refusals).toEqual([{ reason: 'role', update: 2 }]); // the first was its empty answer
  expect(eye.closes).toEqual(['refused']);
  await ana.roundTrip();
  expect(read(ana)).toBeUndefined();
  expect(ana.closes).toEqual([]);
  expect(await logLength()).toBe(before);
});

test('[RO4] what was written offline enters on return, from both sides', async () => {
  const [ana, ben] = [
    await house.enter(board, 'facilitator', 'Ana'),
    await house.enter(board, 'facilitator', 'Ben'),
  ];
  ben.provider.disconnect();
  await ben.until(() => !ben.provider.wsconnected);
  write(ben, 'offline');
  ana.doc.transact(() => writeInfo(ana.doc, { notice: 'meanwhile' }));
  ben.provider.connect();
  await ana.until(() => read(ana) === 'offline');
  await ben.until(() => ben.doc.getMap('board').get('notice') === 'meanwhile');
  await ben.until(() => ben.saved.at(-1)?.updates === ben.sent());
});

test('[RO5] an update that stands on a missing one is asked for, and acknowledged once it came', async () => {
  const ana = await house.enter(board, 'facilitator', 'Ana');
  const own = createDoc();
  Y.applyUpdate(own, Y.encodeStateAsUpdate(ana.doc));
  const updates: Uint8Array[] = [];
  own.on('update', (update: Uint8Array) => updates.push(update));
  writeInfo(own, { subtitle: 'un' });
  writeInfo(own, { subtitle: 'deux' });
  const [first, second] = updates;
  if (!first || !second) throw new Error('two updates');
  await ana.until(() => ana.saved.at(-1)?.updates === ana.sent());
  const before = await logLength();

  ana.sendRaw(syncFrame('update', second));
  await ana.until(() => ana.saved.at(-1)?.updates === ana.sent()); // the provider answered with all it has
  expect(await logLength()).toBe(before);
  ana.sendRaw(syncFrame('update', first));
  ana.sendRaw(syncFrame('update', second));
  await ana.until(() => ana.saved.at(-1)?.updates === ana.sent());
  expect(await logLength()).toBe(before + 2);
  expect(ana.closes).toEqual([]);
});

test('[RO6] when the log cannot keep an update nobody sees it, everybody is told, and it enters later', async () => {
  const [ana, ben] = [
    await house.enter(board, 'facilitator', 'Ana'),
    await house.enter(board, 'facilitator', 'Ben'),
  ];
  gates.fail('append');
  write(ana, 'un');
  await Promise.all([ana, ben].map((client) => client.until(() => client.closes.length > 0)));
  expect([ana.closes[0], ben.closes[0]]).toEqual(['storageFault', 'storageFault']);
  expect(ana.refusals[0]).toMatchObject({ reason: 'storage' });
  expect(ben.refusals).toEqual([]);
  expect(CLOSE.storageFault.react).toBe('reconnect');
  await ben.until(() => ben.provider.synced);
  expect(read(ben)).toBeUndefined();
  gates.mend();
  await ben.until(() => read(ben) === 'un');
});

test('[RO7] when the disk no longer keeps what is written, everybody is told and nobody is let in', async () => {
  const ana = await house.enter(board, 'facilitator', 'Ana');
  gates.fail('sync');
  write(ana, 'un');
  await ana.until(() => ana.closes.length > 1);
  expect(new Set(ana.closes)).toEqual(new Set(['storageFault']));
  expect(house.log.lines().some(({ level }) => level === 'fatal')).toBe(true);
  gates.mend(); // what the disk says from here on is not believed
  const ben = (await house.guest(board, 'participant', 'Ben')).open();
  await ben.until(() => ben.closes.length > 0);
  expect([ben.closes[0], ben.provider.synced]).toEqual(['storageFault', false]);
  expect(house.rooms.stats().accepting).toBe(false);
});
