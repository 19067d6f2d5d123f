import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWalSync } from '../../../server/store/durable.ts';
import { faultOf } from '../../../server/store/faults.ts';
import { namesOf } from '../../../server/store/names.ts';
import { type PersonRow, StoreFault } from '../../../server/store/store.ts';

test.each([
  ['full', 'SQLITE_FULL'],
  ['full', 'ENOSPC'],
  ['full', 'EDQUOT'],
  ['read-only', 'SQLITE_READONLY'],
  ['read-only', 'SQLITE_READONLY_DBMOVED'],
  ['read-only', 'SQLITE_CANTOPEN'],
  ['read-only', 'SQLITE_PERM'],
  ['read-only', 'EROFS'],
  ['read-only', 'EACCES'],
  ['read-only', 'EPERM'],
  ['corrupt', 'SQLITE_CORRUPT'],
  ['corrupt', 'SQLITE_NOTADB'],
  ['busy', 'SQLITE_BUSY'],
  ['busy', 'SQLITE_BUSY_SNAPSHOT'],
  ['busy', 'SQLITE_LOCKED'],
  ['other', 'SQLITE_CONSTRAINT_UNIQUE'],
  ['other', 'ENOENT'],
])('[ST23] %s is what %s is called', (kind, code) => {
  const error = Object.assign(new Error('refused'), { code });
  expect(faultOf(error)).toMatchObject({ kind, message: 'refused', cause: error });
});

test('[ST23] what has no code, or is no error, is other; what is a fault already stays it', () => {
  const [plain, fault] = [new Error('plain'), new StoreFault('full', 'told before')];
  expect(faultOf(plain)).toMatchObject({ kind: 'other', message: 'plain', name: 'StoreFault' });
  expect(faultOf('a word')).toMatchObject({ kind: 'other', message: 'a word', cause: 'a word' });
  expect(faultOf(fault)).toBe(fault);
});

test('[ST25] a file that cannot be synced any more is a fault, and is let go all the same', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'gommette-wal-'));
  const path = join(directory, 'wal');
  await writeFile(path, 'x');
  const wal = await openWalSync(path);
  await wal.sync();
  await wal.close();
  await expect(wal.sync()).rejects.toMatchObject({ name: 'StoreFault', kind: 'other' });
  await expect(wal.close()).resolves.toBeUndefined();
  await expect(openWalSync(join(directory, 'none'))).rejects.toThrow();
  await rm(directory, { recursive: true });
});

test('[EX3] who has no name is left out of the names of a board', () => {
  const people = [
    { id: 'ana', name: 'Ana' },
    { id: 'mur', name: '' },
  ] as PersonRow[];
  expect([...namesOf(people)]).toEqual([['ana', 'Ana']]);
});
