import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { runCommand } from '../../../server/cli/commands.ts';
import { readConfig } from '../../../server/config.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import { createDoc, encodeDoc, entityMap, writeInfo } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { BoardId } from '../../../shared/ids.ts';
import { CLOSE } from '../../../shared/protocol/close.ts';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import { type House, type HouseOptions, openHouse } from '../../support/house.ts';
import { NEXT_SCHEMA, NEXT_VERSION, OLD_MEANS, oldWorkshop } from '../../support/next-schema.ts';
import { a } from '../../support/small-workshop.ts';

let dataDirectory: string;
let house: House;
beforeEach(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'gommette-schema-'));
});
afterEach(async () => {
  await house.close();
  await rm(dataDirectory, { recursive: true });
});

const open = async (options: HouseOptions = {}) => {
  house = await openHouse({ dataDirectory, ...options });
  return house;
};
const restart = async (options: HouseOptions) => {
  await house.close();
  return open(options);
};
/** A board on disk whose document is this one, as a server of its version left it. */
async function stored(change: (doc: Y.Doc) => void = () => undefined) {
  const { create } = await open();
  const board = await create();
  await write(board, change);
  return board;
}
/** After all that the board has: written beside it, chance would say which of two values stands. */
async function write({ boardId }: BoardCreated, change: (doc: Y.Doc) => void) {
  const doc = oldWorkshop();
  for (const { kind, bytes } of await logOf(boardId))
    if (kind === 'update') Y.applyUpdate(doc, bytes);
  change(doc);
  const entry = { kind: 'update', author: null, at: 0, bytes: encodeDoc(doc) } as const;
  await house.store.append(new Map([[boardId, [entry]]]));
}
const toNext = (doc: Y.Doc) => writeInfo(doc, { schemaVersion: NEXT_VERSION });
const newer = () => stored(toNext);
const logOf = (id: BoardId) => house.store.readAfter(id, 0);
const asked = (path: string, { links }: BoardCreated) =>
  fetch(`${house.origin}${path}`, {
    headers: { authorization: `Bearer ${new URL(links.facilitator).hash.slice(1)}` },
  });

test('[BD13] a board on disk is shown in the schema of today, and stays so for the next', async () => {
  const board = await stored();
  await restart({ migrations: NEXT_SCHEMA });
  const ana = await house.enter(board, 'facilitator', 'Ana');
  expect(readBoard(ana.doc).actions.get(a)?.means).toBe(OLD_MEANS);
  const entries = await logOf(board.boardId);
  await restart({ migrations: NEXT_SCHEMA });
  const ben = await house.enter(board, 'facilitator', 'Ben');
  expect(readBoard(ben.doc).info.schemaVersion).toBe(NEXT_VERSION);
  expect(readBoard(ben.doc).actions.get(a)?.means).toBe(OLD_MEANS);
  expect(await logOf(board.boardId)).toEqual(entries);
});

test('[BD13] a copy a page kept from before takes over what was migrated, and goes on writing', async () => {
  const board = await stored();
  const ana = await house.guest(board, 'facilitator', 'Ana');
  const before = ana.open();
  await before.until(() => before.provider.synced);
  const copy = createDoc();
  Y.applyUpdate(copy, encodeDoc(before.doc));
  await restart({ migrations: NEXT_SCHEMA });
  const page = await enterAgain(board, copy);
  expect(readBoard(copy).actions.get(a)?.means).toBe(OLD_MEANS);
  expect(setSheetField(copy, a, 'means', 'Trois agents').ok).toBe(true);
  await page.until(() => page.saved.at(-1)?.updates === page.sent());
  expect(page.refusals).toEqual([]);
});

test('[BD13] what it wrote meanwhile under the schema before is refused, and changes nothing', async () => {
  const board = await stored();
  const ana = await house.guest(board, 'facilitator', 'Ana');
  const before = ana.open();
  await before.until(() => before.provider.synced);
  const copy = createDoc();
  Y.applyUpdate(copy, encodeDoc(before.doc));
  entityMap(copy, 'actions', a)?.set('resources', 'Écrit hors connexion');
  await restart({ migrations: NEXT_SCHEMA });
  const page = await enterAgain(board, copy);
  await page.until(() => page.closes.length > 0);
  expect([page.refusals[0]?.reason, page.closes[0]]).toEqual(['schema', 'refused']);
  const ben = await house.enter(board, 'facilitator', 'Ben');
  expect(readBoard(ben.doc).actions.get(a)?.means).toBe(OLD_MEANS);
  expect(entityMap(ben.doc, 'actions', a)?.has('resources')).toBe(false);
});

/** A page of somebody who leads, with what its device had kept. */
async function enterAgain(board: BoardCreated, copy: Y.Doc) {
  const page = (await house.guest(board, 'facilitator', 'Ana')).open(copy);
  await page.until(() => page.provider.synced || page.closes.length > 0);
  return page;
}

test('[BD16] a board of a newer schema closes whoever comes, and is not written', async () => {
  const board = await newer();
  const entries = await logOf(board.boardId);
  const answers = await Promise.all(
    [`/api/boards/${board.boardId}`, `/api/boards/${board.boardId}/export/json`].map((path) =>
      asked(path, board),
    ),
  );
  for (const answer of answers) {
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({
      code: 'newer-board',
      message: expect.stringContaining('mettez le serveur à jour'),
    });
  }
  expect(await logOf(board.boardId)).toEqual(entries);
});

test('[BD16] somebody who joined before it was of that schema is closed with the reason', async () => {
  const board = await stored();
  const ana = await house.guest(board, 'facilitator', 'Ana');
  await write(board, toNext);
  const entries = await logOf(board.boardId);
  const page = ana.open();
  await page.until(() => page.closes.length > 0);
  expect(page.closes[0]).toBe('newerBoard');
  expect(CLOSE.newerBoard.react).toBe('leave');
  expect(await logOf(board.boardId)).toEqual(entries);
});

test('[BD16] the operator is told so, in the list and at an export, of that board alone', async () => {
  const board = await newer();
  await house.create({ title: 'Lisible' });
  const run = (...line: string[]) =>
    runCommand(line, { config: readConfig({ DATA_DIR: dataDirectory }), clock: () => 0 });
  const list = await run('boards');
  expect(list.code).toBe(0);
  expect(list.text).toContain('(d’une version plus récente de Gommette)');
  expect(list.text).toContain('Lisible');
  const file = join(dataDirectory, 'export.json');
  const exported = await run('export', board.boardId, 'json', file);
  expect(exported.code).not.toBe(0);
  expect(exported.text).toMatch(/version plus récente de Gommette : mettez celle-ci à jour/);
});
