/** A database whose last record did not reach the disk whole, as a power cut leaves it. */
import { mkdtemp, open, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqlite } from '../../../server/store/sqlite.ts';
import { update } from '../../contracts/store-entries.ts';
import { killWhileAppending } from '../../support/killed-writer.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gommette-torn-'));
});
afterEach(() => rm(directory, { recursive: true }));

const walPath = () => join(directory, 'gommette.db-wal');
/** The log's file begins with 32 bytes; each frame is a page of 4,096 bytes and 24 about it. */
const [walHeaderBytes, frameBytes] = [32, 4_096 + 24];

const damages: Readonly<Record<string, (bytes: number) => Promise<void>>> = {
  'a byte short': (bytes) => truncate(walPath(), bytes - 1),
  'half a frame short': (bytes) => truncate(walPath(), bytes - frameBytes / 2),
  'cut after its first bytes': (bytes) => truncate(walPath(), bytes - frameBytes + 7),
  'with a byte flipped in its last frame': async (bytes) => {
    const file = await open(walPath(), 'r+');
    const at = bytes - 1_000;
    const [byte = 0] = (await file.read(new Uint8Array(1), 0, 1, at)).buffer;
    await file.write(Uint8Array.of(byte ^ 0x10), 0, 1, at);
    await file.close();
  },
};

test.each(Object.keys(damages))(
  '[DK1] a log %s opens with all that was acknowledged before its last record, and nothing else',
  async (damage) => {
    // Few enough that SQLite has not begun the file again from its start: the newest is at its end.
    const acknowledged = await killWhileAppending(directory, 60);
    const { size } = await stat(walPath());
    expect(size).toBeGreaterThan(walHeaderBytes + frameBytes);
    // The kill itself may have come in the middle of a frame: the damage is done to a whole one.
    await damages[damage]?.(size - ((size - walHeaderBytes) % frameBytes));

    const store = await openSqlite(directory);
    const boards = [...acknowledged.keys()];
    const logs = await Promise.all(boards.map((board) => store.readAfter(board, 0)));
    // Each batch is a record of the log, with one entry for each board.
    const length = logs[0]?.length ?? 0;
    expect(length).toBeGreaterThanOrEqual(Math.max(...acknowledged.values()) - 1);
    const whole = Array.from({ length }, (_, i) => ({ ...update(i + 1), seq: i + 1 }));
    for (const log of logs) expect(log).toEqual(whole);

    const ends = await store.append(new Map(boards.map((board) => [board, [update(length + 1)]])));
    expect([...ends.values()]).toEqual([length + 1, length + 1]);
    await store.sync();
    await store.close();
  },
);

test('[DK2] what the damage above takes is what it tore: without it nothing is missing', async () => {
  const acknowledged = await killWhileAppending(directory, 60);
  const store = await openSqlite(directory);
  for (const [board, seq] of acknowledged)
    expect((await store.readAfter(board, 0)).length).toBeGreaterThanOrEqual(seq);
  await store.close();
});
