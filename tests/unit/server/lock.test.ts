/** Who has a data directory to themselves. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isLocked, lockDirectory, whileAlone } from '../../../server/store/lock.ts';
import { openServed, openSqlite } from '../../../server/store/sqlite.ts';
import { StoreFault } from '../../../server/store/store.ts';

let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'gommette-lock-'));
});
afterEach(() => rm(place, { recursive: true }));

test('[EP8] a directory is served by one server, until it lets go', async () => {
  const store = await openServed(join(place, 'data'));
  await expect(openServed(join(place, 'data'))).rejects.toMatchObject({ kind: 'busy' });
  const beside = await openSqlite(join(place, 'data')); // a command may read on
  await beside.close();
  expect(isLocked(join(place, 'data'))).toBe(true);
  await store.close();
  expect(isLocked(join(place, 'data'))).toBe(false);
  await (await openServed(join(place, 'data'))).close();
});

test('[EP8] nor by any while a command must be alone, which is not run beside a server', async () => {
  const during = await whileAlone(place, async () => {
    await expect(openServed(place)).rejects.toMatchObject({ kind: 'busy' });
    return 'done';
  });
  expect([during, isLocked(place)]).toEqual(['done', false]);
  const store = await openServed(place);
  let ran = false;
  const refused = await whileAlone(place, async () => {
    ran = true;
  });
  expect([refused, ran]).toEqual([undefined, false]);
  await store.close();
});

test('[EP8] a command that fails lets go, and so does a store that cannot be opened', async () => {
  const fails = whileAlone(place, () => Promise.reject(new Error('ours')));
  await expect(fails).rejects.toThrow('ours');
  expect(isLocked(place)).toBe(false);
  expect(() => lockDirectory(join(place, 'nowhere'))).toThrow(StoreFault);
});
