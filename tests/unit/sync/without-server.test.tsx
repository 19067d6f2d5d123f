/** A board that opens without its server, as this device had it, and what becomes of it later. */
import { afterEach, expect, test, vi } from 'vitest';
import { copyName, recallCopies } from '../../../client/sync/copy-name.ts';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { createDoc } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { BoardId, PersonId, PriorityId } from '../../../shared/ids.ts';
import { HAND_OPTIONS } from '../../support/hand-peer.ts';
import { serveIndexedDb } from '../../support/indexed-db.ts';
import { openKeptPage } from '../../support/kept-page.ts';
import { unwrap } from '../../support/result.ts';
import { soon, until } from '../../support/until.ts';

serveIndexedDb();
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, 'storage');
});

const author = { personId: HAND_OPTIONS.personId as PersonId, directionId: null, actorId: null };

function serverBoard() {
  const doc = createDoc();
  const priorityId: PriorityId = unwrap(addFrameEntity(doc, 'priorities', { title: 'Eau' }));
  unwrap(addAction(doc, { title: 'Mesurer', place: { priorityId, before: null }, author }));
  return { doc, priorityId };
}
const titles = (doc: ReturnType<typeof createDoc>) =>
  new Set([...readBoard(doc).actions.values()].map(({ title }) => title));

test('[AW1] opened again without its server the board is there with its rules, says since when, and an hour later it merges', async () => {
  const { doc, priorityId } = serverBoard();
  const add = (title: string) => ({ title, place: { priorityId, before: null }, author });
  const first = await openKeptPage(doc);
  await first.online();
  // Noted once the session has been quiet for a moment.
  const noted = Date.now();
  await until(async () => expect(await hasNote()).toBe(true));
  first.cut();
  await first.kill();

  const page = await openKeptPage(doc);
  const { stores } = page.client;
  await until(() => expect(stores.session.getState()?.role).toBe('facilitator'));
  expect(stores.board.getState().priorities.map(({ title }) => title)).toEqual(['Eau']);
  expect(stores.lastHeard.getState()).toBeGreaterThanOrEqual(noted);
  expect(page.client.run(addAction, add('Écrit sans réseau')).ok).toBe(true);

  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
  unwrap(addAction(doc, add('Écrit par d’autres')));
  await page.online();
  await until(() => expect(stores.unsaved.getState().size).toBe(0));
  expect(titles(doc)).toEqual(new Set(['Mesurer', 'Écrit sans réseau', 'Écrit par d’autres']));
  expect(titles(page.doc())).toEqual(titles(doc));
  expect(stores.lastHeard.getState()).toBeNull();
});

async function hasNote(): Promise<boolean> {
  const request = indexedDB.open(copyName(HAND_OPTIONS));
  const db = await new Promise<IDBDatabase>((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
  const read = db.transaction('custom').objectStore('custom').getAllKeys();
  const keys = await new Promise<readonly IDBValidKey[]>((resolve) => {
    read.onsuccess = () => resolve(read.result);
  });
  db.close();
  return keys.includes('session');
}

test('[AW1] what is refused an hour later is kept', async () => {
  const { doc, priorityId } = serverBoard();
  const first = await openKeptPage(doc);
  await first.online();
  await until(async () => expect(await hasNote()).toBe(true));
  first.cut();
  await first.kill();

  const page = await openKeptPage(doc);
  const place = { priorityId, before: null };
  await until(() => expect(page.client.stores.session.getState()).not.toBeNull());
  page.client.run(addAction, { title: 'Trop tard', place, author });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
  await page.refuse('step');
  await page.online();
  await until(() => expect(page.client.stores.kept.getState()).toHaveLength(1));
  expect(titles(doc)).toEqual(new Set(['Mesurer']));
});

test('[AW8] the browser is asked to keep its storage once, at the first work without a connection', async () => {
  const asked: string[] = [];
  const storage = {
    persisted: async () => false,
    persist: async () => asked.push('persist') > 0,
  };
  Object.defineProperty(navigator, 'storage', { value: storage, configurable: true });
  const { doc, priorityId } = serverBoard();
  const page = await openKeptPage(doc);
  await page.online();
  const add = (title: string) =>
    page.client.run(addAction, { title, place: { priorityId, before: null }, author });
  add('En ligne');
  expect(asked).toEqual([]);
  page.cut();
  await until(() => expect(page.client.stores.connection.getState().state).toBe('offline'));
  add('Hors ligne');
  add('Encore');
  await until(() => expect(asked).toEqual(['persist']));
  add('Toujours');
  await Promise.resolve();
  expect(asked).toEqual(['persist']);
});

test('[AW10] where numbers of copies cannot be kept, the copies themselves tell which is the last', async () => {
  const owner = { boardId: 'atelier7' as BoardId, personId: 'lise' as PersonId };
  for (const number of ['', '-1', '-3'])
    await new Promise((resolve) => {
      indexedDB.open(`gommette-atelier7-lise${number}`).onsuccess = resolve;
    });
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(copyName(owner)).toBe('gommette-atelier7-lise');
  await recallCopies();
  expect(copyName(owner)).toBe('gommette-atelier7-lise-3');
});

test('[AW10] a device that does not tell its databases keeps nobody waiting', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError');
  });
  vi.spyOn(indexedDB, 'databases').mockReturnValue(new Promise(() => {}));
  let isBack = false;
  void recallCopies(20).then(() => {
    isBack = true;
  });
  await soon(() => isBack, 400);
});
