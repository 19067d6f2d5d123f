import { beforeEach, expect, test } from 'vitest';
import { readIdentity } from '../../../server/http/join.ts';
import { hashSecret } from '../../../server/http/secrets.ts';
import type { Actor, Direction } from '../../../shared/board/schema.ts';
import demo from '../../../shared/demo/atelier-cotentin.json' with { type: 'json' };
import type { ActorId, DirectionId } from '../../../shared/ids.ts';
import type { BoardCreated, BoardDoor, Joined } from '../../../shared/protocol/http.ts';
import { ROLES, type Role } from '../../../shared/session/roles.ts';
import { type Api, joined, now, openApi, tokenOf } from '../../support/http.ts';

/** Small: no thread reads it. */
const withoutCards = { ...demo, cards: [] };

let api: Api;
let created: BoardCreated;
beforeEach(async () => {
  api = await openApi();
  created = await api.create(withoutCards);
});
const doorOf = async (role: Role): Promise<BoardDoor> => {
  const answer = await api.ask('GET', `/api/boards/${created.boardId}`, tokenOf(created, role));
  return (await answer.json()) as BoardDoor;
};

test.each(ROLES)(
  '[HT10] the door shows a %s their role and whom one may be, in order',
  async (role) => {
    expect(await doorOf(role)).toEqual({
      boardId: created.boardId,
      role,
      title: demo.workshop.title,
      subtitle: demo.workshop.subtitle,
      territory: demo.workshop.territory,
      notice: demo.notice,
      purgeAt: created.purgeAt,
      directions: demo.directions.map(({ id, name }) => ({ id, name })),
      actors: demo.externalActors.map(({ id, name }) => ({ id, name })),
    });
  },
);

test('[OP11] the door tells the date as it is now', async () => {
  await api.store.setPurgeDate(created.boardId, 1_900_000_000_000);
  expect(await doorOf('participant')).toMatchObject({ purgeAt: 1_900_000_000_000 });
});

test('[HT13] joining makes a person with the role of the link, and tells the room', async () => {
  const directionId = demo.directions[0]?.id;
  const answer = await api.join(created, 'participant', { name: ' Ana ', directionId });
  expect(answer.status).toBe(201);
  const { ticket, ...person } = await joined(answer);
  expect(person).toEqual({
    personId: expect.stringMatching(/^[0-9a-z]{14}$/),
    role: 'participant',
    name: 'Ana',
    directionId,
    actorId: null,
  });
  const { personId, ...kept } = person;
  const row = { id: personId, ...kept, ticketHash: hashSecret(ticket), joinedAt: now };
  expect(await api.store.people(created.boardId)).toEqual([row]);
  expect(api.rooms.changed).toEqual([created.boardId]);
});

test('[HT13] each joining has its own person and ticket, of 128 bits at least', async () => {
  const [one, two] = [
    await joined(await api.join(created, 'facilitator', { name: 'Ana' })),
    await joined(await api.join(created, 'facilitator', { name: 'Ana' })),
  ];
  expect(one.personId).not.toBe(two.personId);
  expect(one.ticket).not.toBe(two.ticket);
  expect(Buffer.from(one.ticket, 'base64url').byteLength).toBeGreaterThanOrEqual(16);
});

test('[HT18] joining is limited per address', async () => {
  api = await openApi(1);
  created = await api.create({ title: 'Eau' });
  expect((await api.join(created, 'observer', {})).status).toBe(201);
  const second = await api.join(created, 'observer', {});
  expect([second.status, second.headers.get('retry-after')]).toEqual([429, '60']);
});

test.each([
  ['a long body', JSON.stringify({ name: 'x'.repeat(5_000) }), 'bad-join'],
  ['no JSON', 'Ana', 'bad-join'],
  ['no object', '"Ana"', 'bad-join'],
  ['a list', '[]', 'bad-join'],
  ['no name', '{}', 'bad-name'],
  ['an invisible name', '{"name":"\\u200b\\n"}', 'bad-name'],
  ['a long name', JSON.stringify({ name: 'x'.repeat(61) }), 'bad-name'],
  ['a name that is no text', '{"name":["Ana"]}', 'bad-name'],
  ['no direction', '{"name":"Ana"}', 'bad-place'],
  ['an unknown direction', '{"name":"Ana","directionId":"nowhere"}', 'bad-place'],
  ['a direction that is no text', '{"name":"Ana","directionId":{}}', 'bad-place'],
  ['a name of the language', '{"name":"Ana","actorId":"__proto__"}', 'bad-place'],
])('[HT15] %s does not let a participant in', async (_, body, code) => {
  const path = `/api/boards/${created.boardId}/join`;
  const answer = await api.ask('POST', path, tokenOf(created, 'participant'), body);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ code, message: expect.stringMatching(/^\p{Lu}.* .*\.$/u) });
  expect(await api.store.people(created.boardId)).toEqual([]);
});

test('[HT38] a board takes so many people and no more; its facilitators always enter', async () => {
  const watch = () => api.join(created, 'observer', {});
  const people: Joined[] = [];
  for (let i = 0; i < 10; i++) people.push(await joined(await watch()));
  const full = await watch();
  expect([full.status, await full.json()]).toEqual([
    409,
    { code: 'too-many-people', message: expect.stringContaining('trop de personnes inscrites') },
  ]);
  const ana = await joined(await api.join(created, 'facilitator', { name: 'Ana' }));
  const path = (id: string) => `/api/boards/${created.boardId}/people/${id}`;
  for (const { personId } of people.slice(0, 2))
    expect((await api.ask('DELETE', path(personId), ana.ticket)).status).toBeLessThan(300);
  expect([(await watch()).status, (await watch()).status]).toEqual([201, 409]);
});

const dep = 'dep' as DirectionId;
const cci = 'cci' as ActorId;
const places = {
  directions: new Map([[dep, {} as Direction]]),
  actors: new Map([[cci, {} as Actor]]),
};
const none = { directions: new Map(), actors: new Map() };

test.each<[Role, object, typeof places, string]>([
  ['participant', { name: 'A', directionId: dep }, places, 'ok'],
  ['participant', { name: 'A', actorId: cci }, places, 'ok'],
  ['participant', { name: 'A', directionId: null, actorId: cci }, places, 'ok'],
  ['participant', { name: 'A', directionId: dep, actorId: cci }, places, 'bad-place'],
  ['participant', { name: 'A', directionId: cci }, places, 'bad-place'],
  ['participant', { name: 'A' }, places, 'bad-place'],
  ['participant', { name: 'A' }, none, 'ok'],
  ['facilitator', { name: 'A' }, places, 'ok'],
  ['facilitator', { name: 'A', directionId: dep }, places, 'ok'],
  ['facilitator', {}, places, 'bad-name'],
  ['observer', {}, places, 'ok'],
  ['observer', { name: 'Écran' }, places, 'ok'],
  ['observer', { directionId: 'x' }, places, 'bad-place'],
])('[HT15] as a %s, %j: %#', (role, body, board, expected) => {
  const identity = readIdentity(body, role, board);
  expect(identity.ok ? 'ok' : identity.error).toBe(expected);
});
