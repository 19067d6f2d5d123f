/** What the command line understands. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCommand } from '../../../server/cli/commands.ts';
import { readConfig } from '../../../server/config.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import { readNewBoard } from '../../../server/work/new-board.ts';
import demo from '../../../shared/demo/atelier-cotentin.json' with { type: 'json' };
import { newId } from '../../../shared/ids.ts';

const now = Date.parse('2027-03-01T10:00:00Z');
const id = newId<'board'>();
let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gommette-commands-'));
  const store = await openSqlite(directory);
  await store.createBoard({ id, createdAt: now, purgeAt: now + 1, epoch: 'e1' }, [], []);
  await store.close();
});
afterEach(() => rm(directory, { recursive: true }));

const run = (...line: string[]) =>
  runCommand(line, { config: readConfig({ DATA_DIR: directory }), clock: () => now });

test.each<[0 | 1 | 2, string[], string]>([
  [0, [], 'Usage : npm run admin'],
  [0, ['--help'], 'Usage : npm run admin'],
  [2, ['board'], 'Commande inconnue : board.'],
  [2, ['toString'], 'Commande inconnue : toString.'],
  [2, ['boards', 'x'], 'Attendu : boards'],
  [2, ['boards', '--yes'], 'Attendu : boards'],
  [2, ['links'], 'Attendu : links <atelier>'],
  [2, ['links', id, 'observer', 'x'], 'Attendu : links'],
  [2, ['backup'], 'Attendu : backup <dossier>'],
  [2, ['restore', 'a', 'b'], 'Attendu : restore <dossier>'],
  [2, ['purge-date', id], 'Attendu : purge-date'],
  [2, ['purge', id, '--force'], 'Attendu : purge'],
  [1, ['purge'], 'Donnez un atelier, ou --due.'],
  [1, ['purge', id, '--due'], 'Donnez un atelier, ou --due.'],
  [1, ['purge', id], '--yes'],
  [1, ['purge', 'nobody', '--yes'], 'Aucun atelier « nobody »'],
  [1, ['export', '../x'], 'Aucun atelier'],
  [1, ['export', id, 'pdf'], 'Formats : xlsx'],
  [1, ['links', id, 'admin', '--yes'], 'Rôles : facilitator'],
  [1, ['links', id], '--yes'],
  [1, ['purge-date', id, '2027-02-28'], 'Cette date est passée'],
  [1, ['purge-date', id, '2027-02-30'], 'n’est pas une date'],
  [1, ['purge-date', id, '28/02/2028'], 'n’est pas une date'],
  [0, ['purge-date', id, '2028-02-29'], 'sera effacé le 2028-02-29'],
])('[OP5] %i: %j', async (code, line, text) => {
  const said = await run(...line);
  expect(said.code).toBe(code);
  expect(said.text).toContain(text);
});

test.each([
  ['en', 'No.,Priority,'],
  ['fr', 'N°,Priorité,'],
])('[XL15] a workshop in the language %j leaves in its words', async (language, headers) => {
  const made = readNewBoard(JSON.stringify({ ...demo, cards: [], language }), now);
  if (!made.ok) throw new Error('the demonstration is a workshop');
  const other = newId<'board'>();
  const store = await openSqlite(directory);
  await store.createBoard(
    { id: other, createdAt: now, purgeAt: now + 1, epoch: 'e1' },
    [],
    made.value.entries,
  );
  await store.close();
  const file = join(directory, 'liste.csv');
  expect(await run('export', other, 'csv-open', file)).toMatchObject({ code: 0 });
  expect(await readFile(file, 'utf8')).toContain(headers);
});
