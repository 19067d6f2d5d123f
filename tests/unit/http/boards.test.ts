import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { hashSecret } from '../../../server/http/secrets.ts';
import { readStored } from '../../../server/rooms/board/stored.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import demo from '../../../shared/demo/atelier-cotentin.json' with { type: 'json' };
import type { BoardId } from '../../../shared/ids.ts';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import { ROLES } from '../../../shared/session/roles.ts';
import { type Api, now, openApi, origin, tokenOf } from '../../support/http.ts';
import { unwrap } from '../../support/result.ts';
import { fileOf } from '../../support/workshop-file.ts';

let api: Api;
beforeEach(async () => {
  api = await openApi();
});
const create = (body: string) => api.ask('POST', '/api/boards', undefined, body);

test('[HT4] a workshop file becomes a board that holds what the file holds', async () => {
  const answer = await create(JSON.stringify(demo));
  expect(answer.status).toBe(201);
  const created = (await answer.json()) as BoardCreated;
  expect(answer.headers.get('location')).toBe(`/api/boards/${created.boardId}`);
  expect(created.faults).toEqual([]);
  const reading = unwrap(await readStored(api.store, created.boardId as BoardId));
  expect(reading.board.info.title).toBe(demo.workshop.title);
  expect(reading.board.priorities).toHaveLength(demo.priorities.length);
  expect(reading.board.actions.size).toBe(demo.cards.length);
  expect(reading.session.steps.map(({ title }) => title)).toEqual(
    demo.workshop.phases.map(({ name }) => name),
  );
});

const rehearsed = async (at: string) => {
  const answer = await api.ask('POST', `/api/boards?at=${at}`, undefined, JSON.stringify(demo));
  const { boardId } = (await answer.json()) as BoardCreated;
  const { session } = unwrap(await readStored(api.store, boardId as BoardId));
  const kind = session.steps.find(({ id }) => id === session.current)?.kind;
  return { session, kind };
};

test('[HM6] a demonstration of ideas has some that are hidden, under several priorities, of several people', async () => {
  const { session, kind } = await rehearsed('ideas');
  expect(kind).toBe('ideas');
  const ideas = [...session.ideas.values()];
  expect(ideas.length).toBeGreaterThan(6);
  expect(new Set(ideas.map(({ personId }) => personId)).size).toBe(5);
  expect(new Set(ideas.map(({ priorityId }) => priorityId)).size).toBe(6);
});

test('[HM6] one of a vote has an open round with ballots within their budget', async () => {
  const { session, kind } = await rehearsed('vote');
  expect(kind).toBe('vote');
  const [round] = session.rounds;
  expect(round?.closedAt).toBeNull();
  const ballots = [...(round?.ballots.values() ?? [])].map(({ dots }) => [...dots.values()]);
  expect(ballots).toHaveLength(5);
  for (const dots of ballots) {
    expect(Math.max(...dots)).toBeLessThanOrEqual(round?.setup.cap ?? 0);
    expect(dots.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(round?.setup.budget ?? 0);
  }
});

test('[HM6] one of the restitution has directions that committed themselves; an unknown step begins none', async () => {
  const { session, kind } = await rehearsed('report');
  expect(kind).toBe('report');
  expect(session.pledges?.size).toBeGreaterThan(5);
  expect((await rehearsed('elsewhere')).session.current).toBeNull();
});

test('[HT4] its log begins with one update and the agenda, caused by nobody', async () => {
  const { boardId } = await api.create(demo);
  const entries = await api.store.readAfter(boardId, 0);
  expect(entries.map(({ seq, kind, author, at }) => [seq, kind, author, at])).toEqual([
    [1, 'update', null, now],
    [2, 'event', null, now],
  ]);
  expect(await api.store.board(boardId)).toMatchObject({ id: boardId, createdAt: now });
});

test('[HT4] whoever opens it first finds it folded', async () => {
  const { boardId } = await api.create(demo);
  const snapshot = await api.store.latestSnapshot(boardId);
  expect(snapshot?.seq).toBe(2);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, snapshot?.state ?? new Uint8Array());
  expect(readBoard(doc).actions.size).toBe(demo.cards.length);
  expect(snapshot?.stateVector).toEqual(Y.encodeStateVector(doc));
});

test('[OP11] a new board is due after the days of the settings, and its maker is told', async () => {
  const { boardId, purgeAt } = await api.create({ title: 'Eau' });
  expect(purgeAt).toBe(now + 183 * 24 * 3_600_000);
  expect((await api.store.board(boardId))?.purgeAt).toBe(purgeAt);
});

test('[EP1] a new board begins an epoch of its own', async () => {
  const ids = [await api.create({ title: 'Eau' }), await api.create({ title: 'Bois' })];
  const boards = await Promise.all(ids.map(({ boardId }) => api.store.board(boardId)));
  const epochs = boards.map((board) => board?.epoch ?? '');
  expect(epochs.every((epoch) => /^[0-9a-z]{14}$/.test(epoch))).toBe(true);
  expect(new Set(epochs).size).toBe(2);
});

test('[HT4] a title alone makes an empty board of that title', async () => {
  const { boardId, faults } = await api.create({ title: '  Atelier “eau” ' });
  const reading = unwrap(await readStored(api.store, boardId as BoardId));
  expect(reading.board.info.title).toBe('Atelier “eau”');
  expect(reading.board.actions.size).toBe(0);
  expect(faults).toEqual([]);
});

test('[HT4] what a file had wrong is told in sentences, and the rest is kept', async () => {
  const [untitled, lost, ...others] = demo.cards;
  const { boardId, faults } = await api.create({
    ...demo,
    cards: [{ ...untitled, title: '' }, { ...lost, priorityId: 'nowhere' }, ...others],
  });
  expect(faults.length).toBeGreaterThan(0);
  for (const fault of faults) expect(fault).toMatch(/^\p{Lu}.*\.$/u);
  const { board } = unwrap(await readStored(api.store, boardId as BoardId));
  // One without a title waits to be completed; one that belongs nowhere is set aside (FI3).
  expect(board.actions.size).toBe(others.length + 1);
});

test.each([
  ['nothing', '', 'unreadable'],
  ['no JSON', 'atelier', 'unreadable'],
  ['a list', '[]', 'unreadable'],
  ['another format', '{"format":"autre","formatVersion":1}', 'unreadable'],
  ['a later version', '{"format":"spaser-workshop","formatVersion":99}', 'unreadable'],
  ['an empty title', '{"title":" "}', 'bad-title'],
  ['a long title', JSON.stringify({ title: 'x'.repeat(301) }), 'bad-title'],
  ['a title that is no text', '{"title":{"toString":1}}', 'bad-title'],
])(
  '[HT6] %s is refused with a code and a French sentence, and makes no board',
  async (_, body, code) => {
    const answer = await create(body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      code,
      message: expect.stringMatching(/^\p{Lu}.* .*\.$/u),
    });
    expect(await api.store.boards()).toEqual([]);
  },
);

test('[HT5] a file above the limit is refused with 413 and a sentence', async () => {
  const answer = await create(`{"title":"x"${' '.repeat(200_000)}}`);
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ code: 'too-large' });
});

test('[HT36] a short file of many short cards holds nobody up', async () => {
  const cards = Array.from({ length: 2_000 }, () => ({ title: 'a', priorityId: 'p1' }));
  let turns = 0;
  const others = setInterval(() => turns++, 1);
  expect((await create(JSON.stringify(fileOf(cards)))).status).toBe(201);
  clearInterval(others);
  expect(turns).toBeGreaterThan(20);
});

test('[HT7] each role has a link of its own; its token is kept as a hash and nowhere else', async () => {
  const created = await api.create({ title: 'Eau' });
  const tokens = ROLES.map((role) => tokenOf(created, role));
  expect(new Set(tokens).size).toBe(ROLES.length);
  for (const role of ROLES) {
    const token = tokenOf(created, role);
    expect(created.links[role]).toBe(`${origin}/a/${created.boardId}#${token}`);
    expect(Buffer.from(token, 'base64url').byteLength).toBeGreaterThanOrEqual(16);
  }
  const links = await api.store.links(created.boardId);
  for (const { role, hash } of links) expect(hash).toEqual(hashSecret(tokenOf(created, role)));
});

test('[HT18] creations are limited per address, with the time to wait', async () => {
  api = await openApi(2);
  await api.create({ title: 'Un' });
  await api.create({ title: 'Deux' });
  const answer = await create('{"title":"Trois"}');
  expect(answer.status).toBe(429);
  expect(answer.headers.get('retry-after')).toBe('30');
  expect(await answer.json()).toMatchObject({ code: 'too-often' });
});
