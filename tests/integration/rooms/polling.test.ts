/** The frames of a room over plain HTTP, as the page's own part sends them. */
import { afterEach, expect, test, vi } from 'vitest';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addEntity } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { newId, type PersonId } from '../../../shared/ids.ts';
import { CLOSE } from '../../../shared/protocol/close.ts';
import { type House, type HouseOptions, openHouse } from '../../support/house.ts';
import { openPoller, packet, SEPARATOR } from '../../support/polls.ts';
import { colleague, layBoard, workTogether } from '../../support/shared-work.ts';
import { water } from '../../support/small-workshop.ts';
import { type SyncClient, syncFrame } from '../../support/sync-client.ts';

let house: House;
afterEach(() => house.close());

async function open(options: HouseOptions = {}) {
  house = await openHouse(options);
  return house.create();
}
const inBoard = async (client: SyncClient) => {
  await client.until(() => client.provider.synced);
  return client;
};
/** Comes back no more. */
const ended = async (client: SyncClient) => {
  client.provider.shouldConnect = false;
  await client.until(() => client.closes.length > 0);
  return client.closes[0];
};

test.each(['poll', 'open'] as const)(
  '[PO1] two people work in one board, one over plain HTTP and one by %s',
  async (way) => {
    const board = await open();
    const ana = await inBoard((await house.guest(board, 'facilitator', 'Ana')).poll());
    const ben = await inBoard((await house.guest(board, 'participant', 'Ben'))[way]());
    await layBoard(colleague(ana));
    await workTogether(colleague(ana), colleague(ben));
    expect(readBoard(ben.doc)).toEqual(readBoard(ana.doc));
  },
);

test('[PO1] presence and signs of life travel too, and whoever leaves is seen to leave', async () => {
  const board = await open();
  const ana = await inBoard((await house.guest(board, 'facilitator', 'Ana')).open());
  const ben = await inBoard((await house.guest(board, 'participant', 'Ben')).poll());
  const stateOfBen = () => ana.provider.awareness.getStates().get(ben.doc.clientID);
  ben.provider.awareness.setLocalState({ actionId: 'a1' });
  await ana.until(() => stateOfBen()?.actionId === 'a1');
  await ben.roundTrip();
  ben.destroy();
  await ana.until(() => stateOfBen() === undefined);
});

test('[PO2] a refused change, an access that ends and a stop are told with their reason', async () => {
  const board = await open();
  const ana = await inBoard((await house.guest(board, 'facilitator', 'Ana')).open());
  await layBoard(colleague(ana));
  const eye = await inBoard((await house.guest(board, 'observer', 'Mur')).poll());
  addEntity(eye.doc, 'actions', newId<'action'>(), { title: 'x', priorityId: water, rank: 'a9' });
  expect(await ended(eye)).toBe('refused');
  expect(eye.refusals).toEqual([{ reason: 'role', update: eye.sent() }]);

  const ben = await inBoard((await house.guest(board, 'participant', 'Ben')).poll());
  house.rooms.disconnect(board.boardId, ({ name }) => name === 'Ben', 'unauthenticated');
  expect(await ended(ben)).toBe('unauthenticated');

  const zoe = await inBoard((await house.guest(board, 'participant', 'Zoé')).poll());
  await house.rooms.close();
  expect(await ended(zoe)).toBe('serverStopping');
});

test('[PO11] somebody who stops polling costs a bounded memory, then is shown out as too slow', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  const environment = { PRESENCE_BACKLOG_BYTES: '20000', MAX_BACKLOG_BYTES: '20000' };
  const board = await open({ environment });
  const ana = await inBoard((await house.guest(board, 'facilitator', 'Ana')).open());
  await layBoard(colleague(ana));
  const { joined } = await house.guest(board, 'participant', 'Ben');
  const { boardId } = board;
  const ben = await openPoller({ origin: house.origin, boardId, ticket: joined.ticket });
  // It asks for the board, and goes on by everything but polls.
  await ben.post(packet(syncFrame('step1', Uint8Array.of(0))));
  const personId = ana.sessions.at(-1)?.me ?? ('' as PersonId);
  const place = { priorityId: water, before: null };
  const author = { personId, directionId: null, actorId: null };
  const backlogAfter = async (more: number) => {
    for (let n = 0; n < more; n++) addAction(ana.doc, { title: 'x'.repeat(250), place, author });
    await ana.until(colleague(ana).isSaved);
    return house.rooms.stats().backlogBytes;
  };
  const behind = await backlogAfter(50);
  expect(behind).toBeGreaterThan(20_000);
  expect(await backlogAfter(50)).toBe(behind);
  vi.advanceTimersByTime(60_000);
  const told = await (await ben.poll()).text();
  expect(told.split(SEPARATOR).at(-1)).toBe(`4close ${CLOSE.tooSlow.code}`);
  const last = await (await ben.poll()).text();
  expect(last.split(SEPARATOR).at(-1)).toBe('1');
  vi.useRealTimers();
});
