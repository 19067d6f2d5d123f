import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { createDoc } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import demo from '../../../shared/demo/atelier-cotentin.json' with { type: 'json' };
import { readWorkshop } from '../../../shared/file/read.ts';
import { FORMAT_IDS } from '../../../shared/protocol/formats.ts';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import { ROLES } from '../../../shared/session/roles.ts';
import { type Api, joined, openApi, tokenOf } from '../../support/http.ts';

/** So few cards that no thread reads or writes them. */
const someCards = { ...demo, cards: demo.cards.slice(0, 5) };

let api: Api;
let created: BoardCreated;
beforeEach(async () => {
  api = await openApi();
  created = await api.create(someCards);
});
const fetchAs = (role: (typeof ROLES)[number], format: string) =>
  api.ask('GET', `/api/boards/${created.boardId}/export/${format}`, tokenOf(created, role));

test.each([
  ['json', 'application/json', /filename="spaser-atelier-[a-z0-9-]+-2026-09-21\.json"/],
  ['csv', 'text/csv', /filename="spaser-actions-[a-z0-9-]+-2026-09-21\.csv"/],
  ['xlsx', 'openxmlformats', /filename="spaser-classeur-[a-z0-9-]+-2026-09-21\.xlsx"/],
  ['ods', 'opendocument.spreadsheet', /filename="spaser-classeur-[a-z0-9-]+-2026-09-21\.ods"/],
  ['csv-open', 'text/csv', /filename="spaser-actions-donnees-ouvertes-[a-z0-9-]+-2026-09-21\.csv"/],
])('[HT11] %s comes as a file with its type and a name of its own', async (format, type, name) => {
  const answer = await fetchAs('participant', format);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain(type);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
  expect(answer.headers.get('content-disposition')).toMatch(name);
});

test.each([
  ['en', 'No.,Priority,'],
  ['en-GB', 'No.,Priority,'],
  [undefined, 'N°,Priorité,'],
  ['fr-BE', 'N°,Priorité,'],
  ['eng', 'N°,Priorité,'],
])('[XL15] a workshop in the language %j leaves in its words', async (language, headers) => {
  created = await api.create({ ...demo, cards: [], language });
  expect(await (await fetchAs('observer', 'csv-open')).text()).toContain(headers);
});

test('[HT36] the export of a workshop of many short cards holds nobody up', async () => {
  const cards = Array.from({ length: 390 }, () => ({ title: 'a', priorityId: 'p1' }));
  created = await api.create({ ...demo, cards });
  let turns = 0;
  const others = setInterval(() => turns++, 1);
  expect((await fetchAs('observer', 'xlsx')).status).toBe(200);
  clearInterval(others);
  expect(turns).toBeGreaterThan(20);
});

test('[HT11] the link of each role exports the same', async () => {
  const texts = await Promise.all(ROLES.map(async (role) => (await fetchAs(role, 'csv')).text()));
  expect(new Set(texts).size).toBe(1);
  for (const card of someCards.cards) expect(texts[0]).toContain(card.title);
});

/** Ana enters the workshop and proposes an action. */
async function proposeAsAna(): Promise<void> {
  const entered = await api.join(created, 'facilitator', { name: 'Ana Durand' });
  const { personId } = await joined(entered);
  const doc = createDoc();
  for (const update of (await api.rooms.stored(created.boardId))?.updates ?? [])
    Y.applyUpdate(doc, update);
  const [priorityId] = readBoard(doc).columns.keys();
  if (!priorityId) throw new Error('the demonstration has priorities');
  const author = { personId, directionId: null, actorId: null };
  addAction(doc, { title: 'Proposée', place: { priorityId, before: null }, author });
  const entry = {
    kind: 'update',
    author: personId,
    at: 0,
    bytes: Y.encodeStateAsUpdate(doc),
  } as const;
  await api.store.append(new Map([[created.boardId, [entry]]]));
}

test('[XL1] names are given to facilitators who ask for them, and to nobody else', async () => {
  created = await api.create({ ...demo, cards: [] }); // small: no thread for each question
  await proposeAsAna();
  for (const role of ROLES.filter((each) => each !== 'facilitator'))
    expect((await fetchAs(role, 'csv?names=1')).status).toBe(403);
  expect(await (await fetchAs('facilitator', 'csv?names=1')).text()).toContain('Ana Durand');
  for (const query of ['', '?names=0', '?names', '?names=1x'])
    expect(await (await fetchAs('facilitator', `csv${query}`)).text()).not.toContain('Ana');
  expect(await (await fetchAs('facilitator', 'json?names=1')).text()).not.toContain('Ana');
});

test('[HT11] the workshop file holds what was given', async () => {
  const text = await (await fetchAs('facilitator', 'json')).text();
  const { workshop, faults } = readWorkshop(text);
  expect(faults).toEqual([]);
  expect(workshop).toEqual(readWorkshop(JSON.stringify(someCards)).workshop);
});

test('[HT11] the file for Excel keeps its byte order mark, the open data have none', async () => {
  const firstByte = async (format: string) =>
    new Uint8Array(await (await fetchAs('observer', format)).arrayBuffer())[0];
  expect(await firstByte('csv')).toBe(0xef);
  expect(await firstByte('csv-open')).not.toBe(0xef);
});

test.each(['pdf', 'CSV', '__proto__', 'toString'])(
  '[HT12] %s is no format, and is answered 404',
  async (format) => {
    expect(FORMAT_IDS).not.toContain(format);
    const answer = await fetchAs('observer', format);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'unknown-format' });
  },
);
