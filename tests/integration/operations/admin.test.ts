/** The operator's commands as processes of their own, on the data of a server that runs or not. */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMetrics } from '../../../server/observability/metrics.ts';
import { createPurge } from '../../../server/purge.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import type { Store } from '../../../server/store/store.ts';
import { writeInfo } from '../../../shared/board/doc.ts';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import { type House, openHouse } from '../../support/house.ts';
import type { SyncClient } from '../../support/sync-client.ts';

let place: string;
let data: string;
let house: House | undefined;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'gommette-admin-'));
  data = join(place, 'data');
});
afterEach(async () => {
  await house?.close();
  house = undefined;
  await rm(place, { recursive: true });
});

const program = join(import.meta.dirname, '../../../server/cli/admin.ts');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
function admin(line: readonly string[], dataDirectory = data): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...line], {
    env: { PATH: process.env.PATH ?? '', DATA_DIR: dataDirectory, PORT: '4000' },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => {
    out += String(text);
  });
  child.stderr.on('data', (text) => {
    err += String(text);
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

/** A server at work on the data, with one workshop. */
async function serve(clock: () => number = Date.now): Promise<[House, BoardCreated]> {
  house = await openHouse({
    dataDirectory: data,
    clock,
    environment: { SAVE_INTERVAL_MS: '1' },
  });
  return [house, await house.create({ title: 'Eau et achats' })];
}
/** Data with one workshop, and no server any more. */
async function prepare(): Promise<BoardCreated> {
  const [open, board] = await serve();
  await open.close();
  house = undefined;
  return board;
}
async function withData<Value>(read: (store: Store) => Promise<Value>, directory = data) {
  const store = await openSqlite(directory);
  const value = await read(store);
  await store.close();
  return value;
}

test('[OP5] without a command, all of them are listed', async () => {
  const { code, out } = await admin([]);
  expect(code).toBe(0);
  for (const name of [
    'boards',
    'check',
    'links',
    'export',
    'backup',
    'restore',
    'flatten',
    'purge',
  ])
    expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
});

test('[OP5] boards lists ids, dates, people and titles', async () => {
  const { boardId, purgeAt } = await prepare();
  const { code, out } = await admin(['boards']);
  const [head, row] = out.split('\n');
  expect(code).toBe(0);
  expect(head).toMatch(/^atelier .* titre$/);
  expect(row).toContain(boardId);
  expect(row).toContain(new Date(purgeAt).toISOString().slice(0, 10));
  expect(row).toMatch(/ 0 +Eau et achats$/);
});

test('[OP6] where there is no database, commands make none', async () => {
  for (const line of [['boards'], ['purge', '--due'], ['backup', join(place, 'b')]]) {
    const { code, err } = await admin(line);
    expect([code, err]).toEqual([1, expect.stringContaining(data)]);
  }
  expect(await readdir(place)).toEqual([]);
});

test('[OP6] export writes the workshop, and over no file', async () => {
  const { boardId } = await prepare();
  const file = join(place, 'atelier.json');
  expect(await admin(['export', boardId, 'json', file])).toMatchObject({ code: 0 });
  const written = await readFile(file, 'utf8');
  expect(JSON.parse(written)).toMatchObject({ workshop: { title: 'Eau et achats' } });
  await writeFile(file, 'autre');
  const again = await admin(['export', boardId, 'json', file]);
  expect([again.code, again.err]).toEqual([1, expect.stringContaining('existe déjà')]);
  expect(await readFile(file, 'utf8')).toBe('autre');
});

test('[OP7] a lost link is replaced after a confirmation, and opens the same workshop', async () => {
  const [{ origin }, board] = await serve();
  const door = async (link: string) => {
    const headers = { authorization: `Bearer ${new URL(link).hash.slice(1)}` };
    return (await fetch(`${origin}/api/boards/${board.boardId}`, { headers })).status;
  };
  const asked = await admin(['links', board.boardId, 'facilitator']);
  expect([asked.code, asked.err]).toEqual([1, expect.stringContaining('--yes')]);
  expect(await door(board.links.facilitator)).toBe(200);

  const { code, out } = await admin(['links', board.boardId, 'facilitator', '--yes']);
  expect(code).toBe(0);
  const link = /http:\S+/.exec(out)?.[0] ?? '';
  expect(link).toMatch(new RegExp(`^http://localhost:4000/a/${board.boardId}#`));
  expect([await door(link), await door(board.links.facilitator)]).toEqual([200, 401]);
  expect(await door(board.links.participant)).toBe(200);
});

/** Everything of every board; buffers are compared byte for byte. */
const everything = async (store: Store) => {
  const boards = await store.boards();
  return Promise.all(
    boards.map(async (board) => ({
      board,
      entries: await store.readAfter(board.id, 0),
      snapshot: await store.latestSnapshot(board.id),
      links: await store.links(board.id),
      people: await store.people(board.id),
      clients: await store.clients(board.id),
    })),
  );
};

type Everything = Awaited<ReturnType<typeof everything>>[number];
const butItsEpoch = ({ board, ...rest }: Everything) => ({
  ...rest,
  board: { ...board, epoch: '' },
});

test('[OP8] a backup made while people write holds every board, byte for byte', async () => {
  const [open, first] = await serve();
  const second = await open.create({ title: 'Emploi' });
  const pages = [
    await open.enter(first, 'facilitator', 'Ana'),
    await open.enter(second, 'facilitator', 'Ben'),
  ];
  const done = new AbortController();
  let written = 0;
  const write = async (page: SyncClient) => {
    page.doc.transact(() => writeInfo(page.doc, { subtitle: `état ${++written}` }));
    await page.until(() => page.saved.at(-1)?.updates === page.sent());
  };
  const work = pages.map(async (page) => {
    while (!done.signal.aborted) await write(page);
  });
  const made = await admin(['backup', join(place, 'copies')]);
  done.abort();
  await Promise.all(work);
  expect([made.code, made.err]).toEqual([0, '']);
  expect(written).toBeGreaterThan(pages.length);
  await Promise.all(pages.map(write)); // what the copy cannot have
  const now = await everything(open.store);

  const [name = ''] = await readdir(join(place, 'copies'));
  const copy = join(place, 'copies', name);
  expect(await readdir(copy)).toEqual(['gommette.db']);
  expect((await stat(copy)).mode & 0o777).toBe(0o700);
  const target = join(place, 'restored');
  expect(await admin(['restore', copy], target)).toMatchObject({ code: 0, err: '' });
  const restored = await withData(everything, target);
  // As it was, but for its epoch: pages may have seen more than the copy has.
  const board = (each: Everything) => butItsEpoch(each).board;
  expect(restored.map(board)).toEqual(now.map(board));
  for (const [index, { entries, ...rest }] of restored.entries()) {
    // The copy is of one moment: a beginning of today's log, of which nothing is missing.
    expect(entries).toEqual(now[index]?.entries.slice(0, entries.length));
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.length).toBeLessThan(now[index]?.entries.length ?? 0);
    expect(rest.links).toEqual(now[index]?.links);
    expect(rest.people).toEqual(now[index]?.people);
  }
  // Once nobody writes, a copy is the whole of it.
  await open.close();
  house = undefined;
  const still = await withData(everything);
  const calm = await admin(['backup', join(place, 'calm')]);
  expect(calm.code).toBe(0);
  const [calmName = ''] = await readdir(join(place, 'calm'));
  const again = join(place, 'again');
  await admin(['restore', join(place, 'calm', calmName)], again);
  expect((await withData(everything, again)).map(butItsEpoch)).toEqual(still.map(butItsEpoch));
});

test('[OP9] a restoration writes over nothing, and not beside a running server', async () => {
  const [open] = await serve();
  await admin(['backup', join(place, 'copies')]);
  const [name = ''] = await readdir(join(place, 'copies'));
  const copy = join(place, 'copies', name);
  const served = await admin(['restore', copy]);
  expect([served.code, served.err]).toEqual([1, expect.stringContaining('Un serveur se sert')]);
  const before = await everything(open.store);
  await open.close();
  house = undefined;
  const full = await admin(['restore', copy]);
  expect([full.code, full.err]).toEqual([1, expect.stringContaining('n’est pas vide')]);
  expect(await withData(everything)).toEqual(before);
});

test('[OP10] what is no whole database is not restored, and leaves nothing', async () => {
  await prepare();
  await admin(['backup', join(place, 'copies')]);
  const [name = ''] = await readdir(join(place, 'copies'));
  const copy = join(place, 'copies', name);
  const file = join(copy, 'gommette.db');
  const target = join(place, 'restored');
  await truncate(file, Math.floor((await stat(file)).size / 2));
  expect((await admin(['restore', copy], target)).code).toBe(1);
  await writeFile(file, 'x'.repeat(8_192));
  const { code, err } = await admin(['restore', copy], target);
  expect([code, err]).toEqual([1, expect.stringContaining('abîmée')]);
  expect(await readdir(target)).toEqual([]);
});

test('[EP8] a board is flattened once no server holds it, and reads as before', async () => {
  const [open, board] = await serve();
  const ana = await open.enter(board, 'facilitator', 'Ana');
  ana.doc.transact(() => writeInfo(ana.doc, { subtitle: 'un' }));
  ana.doc.transact(() => writeInfo(ana.doc, { subtitle: 'deux' }));
  await ana.until(() => ana.saved.at(-1)?.updates === ana.sent());
  const served = await admin(['flatten', board.boardId]);
  expect([served.code, served.err]).toEqual([1, expect.stringContaining('arrêtez-le')]);
  await open.close();
  house = undefined;
  const before = await withData((store) => store.board(board.boardId));
  const { code, out } = await admin(['flatten', board.boardId]);
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(/^Aplati : \w+, de \d+ entrées .* à 1 entrées/),
  ]);
  expect((await withData((store) => store.board(board.boardId)))?.epoch).not.toBe(before?.epoch);
  const file = join(place, 'atelier.json');
  await admin(['export', board.boardId, 'json', file]);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    workshop: { subtitle: 'deux' },
  });
});

test('[OP14] beside a running server a purge is done by that server', async () => {
  let now = Date.now();
  const [open, { boardId }] = await serve(() => now);
  const asked = await admin(['purge', boardId]);
  expect([asked.code, asked.err]).toEqual([1, expect.stringContaining('--yes')]);
  const { code, out } = await admin(['purge', boardId, '--yes']);
  expect([code, out]).toEqual([0, expect.stringContaining('serveur en marche')]);
  expect(await open.store.board(boardId)).toBeDefined();
  now = Date.now();
  const { store, rooms, log } = open;
  const { measures } = createMetrics();
  const purge = createPurge({ store, rooms, measures, clock: () => now, log: log.log });
  await purge.start();
  await purge.stop();
  expect(await open.store.board(boardId)).toBeUndefined();
});

test('[OP12] without a server, purge erases at once, and --due what is due alone', async () => {
  const { boardId } = await prepare();
  expect((await admin(['purge', '--due'])).out).toContain('Aucun atelier');
  expect((await admin(['purge', boardId, '--yes'])).out).toContain(`Effacé : ${boardId}`);
  expect(await withData((store) => store.boards())).toEqual([]);
});

test('[OP16] purge --due believes no clock far ahead of the last server, until it is told to', async () => {
  const { boardId } = await prepare();
  const day = 86_400_000;
  await withData(async (store) => {
    await store.setPurgeDate(boardId, Date.now() - day);
    await store.setLastLook('dates', Date.now() - 40 * day);
  });
  const doubted = await admin(['purge', '--due']);
  expect([doubted.code, doubted.err]).toEqual([1, expect.stringContaining('horloge')]);
  expect(await withData((store) => store.boards())).toHaveLength(1);
  expect((await admin(['purge', '--due', '--yes'])).out).toContain(`Effacé : ${boardId}`);
});

test('[OP5] purge-date takes a day to come, written AAAA-MM-JJ', async () => {
  const { boardId } = await prepare();
  expect(await admin(['purge-date', boardId, '2099-02-28'])).toMatchObject({ code: 0 });
  const due = Date.parse('2099-02-28T11:00:00Z');
  expect(await withData((store) => store.board(boardId))).toMatchObject({ purgeAt: due });
});
