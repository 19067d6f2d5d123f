/** What stays of the database after a file could not be emptied. */
import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { scrub } from '../../../server/store/erase.ts';

test('[ST30] a file that could not be emptied leaves the patience of other writes as it was', async () => {
  const db = new Database(':memory:', { timeout: 1_234 });
  vi.spyOn(db, 'prepare').mockImplementation(() => {
    throw new Error('disk I/O error');
  });
  await expect(scrub(db)).rejects.toThrow();
  expect(db.pragma('busy_timeout', { simple: true })).toBe(1_234);
  db.close();
});
