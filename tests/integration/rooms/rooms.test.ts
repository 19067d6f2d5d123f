import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { Store } from '../../../server/store/store.ts';
import { writeInfo } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { MESSAGE, SYNC } from '../../../shared/protocol/messages.ts';
import { gatedStore } from '../../support/gated-store.ts';
import { type House, type HouseOptions, openHouse } from '../../support/house.ts';
import { type SyncClient, syncFrame } from '../../support/sync-client.ts';

let house: House;
let gates: ReturnType<typeof gatedStore>;
afterEach(() => house.close());

async function open(options: HouseOptions = {}): Promise<void> {
  const wrap = (store: Store) => {
    gates = gatedStore(store);
    return gates.store;
  };
  house = await openHouse({ wrap, ...options });
}
const write = ({ doc }: SyncClient, subtitle: string) =>
  doc.transact(() => writeInfo(doc, { subtitle }));
const read = ({ doc }: SyncClient) => doc.getMap('board').get('subtitle');
const isGone = () => house.rooms.stats().boards === 0;
/** Resolves when the server has nothing left to do for it: it says so by its statistics. */
async function eventually(fact: () => boolean): Promise<void> {
  while (!fact()) await turn();
}

/** All that the page asked has arrived, and waits: it stands right behind what the page is told first. */
async function comeWhileLoading() {
  const board = await house.create({ title: 'Plein' });
  const guest = await house.guest(board, 'facilitator');
  const load = gates.hold('board');
  const client = guest.open();
  await load.reached;
  await client.until(() => client.provider.wsconnected);
  await client.roundTrip();
  return { client, load };
}

test('[RO8] nobody is told of a board before it is loaded, and what arrives meanwhile waits', async () => {
  await open();
  const { client, load } = await comeWhileLoading();
  expect(client.sessions).toEqual([]);
  expect(client.provider.synced).toBe(false);
  load.release();
  await client.until(() => client.provider.synced);
  expect(readBoard(client.doc).info.title).toBe('Plein');
});

test('[RO9] people who come at once open the board once', async () => {
  await open();
  const board = await house.create();
  const guest = await house.guest(board, 'facilitator');
  const before = gates.count('board');
  const load = gates.hold('board');
  const clients = [guest.open(), guest.open(), guest.open()];
  await load.reached;
  await eventually(() => house.rooms.stats().connections === 3);
  load.release();
  await Promise.all(clients.map((client) => client.until(() => client.provider.synced)));
  expect(gates.count('board')).toBe(before + 1);
});

test('[RO10] a board nobody is in is folded and let go, and opens again with all of it', async () => {
  await open();
  const board = await house.create({ title: 'Avant' });
  const ana = await house.enter(board, 'facilitator', 'Ana');
  write(ana, 'un');
  await ana.until(() => ana.saved.at(-1)?.updates === ana.sent());
  ana.destroy();
  await eventually(isGone);
  const entries = await house.store.readAfter(board.boardId, 0);
  expect((await house.store.latestSnapshot(board.boardId))?.seq).toBe(entries.at(-1)?.seq);

  const ben = await house.enter(board, 'facilitator', 'Ben');
  expect(readBoard(ben.doc).info).toMatchObject({ title: 'Avant', subtitle: 'un' });
  write(ben, 'deux');
  const cleo = await house.enter(board, 'participant', 'Cléo');
  expect(read(cleo)).toBe('deux');
});

test('[RO43] a stop lets the fold of a board that was just left end first', async () => {
  await open();
  const board = await house.create();
  const ana = await house.enter(board, 'facilitator', 'Ana');
  write(ana, 'un');
  await ana.until(() => ana.saved.at(-1)?.updates === ana.sent());
  const fold = gates.hold('saveSnapshot');
  ana.destroy();
  await fold.reached;
  let stopped = false;
  const stop = house.rooms.close().then(() => {
    stopped = true;
  });
  await eventually(isGone);
  await turn();
  expect(stopped).toBe(false);
  fold.release();
  await stop;
  const entries = await house.store.readAfter(board.boardId, 0);
  expect((await house.store.latestSnapshot(board.boardId))?.seq).toBe(entries.at(-1)?.seq);
});

test('[RO11] a page sees who else is there and where, until they leave', async () => {
  await open();
  const board = await house.create();
  const [ana, ben] = [
    await house.enter(board, 'facilitator', 'Ana'),
    await house.enter(board, 'participant', 'Ben'),
  ];
  ben.provider.awareness.setLocalState({ actionId: 'a1' });
  const stateOfBen = () => ana.provider.awareness.getStates().get(ben.doc.clientID);
  await ana.until(() => stateOfBen()?.actionId === 'a1');
  const late = await house.enter(board, 'participant', 'Cléo');
  await late.until(() => late.provider.awareness.getStates().has(ben.doc.clientID));
  ben.destroy();
  await ana.until(() => stateOfBen() === undefined);
  await late.until(() => !late.provider.awareness.getStates().has(ben.doc.clientID));
});

test('[RO12] each person is told who is there, with the pages the server knows as theirs', async () => {
  await open();
  const board = await house.create();
  const ana = await house.enter(board, 'facilitator', 'Ana');
  const guest = await house.guest(board, 'participant', 'Ben');
  const ben = guest.open();
  const seen = () => ana.sessions.at(-1)?.people.find(({ name }) => name === 'Ben');
  await ana.until(() => seen()?.clients.includes(ben.doc.clientID) === true);
  expect(seen()?.id).toBe(guest.joined.personId);
  expect(ana.sessions.at(-1)).toMatchObject({ role: 'facilitator', me: ana.sessions[0]?.me });
  ben.destroy();
  await ana.until(() => seen()?.clients.length === 0);
});

test('[RO13] an observer is told who is there without a name', async () => {
  await open();
  const board = await house.create();
  await house.enter(board, 'facilitator', 'Ana Secrète');
  const wall = await house.enter(board, 'observer', 'Mur');
  await wall.until(() => wall.sessions.at(-1)?.people.length === 2);
  expect(wall.sessions.flatMap(({ people }) => people.map(({ name }) => name))).not.toContain(
    'Mur',
  );
  expect(JSON.stringify(wall.sessions)).not.toContain('Secrète');
});

test('[RO14] sockets that HTTP closes are closed with its reason, the others stay', async () => {
  await open();
  const board = await house.create();
  const [ana, ben] = [
    await house.enter(board, 'facilitator', 'Ana'),
    await house.enter(board, 'participant', 'Ben'),
  ];
  house.rooms.disconnect(board.boardId, ({ role }) => role === 'participant', 'accessChanged');
  await ben.until(() => ben.closes.length > 0);
  expect(ben.closes).toEqual(['accessChanged']);
  await ana.roundTrip();
  expect(ana.closes).toEqual([]);
});

test('[RO15] a board is read with all that was admitted, whether it is open or not', async () => {
  await open();
  const board = await house.create({ title: 'Lu' });
  expect((await house.rooms.frame(board.boardId))?.info.title).toBe('Lu');
  const ana = await house.enter(board, 'facilitator', 'Ana');
  write(ana, 'un');
  await ana.roundTrip();
  expect((await house.rooms.frame(board.boardId))?.info.subtitle).toBe('un');
  expect(await house.rooms.frame('0000' as typeof board.boardId)).toBeUndefined();
});

test('[RO16] a stop keeps and acknowledges what was admitted, then says it stops', async () => {
  await open({ environment: { SAVE_INTERVAL_MS: '10000' } });
  const board = await house.create();
  const ana = await house.enter(board, 'facilitator', 'Ana');
  write(ana, 'un');
  await ana.roundTrip();
  await house.rooms.close();
  await ana.until(() => ana.closes.length > 0);
  expect(ana.saved.at(-1)?.updates).toBe(2);
  expect(ana.closes[0]).toBe('serverStopping');
});

test('[RO19] a reader who stops reading is made up for with one difference, and ends with all of it', async () => {
  await open({
    environment: {
      MAX_BACKLOG_BYTES: '20000',
      PRESENCE_BACKLOG_BYTES: '10000',
      MESSAGES_PER_SECOND: '100000',
      MESSAGE_BURST: '100000',
      BYTES_PER_SECOND: '1000000000',
    },
  });
  const board = await house.create();
  const writer = await house.enter(board, 'facilitator', 'Ana');
  const reader = await house.enter(board, 'facilitator', 'Ben');
  let frames = 0;
  reader.doc.on('update', () => frames++);
  reader.socket().pause();
  const updates = 2_000;
  for (let i = 1; i <= updates; i++) {
    write(writer, `${i} ${'x'.repeat(5_000)}`.slice(0, 500));
    writer.doc.transact(() => writeInfo(writer.doc, { purpose: `${i}${'y'.repeat(4_900)}` }));
    if (i % 50 === 0) await writer.roundTrip();
  }
  await writer.until(() => writer.saved.at(-1)?.updates === writer.sent());
  reader.socket().resume();
  await reader.until(
    () => reader.doc.getMap('board').get('purpose') === writer.doc.getMap('board').get('purpose'),
  );
  expect(readBoard(reader.doc)).toEqual(readBoard(writer.doc));
  expect(frames).toBeGreaterThan(1);
  expect(frames).toBeLessThan(2 * updates);
  expect(reader.closes).toEqual([]);
});

test('[RO46] who is too far behind from the start gets the board all the same, once', async () => {
  await open({ environment: { MAX_BACKLOG_BYTES: '200', PRESENCE_BACKLOG_BYTES: '100' } });
  const { client, load } = await comeWhileLoading();
  load.release();
  await client.until(() => client.provider.synced);
  expect(readBoard(client.doc).info.title).toBe('Plein');
  await client.roundTrip();
  const isUpdate = ([type, kind]: Uint8Array) => type === MESSAGE.sync && kind === SYNC.update;
  expect(client.frames.filter(isUpdate)).toEqual([]);
});

test('[RO47] who asks again and again for the board while far behind is told it once', async () => {
  await open({ environment: { MAX_BACKLOG_BYTES: '200', PRESENCE_BACKLOG_BYTES: '100' } });
  const board = await house.create({ title: 'Plein' });
  const ana = await house.enter(board, 'facilitator', 'Ana');
  ana.doc.transact(() => writeInfo(ana.doc, { purpose: 'x'.repeat(4_000) }));
  await ana.until(() => ana.saved.at(-1)?.updates === ana.sent());
  const isBoard = ([type, kind]: Uint8Array) => type === MESSAGE.sync && kind === SYNC.step2;
  const before = ana.frames.filter(isBoard).length;
  for (let times = 0; times < 50; times++) ana.sendRaw(syncFrame('step1', Uint8Array.of(0)));
  await ana.until(() => ana.frames.filter(isBoard).length > before);
  await ana.roundTrip();
  await ana.roundTrip();
  expect(ana.frames.filter(isBoard).length - before).toBeLessThan(10);
});

test('[RO38] a board that has become too large says so and stays readable', async () => {
  await open({ environment: { MAX_STATE_BYTES: '3000' } });
  const board = await house.create();
  const ana = await house.enter(board, 'facilitator', 'Ana');
  ana.doc.transact(() => writeInfo(ana.doc, { purpose: 'x'.repeat(4_000) }));
  await ana.until(() => ana.saved.at(-1)?.updates === ana.sent());
  write(ana, 'un');
  await ana.until(() => ana.closes.length > 0);
  expect(ana.refusals).toMatchObject([{ reason: 'full' }]);
  const ben = await house.enter(board, 'participant', 'Ben');
  expect(readBoard(ben.doc).info.purpose).toHaveLength(4_000);
});

test('[RO39] a board that nobody created shows its visitor out', async () => {
  await open();
  const board = await house.create();
  const guest = await house.guest(board, 'facilitator');
  const load = gates.hold('board');
  const client = guest.open();
  await load.reached;
  await house.store.purge(board.boardId);
  load.release();
  await client.until(() => client.closes.length > 0);
  expect(client.closes).toEqual(['unknownBoard']);
});
