/** What the SQLite file itself owes, seen through a second, bare connection. */
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { copyDatabase } from '../../../server/store/backup.ts';
import { faultOf } from '../../../server/store/faults.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import type { NewEntry, Store, StoreFaultKind } from '../../../server/store/store.ts';
import { newId } from '../../../shared/ids.ts';
import { untilTrue } from '../../support/until.ts';

const update: NewEntry = { kind: 'update', author: null, at: 1, bytes: Uint8Array.of(1, 2, 3) };
const dayMs = 86_400_000;
const name = 'Bérengère Lefèvre-Zyx';

let directory: string;
let file: string;
let store: Store;
let bare: Database.Database;

beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'gommette-sqlite-')), 'kept', 'here');
  file = join(directory, 'gommette.db');
  store = await openSqlite(directory);
  bare = new Database(file, { timeout: 0 });
});
afterEach(async () => {
  bare.close();
  await store.close();
  await rm(join(directory, '../..'), { recursive: true });
});

test('[ST19] names are in the table people and nowhere else', async () => {
  await fillBoard();
  const holding = tables().filter((table) => JSON.stringify(rowsOf(table)).includes(name));
  expect(holding).toEqual(['people']);
});

test('[ST20] a purge leaves no row in any table and no name in the files', async () => {
  const id = await fillBoard();
  const filled = tables().filter((table) => rowsOf(table).length > 0);
  expect(filled).toEqual(tables());
  expect(await bytesOfFiles()).toContain(name);
  await store.purge(id);
  for (const table of tables()) expect(rowsOf(table), table).toEqual([]);
  expect(await bytesOfFiles()).not.toContain(name);
});

test('[ST30] a long log is erased in parts, with others in between, and nobody enters meanwhile', async () => {
  const [id, other] = [newId<'board'>(), newId<'board'>()];
  const links = [{ role: 'participant', hash: new Uint8Array(32) }] as const;
  const entries = Array.from({ length: 1_200 }, () => update);
  for (const each of [id, other])
    await store.createBoard({ id: each, createdAt: 1, purgeAt: 2, epoch: 'e1' }, links, entries);
  const purged = store.purge(id);
  const left: number[] = [];
  while ((await store.board(id)) && left.length < 20) {
    left.push((await store.readAfter(id, 0)).length);
    expect(await store.links(id)).toEqual([]);
    await store.append(new Map([[other, [update]]]));
    await turn();
  }
  await purged;
  expect(left).toEqual([...left].sort((a, b) => b - a));
  expect(new Set(left).size).toBeGreaterThan(2);
  expect((await store.readAfter(other, 0)).length).toBe(1_200 + left.length);
});

test('[ST30] what was left of a board that was being purged goes with the next purge', async () => {
  const id = newId<'board'>();
  const entries = Array.from({ length: 600 }, () => update);
  await store.createBoard({ id, createdAt: 1, purgeAt: 2, epoch: 'e1' }, [], entries);
  bare.exec('DELETE FROM entries WHERE seq > 100'); // and killed there
  expect(await store.duePurges(3)).toMatchObject([{ id }]);
  await store.purge(id);
  for (const table of tables()) expect(rowsOf(table), table).toEqual([]);
});

test('[ST20] a purge waits for whoever reads the files, and then nothing is left', async () => {
  const id = await fillBoard();
  bare.prepare('BEGIN').run();
  bare.prepare('SELECT count(*) FROM boards').get();
  const purged = store.purge(id);
  await turn();
  expect(await bytesOfFiles()).toContain(name);
  bare.prepare('COMMIT').run();
  await purged;
  expect(await bytesOfFiles()).not.toContain(name);
});

test('[ST20] when they read on, it is said that it is still there, and the next try ends it', async () => {
  const id = await fillBoard();
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  bare.prepare('BEGIN').run();
  bare.prepare('SELECT count(*) FROM boards').get();
  const busy = expect(store.purge(id)).rejects.toMatchObject({ kind: 'busy' });
  await vi.advanceTimersByTimeAsync(10_000);
  await busy;
  vi.useRealTimers();
  bare.prepare('COMMIT').run();
  await store.purge(id);
  expect(await bytesOfFiles()).not.toContain(name);
});

test.each([
  ['a hole', 'INSERT INTO entries SELECT board, seq + 2, kind, author, at, bytes FROM entries'],
  ['a duplicate', 'INSERT INTO entries SELECT board, seq, kind, author, at, bytes FROM entries'],
  ['a change', "UPDATE entries SET bytes = x'00'"],
  ['an unknown board', "INSERT INTO entries VALUES ('nobody', 1, 'update', NULL, 1, x'00')"],
])('[ST21] the database itself refuses %s in the log', async (_, sql) => {
  const id = newId<'board'>();
  await store.createBoard({ id, createdAt: 1, purgeAt: 2, epoch: 'e1' }, [], [update]);
  expect(() => bare.exec(sql)).toThrow(Database.SqliteError);
  expect(await store.readAfter(id, 0)).toEqual([{ seq: 1, ...update }]);
});

test('[ST22] the data directory is created, readable by its owner only', async () => {
  expect((await stat(directory)).mode & 0o777).toBe(0o700);
});

test('[ST22] the files are readable by their owner only, in a folder that others read and from before', async () => {
  const open = await emptyDirectory();
  await chmod(open, 0o755);
  const files = ['gommette.db', 'gommette.db-wal', 'gommette.db-shm'].map((each) =>
    join(open, each),
  );
  const modes = () => Promise.all(files.map(async (each) => (await stat(each)).mode & 0o777));
  for (const _time of ['made', 'found']) {
    const opened = await openSqlite(open);
    expect(await modes()).toEqual([0o600, 0o600, 0o600]);
    await opened.close();
    await chmod(join(open, 'gommette.db'), 0o644);
  }
  const copies = join(open, 'copies');
  await mkdir(copies, { mode: 0o755 });
  await copyDatabase(open, copies);
  expect((await stat(join(copies, 'gommette.db'))).mode & 0o777).toBe(0o600);
});

test('[ST23] a file held by another process is the fault busy, and the next write passes', async () => {
  const id = await fillBoard();
  bare.exec('BEGIN IMMEDIATE');
  await expect(store.append(new Map([[id, [update]]]))).rejects.toMatchObject({ kind: 'busy' });
  bare.exec('ROLLBACK');
  expect((await store.append(new Map([[id, [update]]]))).get(id)).toBe(2);
});

test('[ST23] a file that is no database is the fault corrupt', async () => {
  await writeFile(join(await emptyDirectory(), 'gommette.db'), 'x'.repeat(8_192));
  await expect(openSqlite(beside())).rejects.toMatchObject({ kind: 'corrupt' });
});

test('[ST23] a damaged page is the fault corrupt', async () => {
  await fillBoard();
  bare.pragma('wal_checkpoint(TRUNCATE)');
  const bytes = await readFile(file);
  const page = bare
    .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'boards'")
    .pluck()
    .get();
  bytes.fill(0xff, (Number(page) - 1) * 4_096, Number(page) * 4_096);
  await writeFile(join(await emptyDirectory(), 'gommette.db'), bytes);
  const opened = await openSqlite(beside());
  await expect(opened.boards()).rejects.toMatchObject({ kind: 'corrupt' });
  await opened.close();
});

test('[ST23] a file written by a later version is the fault newer', async () => {
  bare.pragma('user_version = 99');
  await expect(openSqlite(directory)).rejects.toMatchObject({ kind: 'newer' });
});

test('[ST28] boards from before purges had dates get six months, and a month at least', async () => {
  const [old, recent] = [newId<'board'>(), newId<'board'>()];
  const now = Date.now();
  await store.createBoard({ id: old, createdAt: 1, purgeAt: 2, epoch: 'e1' }, [], []);
  await store.createBoard({ id: recent, createdAt: now, purgeAt: 2, epoch: 'e1' }, [], []);
  bare.exec('ALTER TABLE snapshots DROP COLUMN board_schema');
  bare.exec('ALTER TABLE boards DROP COLUMN purge_at');
  bare.exec('ALTER TABLE boards DROP COLUMN epoch');
  bare.pragma('user_version = 2');
  const migrated = await openSqlite(directory);
  expect((await migrated.board(recent))?.purgeAt).toBe(now + 183 * dayMs);
  const notice = ((await migrated.board(old))?.purgeAt ?? 0) - now;
  await migrated.close();
  expect(Math.round(notice / dayMs)).toBe(30);
});

test('[ST29] a log from before shares were counted has them counted once', async () => {
  const id = newId<'board'>();
  const board = { id, createdAt: 1, purgeAt: 2, epoch: 'e1' };
  await store.createBoard(board, [], [update, update]);
  bare.exec('DROP TABLE log_shares');
  bare.pragma('user_version = 6');
  const migrated = await openSqlite(directory);
  const server = { kind: 'update', author: null };
  expect(await migrated.logShares(id)).toEqual([{ ...server, entries: 2, bytes: 6 }]);
  await migrated.append(new Map([[id, [update]]]));
  expect(await migrated.logShares(id)).toEqual([{ ...server, entries: 3, bytes: 9 }]);
  await migrated.close();
});

test('[ST32] an answer made for the pages of another version is not given out', async () => {
  const id = await fillBoard();
  expect((await store.latestSnapshot(id))?.answer).toEqual(update.bytes);
  bare.exec("UPDATE first_answers SET protocol = 'gommette.1.1'");
  expect(await store.latestSnapshot(id)).toMatchObject({ seq: 1, state: update.bytes });
  expect((await store.latestSnapshot(id))?.answer).toBeUndefined();
});

test('[ST32] a file from before answers were made has its boards as they were', async () => {
  const id = await fillBoard();
  bare.exec('DROP TABLE first_answers');
  bare.pragma('user_version = 7');
  const migrated = await openSqlite(directory);
  const snapshot = await migrated.latestSnapshot(id);
  expect([snapshot?.state, snapshot?.answer]).toEqual([update.bytes, undefined]);
  await migrated.close();
});

test('[EP3] boards from before epochs have an empty one', async () => {
  const id = await fillBoard();
  bare.exec('ALTER TABLE boards DROP COLUMN epoch');
  bare.pragma('user_version = 4');
  const migrated = await openSqlite(directory);
  expect((await migrated.board(id))?.epoch).toBe('');
  await migrated.close();
});

test('[EP2] of a log that was replaced the files hold nothing more', async () => {
  const id = await fillBoard();
  await store.append(
    new Map([[id, [{ ...update, bytes: new TextEncoder().encode('former words') }]]]),
  );
  const state = new Uint8Array([1]);
  await store.replaceLog(id, 'e2', [update], { seq: 1, state, stateVector: state, schema: 1 });
  expect(await bytesOfFiles()).not.toContain('former words');
});

test('[ST36] of events that are to be forgotten the files soon hold nothing, whoever reads them', async () => {
  const id = await fillBoard();
  const bytes = new TextEncoder().encode('former words');
  const end = await store.append(new Map([[id, [{ ...update, kind: 'event', bytes }]]]));
  bare.exec('BEGIN');
  bare.prepare('SELECT count(*) FROM entries').get();
  const session = { seq: end.get(id) ?? 0, schema: 1, bytes: update.bytes };
  await store.saveSession(id, session, true);
  expect(await store.readAfter(id, 1)).toEqual([]);
  bare.exec('COMMIT');
  await untilTrue(async () => !(await bytesOfFiles()).includes('former words'));
  expect((await store.session(id)).snapshot).toEqual(session);
});

test('[ST23] a full database and a read-only one are faults of their own', async () => {
  await fillBoard();
  bare.pragma(`max_page_count = ${Number(bare.pragma('page_count', { simple: true }))}`);
  const readOnly = new Database(file, { readonly: true });
  const errors: [StoreFaultKind, unknown][] = [
    ['full', thrownBy(() => bare.exec('CREATE TABLE more AS SELECT zeroblob(100000)'))],
    ['read-only', thrownBy(() => readOnly.exec('DELETE FROM people'))],
    ['read-only', thrownBy(() => new Database(directory))],
    ['other', thrownBy(() => bare.exec('nonsense'))],
  ];
  readOnly.close();
  for (const [kind, error] of errors)
    expect(faultOf(error)).toMatchObject({ kind, name: 'StoreFault' });
});

/** A board with something in each table. */
async function fillBoard() {
  const id = newId<'board'>();
  const person = newId<'person'>();
  const link = { role: 'observer', hash: new Uint8Array(32) } as const;
  await store.createBoard({ id, createdAt: 1, purgeAt: 2, epoch: 'e1' }, [link], [update]);
  await store.saveSnapshot(id, {
    seq: 1,
    state: update.bytes,
    stateVector: update.bytes,
    schema: 1,
    answer: update.bytes,
  });
  await store.saveSession(id, { seq: 0, schema: 1, bytes: update.bytes });
  await store.savePerson(id, {
    id: person,
    role: 'observer',
    name,
    directionId: null,
    actorId: null,
    ticketHash: null,
    joinedAt: 1,
  });
  await store.claimClients(id, new Map([[1, person]]));
  await store.setDueSince(id, 3);
  await store.openEntry(id, 'CDFGHJ');
  await store.takePass('CDFGHJ', { hash: new Uint8Array(32), expiresAt: 9 }, 1);
  return id;
}

/** But for the one of what a server does: it says nothing of any board. */
const tables = () =>
  bare
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'looks' ORDER BY name",
    )
    .pluck()
    .all();
const rowsOf = (table: string) => bare.prepare(`SELECT * FROM ${table}`).all();

async function bytesOfFiles(): Promise<string> {
  const names = await readdir(directory);
  const files = names.filter((each) => !each.endsWith('-shm')).map((each) => join(directory, each));
  return Buffer.concat(await Promise.all(files.map((each) => readFile(each)))).toString();
}

const beside = () => join(directory, 'beside');
const emptyDirectory = async () => {
  await mkdir(beside());
  return beside();
};

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
