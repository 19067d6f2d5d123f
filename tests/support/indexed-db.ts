import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeEach } from 'vitest';

/** The tests of a file have a device with IndexedDB, in memory; each begins with an empty one. */
export function serveIndexedDb(): void {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
  });
  // Files share a window: the next one has no such device.
  afterAll(() => {
    Reflect.deleteProperty(globalThis, 'indexedDB');
  });
}
