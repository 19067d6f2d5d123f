/** The frames of a room over plain HTTP, as the page's own part sends them. */
import { afterEach, expect, test, vi } from 'vitest';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addEntity } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { newId, type PersonId } from '../../../shared/ids.ts';
import { CLOSE } from '../../../shared/protocol/close.ts';
import { MESSAGE, PING } from '../../../shared/protocol/messages.ts';
import { type House, type HouseOptions, openHouse } from '../../support/house.ts';
import { handshake, openPoller, type Poller, packet, SEPARATOR } from '../../support/polls.ts';
import { colleague, layBoard, workTogether } from '../../support/shared-work.ts';
import { water } from '../../support/small-workshop.ts';
import { type SyncClient, syncFrame } from '../../support/sync-client.ts';

let house: House;
afterEach(() => house.close());

async function open(options: HouseOptions = {}) {
  house = await openHouse(options);
  return house.create();
}
/** Somebody who speaks by hand, and has not been told anything yet. */
async function seatOf(options: HouseOptions = {}) {
  const board = await open(options);
  const { joined } = await house.guest(board, 'participant', 'Ben');
  return { origin: house.origin, boardId: board.boardId, ticket: joined.ticket };
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

/** Polls until something begins so. */
async function toldBy(poller: Poller, beginning: string): Promise<void> {
  for (;;) {
    const packets = (await (await poller.poll()).text()).split(SEPARATOR);
    if (packets.some((each) => each.startsWith(beginning))) return;
    expect(packets).not.toContain('1');
  }
}
const PONG = packet(Uint8Array.of(MESSAGE.pong)).slice(0, 2);

test('[PO23] pieces beyond the rate wait, those of an honest frame then go on, and empty ones end it', async () => {
  const environment = { MESSAGES_PER_SECOND: '20', MESSAGE_BURST: '20' };
  const poller = await openPoller(await seatOf({ environment }));
  const pieces = (piece: string, count: number) => Array(count).fill(piece).join(SEPARATOR);
  const zeros = `4+${Buffer.alloc(600).toString('base64')}`;
  const begun = performance.now();
  await poller.post(pieces(zeros, 19));
  await poller.post(pieces(zeros, 11));
  await poller.post(pieces(zeros, 1));
  expect(performance.now() - begun).toBeGreaterThan(400); // thirty, at twenty a second behind twenty
  const told = toldBy(poller, `4close ${CLOSE.badFrame.code}`);
  await poller.post('4+');
  await told;
});

test('[PO20] a ping in pieces is answered as one that is whole', async () => {
  const poller = await openPoller(await seatOf());
  const told = toldBy(poller, PONG);
  await poller.post(`4+${Buffer.from(PING).toString('base64')}${SEPARATOR}b`);
  await told;
});

test('[PO24] the engine does not end a session whose page is writing a long frame', async () => {
  const seat = await seatOf();
  const [opening = ''] = (await (await handshake(seat)).text()).split(SEPARATOR);
  const { pingTimeout } = JSON.parse(opening.slice(1)) as { readonly pingTimeout: number };
  const largest = 2 ** 20 / 765; // pieces of the longest frame, where bodies are the shortest
  expect(pingTimeout).toBeGreaterThan(largest * 2_000);
});
