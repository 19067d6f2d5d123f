/** The contract of the stores, for each implementation. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../server/store/sqlite.ts';
import { killWhileAppending } from '../support/killed-writer.ts';
import { describeLastingStore, describeStore } from './store.ts';
import type { LastingPlace } from './store-scene.ts';

describeStore('SQLite in memory', async () => ({
  open: () => openSqlite(':memory:'),
  remove: () => Promise.resolve(),
}));
describeStore('SQLite file', temporaryDirectory);
describeLastingStore('SQLite file', temporaryDirectory);

async function temporaryDirectory(): Promise<LastingPlace> {
  const directory = await mkdtemp(join(tmpdir(), 'gommette-store-'));
  return {
    open: () => openSqlite(directory),
    remove: () => rm(directory, { recursive: true }),
    killWhileAppending: (batches, what) => killWhileAppending(directory, batches, what),
  };
}
