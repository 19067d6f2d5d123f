/** A database of which some pages were overwritten, at places drawn by seed. */
import { copyFile, mkdir, mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { runCommand } from '../../../server/cli/commands.ts';
import { readConfig } from '../../../server/config.ts';
import { databasePath, openSqlite } from '../../../server/store/sqlite.ts';
import { type Store, StoreFault } from '../../../server/store/store.ts';
import { type BoardId, newId } from '../../../shared/ids.ts';
import { EMPTY_SESSION } from '../../../shared/session/state.ts';
import { storeSession } from '../../../shared/session/stored.ts';
import { smallBoard } from '../../support/forge.ts';
import { random } from '../../support/random.ts';

/** An update that changes nothing. */
const NOTHING = Uint8Array.of(0, 0);

let place: string;
/** What each workshop is, as its store gives it. */
let whole: ReadonlyMap<BoardId, string>;
const data = () => join(place, 'data');

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'gommette-check-'));
  const store = await openSqlite(data());
  for (let n = 0; n < 30; n++) {
    const doc = smallBoard();
    doc.getText('padding').insert(0, `${n} `.repeat(200 * n));
    const bytes = Y.encodeStateAsUpdate(doc);
    const board = { id: newId<'board'>(), createdAt: n, purgeAt: 1e15, epoch: `e${n}` };
    const entry = { kind: 'update', author: null, at: n, bytes } as const;
    await store.createBoard(board, [], [entry]);
    if (n % 3 > 0) continue;
    const event = { ...entry, kind: 'event', bytes: new TextEncoder().encode('{}') } as const;
    await store.append(new Map([[board.id, [event, { ...entry, bytes: NOTHING }]]]));
    await store.saveSession(board.id, { seq: 2, ...storeSession(EMPTY_SESSION) });
  }
  whole = new Map((await contents(store)).map(([id, text]) => [id, text ?? 'damaged']));
  await store.close();
});
afterAll(() => rm(place, { recursive: true }));

/** Undefined for a board that the database cannot give. */
async function contents(store: Store): Promise<[BoardId, string | undefined][]> {
  const told: [BoardId, string | undefined][] = [];
  for (const board of await store.boards()) {
    const { id } = board;
    const rows = Promise.all([store.links(id), store.readAfter(id, 0), store.session(id)]);
    told.push([
      board.id,
      await rows.then(
        (kept) => JSON.stringify([board, kept]),
        () => undefined,
      ),
    ]);
  }
  return told;
}
const contentsIn = async (directory: string) => {
  const store = await openSqlite(directory);
  const told = await contents(store).finally(() => store.close());
  return new Map(told);
};
/** @returns how it ended; a fault of the whole file is told apart */
const admin = async (directory: string, ...line: readonly string[]) => {
  const config = readConfig({ DATA_DIR: directory });
  try {
    return await runCommand(line, { config, clock: () => 0 });
  } catch (error) {
    if (error instanceof StoreFault) return error.kind;
    throw error;
  }
};

test('[OP17] of a database that is sound check says so, and its copy is the same', async () => {
  expect(await admin(data(), 'check')).toEqual({
    text: 'Aucun atelier abîmé (ateliers lus : 30).',
    code: 0,
  });
  const to = join(place, 'sound');
  expect(await admin(data(), 'check', to)).toMatchObject({ code: 0 });
  expect(await contentsIn(to)).toEqual(whole);
  expect(await admin(data(), 'check', to)).toMatchObject({ code: 1 }); // nothing is written over
});

test('[OP17] a damaged workshop is named, and holds up no other: all that can be read is copied', async () => {
  const size = (await stat(databasePath(data()))).size;
  let read = 0;
  for (let seed = 1; seed <= 25; seed++) {
    const draw = random(seed);
    const harmed = join(place, `harmed-${seed}`);
    const to = join(place, `copied-${seed}`);
    await mkdir(harmed);
    await copyFile(databasePath(data()), databasePath(harmed));
    const file = await open(databasePath(harmed), 'r+');
    const noise = Uint8Array.from({ length: 4_000 }, () => draw() * 256);
    await file.write(noise, 0, noise.length, 4_096 + Math.floor(draw() * (size - 8_192)));
    await file.close();

    const checked = await admin(harmed, 'check', to);
    if (checked === 'corrupt') continue; // what lists the workshops is hit: a backup is all there is
    read += 1;
    const { text } = checked as { readonly text: string };
    const copied = await contentsIn(to);
    const listed = String(Object(await admin(harmed, 'boards')).text);
    for (const [id, now] of await contentsIn(harmed)) {
      // What the noise spared is there as it was; whatever is not there is named.
      if (now !== undefined && now === whole.get(id)) expect(copied.get(id), id).toBe(now);
      else if (!copied.has(id)) expect(text).toContain(`Abîmé : ${id}`);
      expect(listed).toContain(id);
    }
  }
  expect(read).toBeGreaterThan(12);
  expect(await readdir(place)).toContain('copied-1');
});
