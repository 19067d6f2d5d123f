/** The copy of a board on this device, on a real IndexedDB in memory. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { openOfflineCopy } from '../../../client/sync/offline.ts';
import { createDoc, writeInfo } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';

const name = 'gommette-board-person';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const titleOf = (doc: Y.Doc) => readBoard(doc).info.title;

/** Opens the copy, writes a title in its document, and closes it. */
async function leaveCopy(title: string) {
  const doc = createDoc();
  const copy = openOfflineCopy(name, doc);
  expect(await copy.ready).toBe(true);
  doc.transact(() => writeInfo(doc, { title }));
  await copy.close();
}

/** Unhandled rejections of the library's own, which nobody can catch and a test run would report. */
async function rejectionsDuring(run: () => Promise<void>): Promise<readonly unknown[]> {
  const event = 'unhandledRejection';
  const listeners = process.listeners(event);
  const failures: unknown[] = [];
  process.removeAllListeners(event);
  process.on(event, (error) => failures.push(error));
  try {
    await run();
  } finally {
    process.removeAllListeners(event);
    for (const listener of listeners) process.on(event, listener);
  }
  return failures;
}

/** Puts bytes that are no update where the copy keeps its updates. */
async function damage() {
  const request = indexedDB.open(name);
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = reject;
  });
  const write = request.result.transaction(['updates'], 'readwrite');
  write.objectStore('updates').add(new Uint8Array([1, 255, 255, 255, 255, 7]));
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
    await former.remove();
    const doc = createDoc();
    const copy = openOfflineCopy(name, doc);
    await copy.ready;
    expect(titleOf(doc)).toBeUndefined();
    await copy.close();
  });

  test('[CO5] a damaged copy is given up and removed, and the next one works', async () => {
    await leaveCopy('Atelier');
    await damage();
    const failures = await rejectionsDuring(async () => {
      const broken = openOfflineCopy(name, createDoc(), 200);
      expect(await broken.ready).toBe(false);
    });
    expect(failures.length).toBeGreaterThan(0); // it was the damage, not the clock alone
    await leaveCopy('Autre');
  });

  test('[CO5] without IndexedDB the board lives without a copy', async () => {
    Reflect.deleteProperty(globalThis, 'indexedDB');
    const copy = openOfflineCopy(name, createDoc());
    expect(await copy.ready).toBe(false);
    await copy.close();
    await copy.remove();
  });
});
