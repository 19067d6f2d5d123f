import { expect, test } from 'vitest';
import { createExportRate } from '../../../server/http/export-rate.ts';
import type { BoardId } from '../../../shared/ids.ts';
import { createHandClock } from '../../support/hand-clock.ts';
import { openApi, tokenOf } from '../../support/http.ts';

const [one, other] = ['one' as BoardId, 'other' as BoardId];
const many = (count: number, ask: () => number): number[] =>
  Array.from({ length: count }, ask).filter((wait) => wait > 0);

test('[HT44] one person has sixty files of a board in a minute, and others theirs', () => {
  const time = createHandClock();
  const { begin } = createExportRate(time.clock);
  expect(many(60, () => begin(one, 'ana'))).toEqual([]);
  expect([begin(one, 'ana'), begin(one, 'ben'), begin(other, 'ana')]).toEqual([1, 0, 0]);
  time.pass(1_000);
  expect([begin(one, 'ana'), begin(one, 'ana')]).toEqual([0, 1]);
});

test('[HT44] a room of sixty leaves with five files each, and no more of that board in a minute', () => {
  const time = createHandClock();
  const { begin } = createExportRate(time.clock);
  let asked = 0;
  expect(many(300, () => begin(one, `person ${asked++ % 60}`))).toEqual([]);
  expect([begin(one, 'somebody else'), begin(other, 'somebody else')]).toEqual([1, 0]);
});

test('[HT44] each MiB of a board counts for one file more', () => {
  const time = createHandClock();
  const { begin, weigh } = createExportRate(time.clock);
  const files = (bytes: number) => begin(one, 'ana') || weigh(one, 'ana', bytes);
  expect(many(60, () => files(2 ** 20 - 1))).toEqual([]);
  time.pass(60_000);
  expect(many(5, () => files(11 * 2 ** 20))).toEqual([]);
  expect(files(11 * 2 ** 20)).toBeGreaterThan(0);
});

test('[HT44] whoever asks for more is told when to come back', async () => {
  const api = await openApi();
  const { boardId, ...created } = await api.create({ title: 'Atelier' });
  const path = `/api/boards/${boardId}/export/csv`;
  const token = tokenOf({ boardId, ...created }, 'observer');
  const statuses = new Set<number>();
  for (let n = 0; n < 60; n++) statuses.add((await api.ask('GET', path, token)).status);
  expect([...statuses]).toEqual([200]);
  const late = await api.ask('GET', path, token);
  expect([late.status, Number(late.headers.get('retry-after')) > 0]).toEqual([429, true]);
  expect(await late.json()).toMatchObject({ code: 'too-often', message: /patientez/u });
});
