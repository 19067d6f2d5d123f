/** Observers who gave no name, over real sockets: what stays of them, and how their page comes back. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonId } from '../../../shared/ids.ts';
import type { BoardCreated, Joined } from '../../../shared/protocol/http.ts';
import { createHandClock, type HandClock } from '../../support/hand-clock.ts';
import { type Guest, type House, openHouse } from '../../support/house.ts';
import { tokenOf } from '../../support/http.ts';
import type { SyncClient } from '../../support/sync-client.ts';

let directory: string;
let time: HandClock;
let house: House;
let board: BoardCreated;
let ana: SyncClient;
const openAgain = async () => {
  const { clock, alarm } = time;
  house = await openHouse({ dataDirectory: directory, clock, alarm });
};
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gommette-visitors-'));
  time = createHandClock();
  await openAgain();
  board = await house.create();
  ana = await house.enter(board, 'facilitator', 'Ana');
});
afterEach(async () => {
  await house.close();
  await rm(directory, { recursive: true });
});

const ask = (method: string, rest: string, secret: string, body?: unknown) =>
  fetch(`${house.origin}/api/boards/${board.boardId}${rest}`, {
    method,
    headers: { authorization: `Bearer ${secret}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const leader = () => tokenOf(board, 'facilitator');
const look = () => house.guest(board, 'observer', '');
/** As a page does that comes back by itself. */
const again = (personId: PersonId) =>
  ask('POST', '/join', tokenOf(board, 'observer'), { again: personId });
const people = () => ana.sessions.at(-1)?.people ?? [];
const counts = (count: number) => ana.until(() => people().length === count);
const rows = async () => (await house.store.people(board.boardId)).map(({ id }) => id);
const isHere = ({ joined }: Guest) =>
  (people().find(({ id }) => id === joined.personId)?.clients.length ?? 0) > 0;

/** Their page is open, and then it is not. */
async function comeAndGo(guest: Guest, way: 'open' | 'poll' = 'open') {
  const page = guest[way]();
  await page.until(() => page.provider.synced);
  await ana.until(() => isHere(guest));
  page.destroy();
  await ana.until(() => !isHere(guest));
}
/** Why a page of theirs does not come in. */
async function refusal(guest: Guest) {
  const page = guest.open();
  await page.until(() => page.closes.length > 0);
  page.destroy();
  return page.closes[0];
}

test('[LK26] whoever only opens the link makes no person; who joins and never connects is none in a minute', async () => {
  const token = tokenOf(board, 'observer');
  await fetch(`${house.origin}/a/${board.boardId}`);
  expect((await ask('GET', '', token)).status).toBe(200);
  expect(await rows()).toHaveLength(1);
  await look();
  await counts(2);
  time.pass(60_000);
  await counts(1);
  expect(await rows()).toHaveLength(1);
});

test.each(['open', 'poll'] as const)(
  '[LK26] whoever comes by %s and goes is none of the people ten seconds later',
  async (way) => {
    const guest = await look();
    await comeAndGo(guest, way);
    time.pass(9_999);
    await ana.roundTrip();
    expect(await rows()).toHaveLength(2);
    time.pass(1);
    await counts(1);
    expect(await rows()).toHaveLength(1);
    expect(await refusal(guest)).toBe('unauthenticated');
  },
);

test('[LK27] whoever is back within ten seconds is the same person for as long as they are there', async () => {
  const guest = await look();
  await comeAndGo(guest);
  time.pass(9_999);
  const page = guest.open();
  await page.until(() => page.provider.synced);
  time.pass(100_000);
  await ana.roundTrip();
  await page.roundTrip();
  expect([page.closes, await rows()]).toEqual([
    [],
    expect.arrayContaining([guest.joined.personId]),
  ]);
});

test('[LK28] whoever is back after a minute enters by the same link, as somebody new', async () => {
  const guest = await look();
  await comeAndGo(guest);
  time.pass(60_000);
  await counts(1);
  expect(await refusal(guest)).toBe('unauthenticated');
  const answer = await again(guest.joined.personId);
  const joined = (await answer.json()) as Joined;
  expect([answer.status, joined.name]).toEqual([201, '']);
  expect(joined.personId).not.toBe(guest.joined.personId);
  await counts(2);
});

test('[LK26] a restart forgets observers without a name, those connected too, and nobody else', async () => {
  const eye = await look();
  const page = eye.open();
  await page.until(() => page.provider.synced);
  const named = await house.guest(board, 'observer', 'Mur');
  const ben = await house.guest(board, 'participant', 'Ben');
  const before = await rows();
  await house.close();
  await openAgain();
  expect(await rows()).toEqual(before.filter((id) => id !== eye.joined.personId));
  expect(await rows()).toEqual(
    expect.arrayContaining([named.joined.personId, ben.joined.personId]),
  );
  expect((await again(eye.joined.personId)).status).toBe(201);
});

test('[LK28] whoever was removed does not enter again by themselves, a restart later either', async () => {
  const guest = await look();
  await comeAndGo(guest);
  const { personId } = guest.joined;
  expect((await ask('DELETE', `/people/${personId}`, leader())).status).toBe(200);
  time.pass(100_000);
  await counts(1);
  expect(await refusal(guest)).toBe('unauthenticated');
  expect((await again(personId)).status).toBe(401);
  await house.close();
  await openAgain();
  expect((await again(personId)).status).toBe(401);
  // As ever, a person may: by the link, as somebody new.
  await look();
});

test.each(['there', 'away', 'forgotten'] as const)(
  '[LK28] whose link was renewed does not enter by the former one: %s',
  async (where) => {
    const guest = await look();
    if (where === 'there') {
      const page = guest.open();
      await page.until(() => page.provider.synced);
    } else await comeAndGo(guest);
    if (where === 'forgotten') time.pass(10_000);
    await counts(where === 'forgotten' ? 1 : 2);
    expect((await ask('POST', '/links/observer', leader())).status).toBe(200);
    expect((await again(guest.joined.personId)).status).toBe(401);
    await counts(1);
  },
);
