/** What survives the end of the process: asked of it, or not. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { openSqlite } from '../../../server/store/sqlite.ts';
import { createDoc, writeInfo } from '../../../shared/board/doc.ts';
import type { BoardId } from '../../../shared/ids.ts';
import { createVisits, openHouse } from '../../support/house.ts';
import type { SyncClient } from '../../support/sync-client.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gommette-lasting-'));
});
afterEach(() => rm(directory, { recursive: true }));

const write = ({ doc }: SyncClient, subtitle: string) =>
  doc.transact(() => writeInfo(doc, { subtitle }));
const read = ({ doc }: SyncClient) => doc.getMap('board').get('subtitle');

test('[RO17] a server started again has the whole board', async () => {
  const first = await openHouse({ dataDirectory: directory });
  const board = await first.create({ title: 'Dure' });
  const ana = await first.enter(board, 'facilitator', 'Ana');
  write(ana, 'un');
  await ana.until(() => ana.saved.at(-1)?.updates === ana.sent());
  await first.close();

  const second = await openHouse({ dataDirectory: directory });
  const ben = await second.enter(board, 'participant', 'Ben');
  expect(read(ben)).toBe('un');
  await second.close();
});

const program = join(import.meta.dirname, '../../../server/main.ts');

/** The real server in a process of its own. */
async function startProcess(dataDirectory: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDirectory,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /http:\/\/[^\s:]+:(\d+)/.exec(line)?.[1];
    if (port === undefined) continue;
    const kill = async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    };
    return { origin: `http://127.0.0.1:${port}`, kill };
  }
  throw new Error('the server ended before it listened');
}

test('[RO18] a server killed under load has kept all that anybody saw and all it acknowledged', async () => {
  for (let round = 0; round < 3; round++) {
    const server = await startProcess(directory);
    const clients = new Set<SyncClient>();
    const visits = createVisits(server.origin, clients);
    const board = await visits.create();
    const writers = [
      await visits.enter(board, 'facilitator', 'Ana'),
      await visits.enter(board, 'facilitator', 'Ben'),
    ];
    const reader = await visits.enter(board, 'participant', 'Cléo');

    let count = 0;
    const received = () => Y.decodeStateVector(Y.encodeStateVector(reader.doc));
    for (const writer of writers) writer.doc.on('update', () => count++);
    const seen = (client: SyncClient) => received().get(client.doc.clientID) ?? 0;
    // Each writer writes again as soon as the reader has seen it: a load that neither waits nor floods.
    for (const writer of writers) {
      let last = -1;
      reader.doc.on('update', () => {
        if (seen(writer) === last || count > 400) return;
        last = seen(writer);
        write(writer, `${round} ${count}`);
      });
      write(writer, `${round} first`);
    }
    for (const writer of writers) await writer.until(() => (writer.saved.at(-1)?.updates ?? 0) > 0);
    await reader.until(() => count > 100 + 40 * round);
    await server.kill();

    const acknowledged = writers.map((writer) => writer.saved.at(-1)?.updates ?? 0);
    const seenState = received();
    for (const client of clients) client.destroy();
    const stored = await readLog(board.boardId);
    for (const [client, clock] of seenState)
      expect(stored.state.get(client)).toBeGreaterThanOrEqual(clock);
    for (const [i, updates] of acknowledged.entries()) {
      expect(updates).toBeGreaterThan(0);
      // The first of each connection was its answer without content.
      expect(stored.updatesBy.get(writers[i]?.sessions[0]?.me ?? '')).toBeGreaterThanOrEqual(
        updates - 1,
      );
    }
  }
});

async function readLog(board: BoardId) {
  const store = await openSqlite(directory);
  const doc = createDoc();
  const updatesBy = new Map<string, number>();
  for (const { bytes, author } of await store.readAfter(board, 0, 'update')) {
    Y.applyUpdate(doc, bytes);
    updatesBy.set(author ?? '', (updatesBy.get(author ?? '') ?? 0) + 1);
  }
  await store.close();
  return { state: Y.decodeStateVector(Y.encodeStateVector(doc)), updatesBy };
}
