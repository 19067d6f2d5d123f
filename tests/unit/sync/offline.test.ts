/** The copy of a board on this device, on a real IndexedDB in memory. */
import { describe, expect, test, vi } from 'vitest';
import type * as Y from 'yjs';
import { deleteCopy } from '../../../client/sync/kept/delete-copy.ts';
import { openOfflineCopy } from '../../../client/sync/offline.ts';
import { setAsideUnreadable } from '../../../client/sync/repair-copy.ts';
import { createDoc, writeInfo } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { serveIndexedDb } from '../../support/indexed-db.ts';
import { aReceipt } from '../../support/receipt.ts';
import { rejectionsDuring } from '../../support/rejections.ts';
import { until } from '../../support/until.ts';

const name = 'gommette-board-person';

serveIndexedDb();

const titleOf = (doc: Y.Doc) => readBoard(doc).info.title;

/** The database beside the copy that is open. */
const opened = () =>
  new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
  });
const stored = (db: IDBDatabase) =>
  new Promise<number>((resolve) => {
    const request = db.transaction(['updates']).objectStore('updates').count();
    request.onsuccess = () => resolve(request.result);
  });

/** Opens the copy, writes a title in its document, and closes it. */
async function leaveCopy(title: string) {
  const doc = createDoc();
  const copy = openOfflineCopy(name, doc);
  expect(await copy.ready).toBe(true);
  doc.transact(() => writeInfo(doc, { title }));
  await copy.close();
}

const DAMAGED = [1, 255, 255, 255, 255, 7];
/** Puts bytes that are no update where the copy keeps its updates. */
async function damage() {
  const request = indexedDB.open(name);
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = reject;
  });
  const write = request.result.transaction(['updates'], 'readwrite');
  write.objectStore('updates').add(new Uint8Array(DAMAGED));
  await new Promise((resolve) => {
    write.oncomplete = resolve;
  });
  request.result.close();
}

describe('the copy on this device', () => {
  test('[CO4] what was written is there at the next opening', async () => {
    await leaveCopy('Atelier');
    const doc = createDoc();
    const copy = openOfflineCopy(name, doc);
    expect(await copy.ready).toBe(true);
    expect(titleOf(doc)).toBe('Atelier');
    await copy.close();
  });

  test('[CO4] a forgotten copy leaves nothing', async () => {
    await leaveCopy('Atelier');
    const former = openOfflineCopy(name, createDoc());
    await former.ready;
    await former.close();
    await deleteCopy(name, await aReceipt());
    const doc = createDoc();
    const copy = openOfflineCopy(name, doc);
    await copy.ready;
    expect(titleOf(doc)).toBeUndefined();
    await copy.close();
  });

  test('[CO4] one that was closed before it opened is not made anew', async () => {
    const never = () => ({}) as IDBOpenDBRequest;
    const slow = vi.spyOn(indexedDB, 'open').mockImplementationOnce(never);
    const copy = openOfflineCopy(name, createDoc(), () => {}, 200);
    await copy.close();
    expect(await copy.ready).toBe(false);
    expect(await indexedDB.databases()).toEqual([]);
    slow.mockRestore();
  });

  test('[CO5] of a damaged copy what can be read is used, and what cannot is set aside', async () => {
    await leaveCopy('Atelier');
    await damage();
    const failures = await rejectionsDuring(async () => {
      const doc = createDoc();
      const copy = openOfflineCopy(name, doc, () => {}, 200);
      expect(await copy.ready).toBe(true);
      expect(titleOf(doc)).toBe('Atelier');
      expect([...copy.notes()]).toEqual([['unreadable 3', new Uint8Array(DAMAGED)]]);
      await copy.close();
    });
    expect(failures).toEqual([]);
    const doc = createDoc();
    const copy = openOfflineCopy(name, doc);
    expect(await copy.ready).toBe(true);
    expect(titleOf(doc)).toBe('Atelier');
    await copy.close();
  });

  test('[CO5] a store that never answers is given up, and closing does not wait for it', async () => {
    const silent = { open: () => ({}) as IDBOpenDBRequest };
    globalThis.indexedDB = silent as unknown as IDBFactory;
    const copy = openOfflineCopy(name, createDoc(), () => {}, 20);
    expect(await copy.ready).toBe(false);
    await copy.close();
  });

  test('[KW6] what is noted beside the copy is there at the next opening, until it is taken away', async () => {
    const copy = openOfflineCopy(name, createDoc());
    await copy.ready;
    copy.note('touched 1', { path: ['board'] });
    copy.note('touched 2', { path: ['board'] });
    copy.note('touched 1', undefined);
    await copy.close();
    const next = openOfflineCopy(name, createDoc());
    await next.ready;
    expect([...next.notes()]).toEqual([['touched 2', { path: ['board'] }]]);
    await next.close();
  });

  test('[KW6] a note that says something else by now is not taken away', async () => {
    const copy = openOfflineCopy(name, createDoc());
    await copy.ready;
    copy.note('touched 1', { turn: 1 });
    copy.note('touched 2', { turn: 1 });
    copy.note('touched 1', { turn: 2 });
    for (const key of ['touched 1', 'touched 2']) copy.note(key, undefined, { turn: 1 });
    await copy.close();
    const next = openOfflineCopy(name, createDoc());
    await next.ready;
    expect([...next.notes()]).toEqual([['touched 1', { turn: 2 }]]);
    await next.close();
  });

  test('[CO5] looking for damage leaves a copy that can be opened', async () => {
    expect(await setAsideUnreadable(name)).toBe(false);
    await leaveCopy('Atelier');
  });

  test('[CO5] says that it takes nothing while the device refuses', async () => {
    const copy = openOfflineCopy(name, createDoc());
    expect(copy.isTaking()).toBe(false);
    await copy.ready;
    expect(copy.isTaking()).toBe(true);
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    copy.note('touched 1', {});
    await until(() => expect(copy.isTaking()).toBe(false));
    full.mockRestore();
    copy.note('touched 1', {});
    await until(() => expect(copy.isTaking()).toBe(true));
    await copy.close();
  });

  test.each([
    ['is full', 'add'],
    ['has closed it', 'transaction'],
  ] as const)(
    '[CO22] of an update that a device does not take because it %s, that is told',
    async (_why, how) => {
      const doc = createDoc();
      const told: boolean[] = [];
      const copy = openOfflineCopy(name, doc, (isTaking) => told.push(isTaking));
      await copy.ready;
      const owner = how === 'add' ? IDBObjectStore.prototype : IDBDatabase.prototype;
      const refusing = vi
        .spyOn(owner as IDBObjectStore & IDBDatabase, how)
        .mockImplementation(() => {
          throw new DOMException('no', 'InvalidStateError');
        });
      const failures = await rejectionsDuring(async () => {
        doc.transact(() => writeInfo(doc, { title: 'Non gardé' }));
        await until(() => expect(told).toEqual([true, false]));
      });
      refusing.mockRestore();
      doc.transact(() => writeInfo(doc, { title: 'Gardé' }));
      await until(() => expect(told).toEqual([true, false, true]));
      expect(failures).toEqual([]);
      await copy.close();
    },
  );

  test('[CO4] five hundred updates become one, and the next opening has them all', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const doc = createDoc();
    const copy = openOfflineCopy(name, doc);
    await copy.ready;
    for (let index = 0; index <= 500; index++)
      doc.transact(() => writeInfo(doc, { title: `Titre ${index}` }));
    const db = await opened();
    await until(async () => expect(await stored(db)).toBeGreaterThan(500));
    vi.advanceTimersByTime(1_000);
    vi.useRealTimers();
    await until(async () => expect(await stored(db)).toBe(1));
    db.close();
    await copy.close();
    const next = createDoc();
    const again = openOfflineCopy(name, next);
    await again.ready;
    expect(titleOf(next)).toBe('Titre 500');
    await again.close();
  });

  test('[KW7] a copy deleted by another tab is written again by this one, whole', async () => {
    const before = openOfflineCopy(name, createDoc());
    await before.ready;
    before.note('epoch', 'e1');
    await before.close();
    const doc = createDoc();
    const mine = openOfflineCopy(name, doc);
    await mine.ready;
    doc.transact(() => writeInfo(doc, { title: 'À moi' }));
    mine.note('touched 1', { path: ['board', 'title'] });
    const theirs = openOfflineCopy(name, createDoc());
    await theirs.ready;
    await theirs.close();
    await deleteCopy(name, await aReceipt());
    await until(async () => {
      const again = createDoc();
      const copy = openOfflineCopy(name, again);
      await copy.ready;
      await copy.close();
      expect(titleOf(again)).toBe('À moi');
      expect([...copy.notes().keys()]).toEqual(['epoch', 'touched 1']);
    });
    await mine.close();
  });

  test('[CO5] without IndexedDB the board lives without a copy', async () => {
    Reflect.deleteProperty(globalThis, 'indexedDB');
    const copy = openOfflineCopy(name, createDoc());
    expect(await copy.ready).toBe(false);
    await copy.close();
  });
});
