/** Hostile clients on a real socket: each is shown out or held back, and a neighbour notices nothing. */
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createDoc, entitiesOf, writeInfo } from '../../../shared/board/doc.ts';
import { CLOSE } from '../../../shared/protocol/close.ts';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import { MESSAGE } from '../../../shared/protocol/messages.ts';
import { chainOfClients, manyClients } from '../../load/hostile/bytes.ts';
import { bytesOf } from '../../support/forge.ts';
import { type Guest, type House, openHouse } from '../../support/house.ts';
import { type SyncClient, syncFrame } from '../../support/sync-client.ts';

let house: House;
let board: BoardCreated;
let neighbour: SyncClient;
let hostile: SyncClient;
beforeEach(async () => {
  house = await openHouse();
  board = await house.create();
  neighbour = await house.enter(board, 'facilitator', 'Ana');
  hostile = await house.enter(board, 'participant', 'Ben');
});
afterEach(() => house.close());

const stateOf = (client: SyncClient) => JSON.stringify(client.doc.toJSON());
/** Sends a frame and waits to be shown out; the neighbour and the log must be as before. */
async function shownOut(frame: Uint8Array | string): Promise<unknown> {
  const before = stateOf(neighbour);
  const entries = await house.store.readAfter(board.boardId, 0);
  hostile.sendRaw(frame);
  await hostile.until(() => hostile.closes.length > 0);
  await neighbour.roundTrip();
  expect(stateOf(neighbour)).toBe(before);
  expect(neighbour.closes).toEqual([]);
  expect(await house.store.readAfter(board.boardId, 0)).toEqual(entries);
  return hostile.closes[0];
}
const forged = (change: (doc: Y.Doc) => void, from = hostile): Uint8Array => {
  const doc = createDoc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(from.doc));
  const before = Y.encodeStateVector(doc);
  doc.clientID = from.doc.clientID;
  doc.transact(() => change(doc));
  return Y.encodeStateAsUpdate(doc, before);
};
const update = (bytes: Uint8Array) => syncFrame('update', bytes);

test.each<[string, () => Uint8Array | string, number]>([
  ['a text frame', () => 'hello', CLOSE.badFrame.code],
  ['an empty frame', () => new Uint8Array(), CLOSE.badFrame.code],
  ['an unknown type', () => Uint8Array.of(99), CLOSE.badFrame.code],
  ['a truncated frame', () => Uint8Array.of(0, 2, 50, 1), CLOSE.badFrame.code],
  ['an unknown sub-type', () => Uint8Array.of(0, 9, 0), CLOSE.badFrame.code],
  [
    'a state vector that is none',
    () => syncFrame('step1', Uint8Array.of(5, 1)),
    CLOSE.badFrame.code,
  ],
  ['a presence that is none', () => Uint8Array.of(1, 2, 9, 9), CLOSE.badFrame.code],
  ['a message of 2 MB', () => update(new Uint8Array(2_000_000)), 1009],
  ['an update above 256 kB', () => update(new Uint8Array(300_000)), CLOSE.refused.code],
  ['garbage for an update', () => update(Uint8Array.of(9, 9, 9)), CLOSE.refused.code],
  [
    'version 2 of the encoding',
    () => update(Y.encodeStateAsUpdateV2(hostile.doc)),
    CLOSE.refused.code,
  ],
  [
    'what the schema does not know',
    () => update(forged((doc) => doc.getMap('other').set('a', 1))),
    CLOSE.refused.code,
  ],
  [
    'the frame, by a participant',
    () => update(forged((doc) => writeInfo(doc, { title: 'x' }))),
    CLOSE.refused.code,
  ],
  [
    'clients that each wait for the next',
    () => update(chainOfClients(1e6, 3_000)),
    CLOSE.refused.code,
  ],
  ['more ids than one person has', () => update(manyClients(1e6, 1_001)), CLOSE.refused.code],
  [
    'an answer to nothing, above 256 kB',
    () => syncFrame('step2', new Uint8Array(300_000)),
    CLOSE.refused.code,
  ],
  [
    'a document inside the document',
    () => update(forged((doc) => void entitiesOf(doc, 'actions').set('x', new Y.Doc()))),
    CLOSE.refused.code,
  ],
])('[RO32] %s shows its sender out, and nobody notices', async (_what, frame, code) => {
  const reason = await shownOut(frame());
  const known = Object.entries(CLOSE).find(([, each]) => each.code === code)?.[0] ?? code;
  expect(reason).toBe(known);
});

test('[RO33] fifteen bytes that would silence a neighbour, and an edit in her name, are refused', async () => {
  neighbour.doc.transact(() => writeInfo(neighbour.doc, { subtitle: 'un' }));
  await hostile.until(() => hostile.doc.getMap('board').get('subtitle') === 'un');
  const client = neighbour.doc.clientID;
  const clock = Y.getState(neighbour.doc.store, client);
  const poison = bytesOf(1, 1, client, clock, 0, 1_000_000, 0);
  expect(poison.length).toBeLessThanOrEqual(15);
  expect(await shownOut(update(poison))).toBe('refused');
  expect(hostile.refusals[0]?.reason).toBe('authorship');
  neighbour.doc.transact(() => writeInfo(neighbour.doc, { subtitle: 'deux' }));
  await neighbour.until(() => neighbour.saved.at(-1)?.updates === neighbour.sent());
  expect(neighbour.closes).toEqual([]);
});

test('[RO33] nor can somebody be first under the id a neighbour’s page has announced', async () => {
  const poison = bytesOf(1, 1, neighbour.doc.clientID, 0, 0, 1_000_000, 0);
  expect(await shownOut(update(poison))).toBe('refused');
});

/** A page of somebody that says it has that id. */
const pageWithId = async (guest: Guest, client: number) => {
  const doc = createDoc();
  doc.clientID = client;
  const page = guest.open(doc);
  await page.until(() => page.provider.synced);
  await page.roundTrip();
  return page;
};
test.each(['says it', 'writes under it', 'says it, the room being closed meanwhile'])(
  '[RO33] the id of a neighbour who is offline stays theirs, though another %s',
  async (what) => {
    const [ana, ben] = [
      await house.guest(board, 'facilitator', 'Ana'),
      await house.guest(board, 'participant', 'Ben'),
    ];
    const page = ana.open();
    await page.until(() => page.provider.synced);
    await page.roundTrip();
    page.provider.disconnect();
    page.doc.transact(() => writeInfo(page.doc, { subtitle: 'offline' }));
    if (what.endsWith('meanwhile')) {
      for (const each of [neighbour, hostile]) each.destroy();
      while (house.rooms.stats().boards > 0) await new Promise(setImmediate);
    }
    const other = await pageWithId(ben, page.doc.clientID);
    if (what === 'writes under it') {
      other.sendRaw(update(bytesOf(1, 1, page.doc.clientID, 0, 0, 1, 0)));
      await other.until(() => other.closes.length > 0);
      expect(other.refusals[0]?.reason).toBe('authorship');
    }
    page.provider.connect();
    await page.until(() => page.saved.at(-1)?.updates === page.sent() && page.sent() > 0);
    expect(page.refusals).toEqual([]);
    const late = await house.enter(board, 'observer');
    expect(late.doc.getMap('board').get('subtitle')).toBe('offline');
    other.doc.clientID = page.doc.clientID; // Yjs has changed it, and its provider cannot end so
  },
);

test('[RO34] an update whose predecessor never comes is asked for and never kept', async () => {
  const entries = await house.store.readAfter(board.boardId, 0);
  hostile.sendRaw(update(bytesOf(1, 1, hostile.doc.clientID, 5, 0, 1, 0)));
  await hostile.until(() => hostile.sent() >= 3); // its provider answers what it was asked
  await hostile.roundTrip();
  expect(await house.store.readAfter(board.boardId, 0)).toEqual(entries);
});

test('[RO35] ten thousand states of presence in one message are one page’s at most', async () => {
  const payload = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 10_000);
    for (let client = 0; client < 10_000; client++) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, '{}');
    }
  });
  hostile.sendRaw(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.presence);
      encoding.writeVarUint8Array(encoder, payload);
    }),
  );
  await hostile.roundTrip();
  const late = await house.enter(board, 'participant', 'Cléo');
  await late.until(() => late.provider.awareness.getStates().size >= 3);
  expect(late.provider.awareness.getStates().size).toBe(3);
});
