/** The contract of the stores, for each implementation. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { BoardId } from '../../shared/ids.ts';
import { describeLastingStore, describeStore, type LastingPlace } from './store.ts';

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
    killWhileAppending: (batches) => killWhileAppending(directory, batches),
  };
}

const writer = join(import.meta.dirname, '../support/append-forever.ts');

async function killWhileAppending(
  directory: string,
  batches: number,
): Promise<ReadonlyMap<BoardId, number>> {
  const child = spawn(process.execPath, ['--import', 'tsx', writer, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === batches + 1) child.kill('SIGKILL');
  }
  const [, signal] = await closed;
  if (signal !== 'SIGKILL') throw new Error(`the writer ended by itself (${String(signal)})`);
  const [boards = '', ...ends] = lines;
  // What was still in the pipe had been acknowledged too: the last line counts.
  return new Map(boards.split(' ').map((id) => [id as BoardId, Number(ends.at(-1))]));
}
