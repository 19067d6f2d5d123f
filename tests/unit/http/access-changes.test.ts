/** Links and people as facilitators change them, and who is refused. */
import { beforeEach, expect, test } from 'vitest';
import type {
  BoardCreated,
  Joined,
  LinkRenewed,
  PersonChanged,
} from '../../../shared/protocol/http.ts';
import { ROLES, type Role } from '../../../shared/session/roles.ts';
import { type Api, joined, openApi, origin, tokenOf } from '../../support/http.ts';

let api: Api;
let created: BoardCreated;
beforeEach(async () => {
  api = await openApi();
  created = await api.create({ title: 'Eau' });
});

const base = () => `/api/boards/${created.boardId}`;
const enter = async (role: Role, name: string): Promise<Joined> =>
  joined(await api.join(created, role, { name }));
const renew = (role: string, secret: string) => api.ask('POST', `${base()}/links/${role}`, secret);
const change = (who: { readonly personId: string }, body: unknown, secret = leader()) =>
  api.ask('PATCH', `${base()}/people/${who.personId}`, secret, JSON.stringify(body));
const remove = (who: { readonly personId: string }, secret = leader()) =>
  api.ask('DELETE', `${base()}/people/${who.personId}`, secret);
const leader = () => tokenOf(created, 'facilitator');
const names = async () => (await api.store.people(created.boardId)).map(({ name }) => name);
const opens = async (secret: string) =>
  (await api.ask('GET', `${base()}/export/json`, secret)).status;
const refusal = async (answer: Response) => [answer.status, (await answer.json()).code];

test.each(ROLES)('[LK1] a renewed %s link opens its role, the former one nothing', async (role) => {
  const answer = await renew(role, leader());
  expect(answer.status).toBe(200);
  const renewed = (await answer.json()) as LinkRenewed;
  expect(renewed.role).toBe(role);
  const [address = '', token = ''] = renewed.link.split('#');
  expect(address).toBe(`${origin}/a/${created.boardId}`);
  expect(Buffer.from(token, 'base64url').byteLength).toBeGreaterThanOrEqual(16);
  const door = await api.ask('GET', base(), token);
  expect(await door.json()).toMatchObject({ role });
  expect((await api.ask('GET', base(), tokenOf(created, role))).status).toBe(401);
});

test.each(ROLES)('[LK1] with the %s link go its people, but who renews it', async (role) => {
  const lead = await enter('facilitator', 'Ana');
  const people = [lead, await enter('facilitator', 'Ben'), await enter('participant', 'Cléo')];
  people.push(await enter('observer', 'Mur'));
  expect((await renew(role, lead.ticket)).status).toBe(200);
  for (const person of people) {
    const stays = person.role !== role || person === lead;
    expect(await opens(person.ticket), person.name).toBe(stays ? 200 : 401);
    expect((await names()).includes(person.name), person.name).toBe(stays);
  }
});

test('[LK1] somebody who was handed the facilitation keeps it when the participants’ link is renewed', async () => {
  const cleo = await enter('participant', 'Cléo');
  await change(cleo, { role: 'facilitator' });
  await renew('participant', leader());
  expect(await opens(cleo.ticket)).toBe(200);
  await renew('facilitator', leader());
  expect(await opens(cleo.ticket)).toBe(401);
});

test.each(['', 'animateur', '__proto__'])('[LK3] there is no link “%s” to renew', async (role) => {
  expect(await refusal(await renew(role, leader()))).toEqual([404, 'unknown-role']);
});

test.each([
  ['POST', '/links/participant', ''],
  ['POST', '/links/nothing', ''],
  ['PATCH', '/people/ID', '{"role":"facilitator"}'],
  ['PATCH', '/people/nobody', '{"name":"Moi"}'],
  ['DELETE', '/people/ID', ''],
  ['POST', '/code', '{"open":true}'],
])('[LK3] %s %s is for facilitators', async (method, rest, body) => {
  const cleo = await enter('participant', 'Cléo');
  const eye = await enter('observer', 'Mur');
  const path = base() + rest.replace('ID', cleo.personId);
  const before = await state();
  const secrets = [
    tokenOf(created, 'participant'),
    tokenOf(created, 'observer'),
    cleo.ticket,
    eye.ticket,
  ];
  for (const secret of secrets) {
    const answer = await api.ask(method, path, secret, body);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toEqual({
      code: 'not-facilitator',
      message: 'Seule l’animation de l’atelier peut le faire.',
    });
  }
  const other = await api.create({ title: 'Air' });
  for (const secret of [undefined, tokenOf(other, 'facilitator')])
    expect((await api.ask(method, path, secret, body)).status).toBe(401);
  expect(await state()).toEqual(before);
});
const state = async () => ({
  links: await api.store.links(created.boardId),
  people: await api.store.people(created.boardId),
  code: await api.store.entryCode(created.boardId),
});

test('[LK3] the ticket of a facilitator does as well as the link, until it is taken back', async () => {
  const [ana, ben] = [await enter('facilitator', 'Ana'), await enter('facilitator', 'Ben')];
  expect((await change(ben, { name: 'Benoît' }, ana.ticket)).status).toBe(200);
  expect((await change(ana, { role: 'participant' }, ben.ticket)).status).toBe(200);
  expect((await change(ben, { name: 'Ben' }, ana.ticket)).status).toBe(403);
});

test('[LK4] somebody renamed has the name as it is kept, and the room is told', async () => {
  const cleo = await enter('participant', 'Cléo');
  const told = api.rooms.changed.length;
  const answer = await change(cleo, { name: '  Cléo \n Martin\u202e ' });
  expect(answer.status).toBe(200);
  expect((await answer.json()) as PersonChanged).toEqual({
    personId: cleo.personId,
    role: 'participant',
    name: 'Cléo Martin',
  });
  expect(await names()).toEqual(['Cléo Martin']);
  expect(api.rooms.changed).toHaveLength(told + 1);
  expect(await opens(cleo.ticket)).toBe(200);
});

test.each([
  ['no body', undefined, 'bad-request'],
  ['no JSON', 'Cléo', 'bad-request'],
  ['an empty name', '{"name":" "}', 'bad-name'],
  ['a long name', JSON.stringify({ name: 'x'.repeat(61) }), 'bad-name'],
  ['a name that is no text', '{"name":5}', 'bad-name'],
  ['no role of ours', '{"role":"admin"}', 'bad-role'],
  ['an observer’s role', '{"role":"observer"}', 'bad-role'],
])('[LK4] %s changes nobody', async (_, body, code) => {
  const cleo = await enter('participant', 'Cléo');
  const path = `${base()}/people/${cleo.personId}`;
  const answer = await api.ask('PATCH', path, leader(), body);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ code, message: expect.stringMatching(/^\p{Lu}.* .*\.$/u) });
  expect(await names()).toEqual(['Cléo']);
});

test('[LK5] facilitation is handed over and taken back, name and place staying', async () => {
  await enter('facilitator', 'Ana');
  const cleo = await enter('participant', 'Cléo');
  const row = async () =>
    (await api.store.people(created.boardId)).find(({ id }) => id === cleo.personId);
  const before = await row();
  expect((await change(cleo, { role: 'facilitator' })).status).toBe(200);
  expect(await row()).toEqual({ ...before, role: 'facilitator' });
  expect((await renew('observer', cleo.ticket)).status).toBe(200);
  expect((await change(cleo, { role: 'participant' })).status).toBe(200);
  expect(await row()).toEqual(before);
});

test('[LK5] an observer, who may be the projector, stays one, with or without a name', async () => {
  const eye = await joined(await api.join(created, 'observer', {}));
  for (const role of ['facilitator', 'participant'])
    expect(await refusal(await change(eye, { role }))).toEqual([400, 'bad-role']);
  expect((await change(eye, { name: 'Grand écran' })).status).toBe(200);
  expect((await change(eye, { name: '' })).status).toBe(200);
});

test('[LK6] a removed person has neither ticket nor name any more, and is nobody to change', async () => {
  const [ana, cleo] = [await enter('facilitator', 'Ana'), await enter('participant', 'Cléo')];
  expect((await remove(cleo, ana.ticket)).status).toBe(200);
  expect(await opens(cleo.ticket)).toBe(401);
  expect((await names()).toSorted()).toEqual(['', 'Ana']);
  for (const answer of [await remove(cleo), await change(cleo, { name: 'Cléo' })])
    expect(await refusal(answer)).toEqual([404, 'unknown-person']);
  expect(await refusal(await remove({ personId: 'nobody' }))).toEqual([404, 'unknown-person']);
});

test('[LK7] the last facilitator stays one, until somebody else is', async () => {
  const [ana, cleo] = [await enter('facilitator', 'Ana'), await enter('participant', 'Cléo')];
  expect(await refusal(await remove(ana))).toEqual([409, 'last-facilitator']);
  expect(await refusal(await change(ana, { role: 'participant' }))).toEqual([
    409,
    'last-facilitator',
  ]);
  expect((await change(ana, { name: 'Anaïs' })).status).toBe(200);
  await change(cleo, { role: 'facilitator' });
  expect((await remove(ana)).status).toBe(200);
  expect(await refusal(await remove(cleo))).toEqual([409, 'last-facilitator']);
});

test('[LK7] two facilitators who remove each other at once leave one', async () => {
  const [ana, ben] = [await enter('facilitator', 'Ana'), await enter('facilitator', 'Ben')];
  const answers = await Promise.all([remove(ben, ana.ticket), remove(ana, ben.ticket)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  expect((await names()).filter(Boolean)).toHaveLength(1);
});

test('[LK12] somebody joining while their link is renewed does not get in', async () => {
  const joins = api.join(created, 'participant', { name: 'Cléo' });
  const renewed = renew('participant', leader());
  const [entering] = await Promise.all([joins, renewed]);
  // Whichever came first: either refused at once, or in and out again.
  if (entering.ok) expect(await opens((await joined(entering)).ticket)).toBe(401);
  else expect(entering.status).toBe(401);
  expect((await names()).filter(Boolean)).toEqual([]);
});
