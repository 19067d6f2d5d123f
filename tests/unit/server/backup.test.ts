/** Copies of a database: whole, or nothing at all. */
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyDatabase, noteBackup, restoreDatabase } from '../../../server/store/backup.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import { StoreFault } from '../../../server/store/store.ts';
import { newId } from '../../../shared/ids.ts';

let place: string;
let from: string;
let to: string;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'gommette-backup-'));
  from = join(place, 'data');
  to = join(place, 'copy');
  const store = await openSqlite(from);
  for (const n of [1, 2]) {
    const board = { id: newId<'board'>(), createdAt: n, purgeAt: n, epoch: `e${n}` };
    const bytes = new Uint8Array(20_000);
    await store.createBoard(board, [], [{ kind: 'update', author: null, at: n, bytes }]);
  }
  await store.close();
});
afterEach(() => rm(place, { recursive: true }));

/** Changes the database behind the store's back. */
function harm(change: (db: Database.Database) => void): void {
  const db = new Database(join(from, 'gommette.db'));
  db.pragma('foreign_keys = OFF');
  change(db);
  db.close();
}

test('[OP9] a copy is one file, and says how many boards it holds', async () => {
  expect(await copyDatabase(from, to)).toBe(2);
  expect(await readdir(to)).toEqual(['gommette.db']);
  const copy = await openSqlite(to);
  expect(await copy.boards()).toHaveLength(2);
  await copy.close();
});

test('[OP8] when a copy was made is noted, and an older server goes on with the file it came from', async () => {
  expect(noteBackup(from, 7)).toBe(true);
  const store = await openSqlite(from);
  expect(await store.lastLook('backup')).toBe(7);
  await store.close();

  const versionOf = (db: Database.Database) => db.pragma('user_version', { simple: true });
  harm((db) => {
    db.exec('DROP TABLE looks; DROP TABLE due_boards');
    db.pragma(`user_version = ${Number(versionOf(db)) - 1}`);
  });
  const before = new Database(join(from, 'gommette.db'));
  const older = versionOf(before);
  before.close();
  expect(await copyDatabase(from, to)).toBe(2);
  expect(noteBackup(from, 8)).toBe(false);
  const after = new Database(join(from, 'gommette.db'));
  expect(versionOf(after)).toBe(older);
  after.close();
  expect(noteBackup(join(place, 'nowhere'), 9)).toBe(false);
});

test('[EP6] a copy keeps the epochs, a restored one begins another for each board', async () => {
  const epochs = async (directory: string) => {
    const store = await openSqlite(directory);
    const boards = await store.boards();
    await store.close();
    return boards.map(({ epoch }) => epoch);
  };
  await copyDatabase(from, to);
  expect(await epochs(to)).toEqual(['e1', 'e2']);
  const back = join(place, 'back');
  expect(await restoreDatabase(to, back)).toBe(2);
  const begun = await epochs(back);
  expect(new Set([...begun, 'e1', 'e2', '']).size).toBe(5);
  expect(await epochs(to)).toEqual(['e1', 'e2']);
});

test('[EP6] a restored board is entered by no code, nor by a pass that was given for one', async () => {
  const store = await openSqlite(from);
  const [board] = await store.boards();
  if (!board) throw new Error('no board');
  await store.openEntry(board.id, 'CDFGHJ');
  const hash = new Uint8Array(32).fill(1);
  await store.takePass('CDFGHJ', { hash, expiresAt: 10 }, 1);
  await store.close();
  await restoreDatabase(from, to);
  const restored = await openSqlite(to);
  expect(await restored.entryCode(board.id)).toBeUndefined();
  expect(await restored.hasPass(board.id, hash, 1)).toBe(false);
  await restored.close();
});

test('[EP6] so does a copy that an older version made', async () => {
  harm((db) => {
    db.exec('ALTER TABLE boards DROP COLUMN epoch');
    db.pragma('user_version = 4');
  });
  await restoreDatabase(from, to);
  const store = await openSqlite(to);
  expect((await store.boards()).map(({ epoch }) => epoch.length)).toEqual([14, 14]);
  await store.close();
});

test('[OP9] a copy is readable by its owner only, and a place that is no database is none of it', async () => {
  await copyDatabase(from, to);
  expect((await stat(to)).mode & 0o777).toBe(0o700);
  const empty = join(place, 'empty');
  await mkdir(empty);
  await expect(copyDatabase(empty, join(place, 'other'))).rejects.toBeInstanceOf(StoreFault);
  expect([await readdir(empty), await readdir(join(place, 'other'))]).toEqual([[], []]);
});

test('[OP9] nothing is written over', async () => {
  await mkdir(to);
  await writeFile(join(to, 'gommette.db'), 'mine');
  await expect(copyDatabase(from, to)).rejects.toMatchObject({ kind: 'other' });
  expect(await readFile(join(to, 'gommette.db'), 'utf8')).toBe('mine');
});

test.each([
  {
    name: 'a row that belongs to no board',
    kind: 'corrupt',
    change: (db: Database.Database) =>
      db.exec("INSERT INTO clients (board, client, person) VALUES ('nowhere', 1, 'ana')"),
  },
  {
    name: 'an index that lacks a row',
    kind: 'corrupt',
    change: (db: Database.Database) => {
      db.unsafeMode();
      db.pragma('writable_schema = ON');
      db.exec("DELETE FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL");
    },
  },
  {
    name: 'a schema of a later version',
    kind: 'newer',
    change: (db: Database.Database) => db.pragma('user_version = 999'),
  },
])('[OP10] with $name a copy is refused, and leaves nothing', async ({ change, kind }) => {
  harm(change);
  const error = await copyDatabase(from, to).catch((fault: unknown) => fault);
  expect(error).toMatchObject({
    kind,
    message: expect.stringMatching(/integrity check|tables 999/),
  });
  expect(await readdir(to)).toEqual([]);
});
