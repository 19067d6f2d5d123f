import { beforeEach, expect, test } from 'vitest';
import demo from '../../../shared/demo/atelier-cotentin.json' with { type: 'json' };
import { FORMAT_IDS } from '../../../shared/export/formats.ts';
import { readWorkshop } from '../../../shared/file/read.ts';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import { ROLES } from '../../../shared/session/roles.ts';
import { type Api, openApi, tokenOf } from '../../support/http.ts';

let api: Api;
let created: BoardCreated;
beforeEach(async () => {
  api = await openApi();
  created = await api.create(demo);
});
const fetchAs = (role: (typeof ROLES)[number], format: string) =>
  api.ask('GET', `/api/boards/${created.boardId}/export/${format}`, tokenOf(created, role));

test.each([
  ['json', 'application/json', /filename="spaser-atelier-[a-z0-9-]+-2026-09-21\.json"/],
  ['csv', 'text/csv', /filename="spaser-actions-[a-z0-9-]+-2026-09-21\.csv"/],
  ['csv-open', 'text/csv', /filename="spaser-actions-donnees-ouvertes-[a-z0-9-]+-2026-09-21\.csv"/],
])('[HT11] %s comes as a file with its type and a name of its own', async (format, type, name) => {
  const answer = await fetchAs('participant', format);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain(type);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
  expect(answer.headers.get('content-disposition')).toMatch(name);
});

test('[HT11] the link of each role exports the same', async () => {
  const texts = await Promise.all(ROLES.map(async (role) => (await fetchAs(role, 'csv')).text()));
  expect(new Set(texts).size).toBe(1);
  for (const card of demo.cards.slice(0, 5)) expect(texts[0]).toContain(card.title);
});

test('[HT11] the workshop file holds what was given', async () => {
  const text = await (await fetchAs('facilitator', 'json')).text();
  const { workshop, faults } = readWorkshop(text);
  expect(faults).toEqual([]);
  expect(workshop).toEqual(readWorkshop(JSON.stringify(demo)).workshop);
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
