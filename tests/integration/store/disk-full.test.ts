/** A disk that is really full, and one that cannot be written. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqlite } from '../../../server/store/sqlite.ts';
import { writeInfo } from '../../../shared/board/doc.ts';
import { newId } from '../../../shared/ids.ts';
import { type House, openHouse } from '../../support/house.ts';
import { canMount, type SmallDisk, smallDisk } from '../../support/small-disk.ts';
import type { SyncClient } from '../../support/sync-client.ts';

const mayMount = canMount();
if (!mayMount) process.emitWarning('no disk can be mounted here: DK3 to DK7 are not tried');

describe.skipIf(!mayMount)('a full disk', () => {
  let disk: SmallDisk;
  let house: House;
  let now: number;
  beforeEach(async () => {
    disk = smallDisk(4);
    now = Date.now();
    house = await openHouse({
      dataDirectory: disk.path,
      clock: () => now,
      environment: { MIN_FREE_BYTES: String(64 * 1_024) },
    });
  });
  afterEach(async () => {
    await house.close();
    disk.dispose();
  });

  const write = ({ doc }: SyncClient, notice: string) => writeInfo(doc, { notice });
  const read = ({ doc }: SyncClient) => doc.getMap('board').get('notice');
  const allClosed = (people: readonly SyncClient[]) =>
    Promise.all(people.map((person) => person.until(() => person.closes.length > 0)));
  // Longer than what is left in the pages the log has already.
  const long = 'une phrase qui ne tient plus '.repeat(60);

  test('[DK3] everybody in the room is told, and what is not kept is shown to nobody', async () => {
    const board = await house.create();
    const [ana, ben] = [
      await house.enter(board, 'facilitator', 'Ana'),
      await house.enter(board, 'facilitator', 'Ben'),
    ];
    write(ana, 'avant');
    await ana.until(() => ana.saved.at(-1)?.updates === ana.sent());
    disk.fill();
    write(ana, long);
    await allClosed([ana, ben]);
    expect([ana.closes[0], ben.closes[0]]).toEqual(['storageFault', 'storageFault']);
    expect(ana.refusals[0]).toMatchObject({ reason: 'storage' });
    expect(ben.refusals).toEqual([]);
    await ben.until(() => ben.provider.synced);
    expect(read(ben)).toBe('avant');
    expect(read(ana)).toBe(long);
  });

  test('[DK4] once there is room again the same server takes what had waited', async () => {
    const board = await house.create();
    const [ana, ben] = [
      await house.enter(board, 'facilitator', 'Ana'),
      await house.enter(board, 'facilitator', 'Ben'),
    ];
    disk.fill();
    write(ana, long);
    await allClosed([ana, ben]);
    disk.free();
    await ben.until(() => read(ben) === long);
    await ana.until(() => ana.saved.at(-1)?.updates === ana.sent());
    const last = ben.closes.length;
    write(ben, 'après');
    await ana.until(() => read(ana) === 'après');
    expect(ben.closes).toHaveLength(last);
  });

  test('[DK7] health says so, with what is in the way, and that all is well once there is room', async () => {
    const health = async () => {
      now += 1_000; // until then it would be the look of before
      const answer = await fetch(`${house.origin}/api/health`);
      return [answer.status, Object(await answer.json()).parts];
    };
    expect(await health()).toEqual([200, undefined]);
    disk.fill();
    expect(await health()).toEqual([503, ['disk']]);
    disk.free();
    expect(await health()).toEqual([200, undefined]);
  });

  test('[DK5] a workshop that cannot be kept is refused in French, and one can be made later', async () => {
    disk.fill();
    const body = JSON.stringify({ title: 'Plein'.repeat(50) });
    const answers = [];
    // The log has some room left in pages it took before.
    for (let i = 0; i < 100 && answers.at(-1)?.status !== 503; i++)
      answers.push(await fetch(`${house.origin}/api/boards`, { method: 'POST', body }));
    const refused = answers.at(-1);
    expect(refused?.status).toBe(503);
    expect(await refused?.json()).toMatchObject({
      code: 'storage',
      message: expect.stringMatching(/^Le serveur ne peut rien enregistrer/),
    });
    expect(await house.store.boards()).toHaveLength(answers.length - 1);
    disk.free();
    await house.create();
    expect(await house.store.boards()).toHaveLength(answers.length);
  });
});

describe.skipIf(!mayMount)('a disk that cannot be written', () => {
  const main = join(import.meta.dirname, '../../../server/main.ts');
  let disk: SmallDisk;
  beforeEach(() => {
    disk = smallDisk(4);
  });
  afterEach(() => disk.dispose());

  async function startThere(): Promise<[code: number | null, said: string]> {
    const child = spawn(process.execPath, ['--import', 'tsx', main], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH ?? '', PORT: '0', DATA_DIR: disk.path },
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    const [code] = await once(child, 'close');
    return [code, said];
  }

  const withDatabase = async () => {
    const store = await openSqlite(disk.path);
    await store.createBoard(
      { id: newId<'board'>(), createdAt: 0, purgeAt: 1, epoch: 'e1' },
      [],
      [],
    );
    await store.close();
  };
  const prepared: Readonly<Record<string, () => Promise<void>>> = {
    'an empty disk': async () => {},
    'a disk with a database': withDatabase,
    'a disk with a database whose server was killed': async () => {
      await withDatabase();
      await writeFile(join(disk.path, 'gommette.db-wal'), '');
    },
  };
  test.each(Object.keys(prepared))(
    '[DK6] %s that became read-only is said in French, and ends it with 1',
    async (what) => {
      await prepared[what]?.();
      disk.lock();
      const [code, said] = await startThere();
      expect(said).toMatch(/^Le dossier des données \(DATA_DIR\) ne peut pas être écrit/);
      expect(code).toBe(1);
    },
  );
});
