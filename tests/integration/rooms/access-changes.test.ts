/** Access taken back, given and changed while people write, over real sockets. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeInfo } from '../../../shared/board/doc.ts';
import type { BoardCreated, CodeTaken, Entry, LinkRenewed } from '../../../shared/protocol/http.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { gatedStore } from '../../support/gated-store.ts';
import { type House, openHouse } from '../../support/house.ts';
import { tokenOf } from '../../support/http.ts';
import type { SyncClient } from '../../support/sync-client.ts';

let house: House;
let board: BoardCreated;
let gates: ReturnType<typeof gatedStore>;
beforeEach(async () => {
  house = await openHouse({
    wrap: (store) => {
      gates = gatedStore(store);
      return gates.store;
    },
  });
  board = await house.create();
});
afterEach(() => house.close());

const ask = (method: string, rest: string, body?: unknown, secret = leader()) =>
  fetch(`${house.origin}/api/boards/${board.boardId}${rest}`, {
    method,
    headers: { authorization: `Bearer ${secret}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const leader = () => tokenOf(board, 'facilitator');
const renew = (role: Role, secret?: string) => ask('POST', `/links/${role}`, undefined, secret);

/** Participants may not write the frame: each here leads, and who loses access is named by role. */
const write = ({ doc }: SyncClient, subtitle: string) =>
  doc.transact(() => writeInfo(doc, { subtitle }));
const read = ({ doc }: SyncClient) => doc.getMap('board').get('subtitle');
const peopleOf = (client: SyncClient) =>
  client.sessions.at(-1)?.people.map(({ name, role }) => `${name}: ${role}`) ?? [];

test('[LK2] a link renewed while somebody types: what was admitted stays, the rest is theirs, nobody notices', async () => {
  const lead = await house.guest(board, 'facilitator', 'Ana');
  const [ana, ben, eye] = [
    lead.open(),
    await house.enter(board, 'facilitator', 'Ben'),
    await house.enter(board, 'observer', 'Mur'),
  ];
  write(ben, 'dernier mot admis');
  await eye.until(() => read(eye) === 'dernier mot admis');
  const before = await house.store.readAfter(board.boardId, 0, 'update');

  const renewed = renew('facilitator', lead.joined.ticket);
  const typing = setInterval(() => write(ben, `${String(read(ben))}…`), 0);
  expect((await renewed).status).toBe(200);
  await ben.until(() => ben.closes.length > 0);
  clearInterval(typing);
  expect(ben.closes[0]).toBe('unauthenticated');

  // All that the log has is what Ben's page has, up to some point: nothing in between was lost.
  await ana.roundTrip();
  await eye.roundTrip();
  const admitted = String(read(ana));
  expect(admitted).toMatch(/^dernier mot admis…*$/);
  expect(read(eye)).toBe(admitted);
  expect(String(read(ben)).startsWith(admitted)).toBe(true);
  const log = await house.store.readAfter(board.boardId, 0, 'update');
  expect(log.length).toBeGreaterThanOrEqual(before.length);

  // Their page still has its text, and comes back with the same ticket in vain.
  write(ben, 'écrit trop tard');
  const closes = ben.closes.length;
  ben.provider.connect();
  await ben.until(() => ben.closes.length > closes);
  expect(ben.closes.at(-1)).toBe('unauthenticated');
  expect((await house.store.readAfter(board.boardId, 0, 'update')).length).toBe(log.length);
  expect(read(ben)).toBe('écrit trop tard');
  expect([...ana.closes, ...eye.closes]).toEqual([]);
});

test('[LK2] what was being kept when the link was renewed is kept and shown', async () => {
  const ben = await house.enter(board, 'facilitator', 'Ben');
  const eye = await house.enter(board, 'observer', 'Mur');
  const append = gates.hold('append');
  write(ben, 'en cours');
  await append.reached;
  const renewed = renew('facilitator');
  await ben.until(() => ben.closes.length > 0);
  append.release();
  expect((await renewed).status).toBe(200);
  await eye.until(() => read(eye) === 'en cours');
});

test('[RO50] whoever is removed while the board loads is not seen in it by those who come', async () => {
  const lead = await house.guest(board, 'facilitator', 'Ana');
  const guest = await house.guest(board, 'participant', 'Ben');
  const load = gates.hold('board');
  const ben = guest.open();
  await load.reached;
  await ben.until(() => ben.provider.wsconnected);
  ben.socket().pause(); // so that the close is not answered before the board is there
  const answer = await ask(
    'DELETE',
    `/people/${guest.joined.personId}`,
    undefined,
    lead.joined.ticket,
  );
  expect(answer.status).toBe(200);
  load.release();
  const ana = lead.open();
  await ana.until(() => ana.provider.synced);
  expect(ana.sessions.map(({ people }) => people.map(({ name }) => name))).toEqual([['Ana']]);
});

test('[LK1] the new link lets in, and everybody sees who left and who came', async () => {
  const ana = await house.enter(board, 'facilitator', 'Ana');
  await house.enter(board, 'participant', 'Ben');
  await ana.until(() => peopleOf(ana).length === 2);
  const { link } = (await (await renew('participant')).json()) as LinkRenewed;
  await ana.until(() => peopleOf(ana).length === 1);
  const renewed = { ...board, links: { ...board.links, participant: link } };
  await house.enter(renewed, 'participant', 'Cléo');
  await ana.until(() => peopleOf(ana).includes('Cléo: participant'));
  await expect(house.guest(board, 'participant', 'Ben')).rejects.toThrow('401');
});

test('[LK4] a new name reaches everybody without a socket closing', async () => {
  const ana = await house.enter(board, 'facilitator', 'Ana');
  const guest = await house.guest(board, 'participant', 'Ben');
  const ben = guest.open();
  await ben.until(() => ben.provider.synced);
  const answer = await ask('PATCH', `/people/${guest.joined.personId}`, { name: 'Benoît' });
  expect(answer.status).toBe(200);
  for (const client of [ana, ben])
    await client.until(() => peopleOf(client).includes('Benoît: participant'));
  expect(ben.closes).toEqual([]);
});

test('[LK5] whoever is handed the facilitation comes back with it, and may then do as much', async () => {
  const ana = await house.enter(board, 'facilitator', 'Ana');
  const guest = await house.guest(board, 'participant', 'Ben');
  const ben = guest.open();
  await ben.until(() => ben.provider.synced);
  await ask('PATCH', `/people/${guest.joined.personId}`, { role: 'facilitator' });
  await ben.until(() => ben.sessions.at(-1)?.role === 'facilitator');
  expect(ben.closes).toEqual(['accessChanged']);
  await ben.until(() => ben.provider.synced);
  write(ben, 'je mène');
  await ana.until(() => read(ana) === 'je mène');
  expect(ana.closes).toEqual([]);
  expect((await renew('observer', guest.joined.ticket)).status).toBe(200);
});

test('[LK6] a removed person is shown out for good, and is in nobody’s list', async () => {
  const ana = await house.enter(board, 'facilitator', 'Ana');
  const guest = await house.guest(board, 'participant', 'Ben');
  const [ben, phone] = [guest.open(), guest.open()];
  for (const page of [ben, phone]) await page.until(() => page.provider.synced);
  expect((await ask('DELETE', `/people/${guest.joined.personId}`)).status).toBe(200);
  for (const page of [ben, phone]) {
    await page.until(() => page.closes.length > 0);
    expect(page.closes[0]).toBe('unauthenticated');
  }
  await ana.until(() => peopleOf(ana).join() === 'Ana: facilitator');
  expect(ana.closes).toEqual([]);
  const again = guest.open();
  await again.until(() => again.closes.length > 0);
  expect(again.closes[0]).toBe('unauthenticated');
});

test('[LK11] opening and closing the entry is told to those who may know, at once and on coming', async () => {
  const [ana, ben] = [
    await house.enter(board, 'facilitator', 'Ana'),
    await house.enter(board, 'participant', 'Ben'),
  ];
  const code = ((await (await ask('POST', '/code', { open: true })).json()) as Entry).code;
  await ana.until(() => ana.sessions.at(-1)?.entryCode === code);
  const eye = await house.enter(board, 'observer', 'Mur');
  await eye.until(() => eye.sessions.at(-1)?.entryCode === code);
  await ask('POST', '/code', { open: false });
  for (const page of [ana, eye]) await page.until(() => page.sessions.at(-1)?.entryCode === null);
  await ben.roundTrip();
  expect(ben.sessions.filter((session) => 'entryCode' in session)).toEqual([]);
});

test('[LK12] a socket that was opening when its person was removed is shown out', async () => {
  await house.enter(board, 'facilitator', 'Ana');
  const guest = await house.guest(board, 'participant', 'Ben');
  const removed = ask('DELETE', `/people/${guest.joined.personId}`);
  const pages = [guest.open(), guest.open(), guest.open()];
  await removed;
  for (const page of pages) {
    await page.until(() => page.closes.includes('unauthenticated'));
    expect(page.provider.synced).toBe(false);
  }
});

test('[LK13] neither code, pass, link nor name reaches the log', async () => {
  const guest = await house.guest(board, 'participant', 'Bérengère');
  const { code } = (await (await ask('POST', '/code', { open: true })).json()) as Entry;
  const enter = (given: unknown) =>
    fetch(`${house.origin}/api/enter`, { method: 'POST', body: JSON.stringify({ code: given }) });
  const { token } = (await (await enter(code)).json()) as CodeTaken;
  expect((await enter('CDF234')).status).toBe(404);
  const { link } = (await (await renew('observer')).json()) as LinkRenewed;
  await ask('PATCH', `/people/${guest.joined.personId}`, { name: 'Philomène' });
  await ask('DELETE', `/people/${guest.joined.personId}`);
  const log = JSON.stringify(house.log.lines());
  expect(log).toContain('/api/enter');
  const secrets = [code ?? '', token, new URL(link).hash.slice(1), leader(), guest.joined.ticket];
  for (const secret of [...secrets, 'CDF234', 'Bérengère', 'Philomène'])
    expect(log).not.toContain(secret);
});
