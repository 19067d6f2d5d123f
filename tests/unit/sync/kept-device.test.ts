/** Where kept work lies, on a real IndexedDB in memory and without one. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { KEPT_NAME, openKeptDatabase } from '../../../client/sync/kept/kept-database.ts';
import { openKeptDevice } from '../../../client/sync/kept/kept-device.ts';
import { adding, type Keeping } from '../../../client/sync/kept/kept-list.ts';
import type { ToKeep } from '../../../client/sync/kept/kept-work.ts';
import type { BoardId, PersonId } from '../../../shared/ids.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterAll(() => {
  Reflect.deleteProperty(globalThis, 'indexedDB'); // the next file has no such device
});

const keeping = (at = 1): Keeping => ({
  boardId: 'atelier' as BoardId,
  personId: 'moi' as PersonId,
  workshop: 'Achats',
  at,
});
const text = (words: string): ToKeep => ({
  work: { kind: 'text', path: ['actions', 'a1', 'title'], text: words },
  why: 'step',
});
const keep = (device: ReturnType<typeof openKeptDevice>, words: string, at = 1) =>
  device.change((items) => adding(items, [text(words)], keeping(at), () => ({})));
const texts = async (device: ReturnType<typeof openKeptDevice>) =>
  (await device.all()).map(({ work }) => ('text' in work ? work.text : '')).toSorted();

describe('kept work on a device', () => {
  test('[KW8] the same thing is kept once, by two tabs at the same moment too', async () => {
    const [one, other] = [openKeptDevice(), openKeptDevice()];
    await Promise.all([keep(one, 'Planter'), keep(other, 'Planter', 2)]);
    expect(await texts(one)).toEqual(['Planter']);
  });

  test('[KW8] two versions of one text are both kept; in one go the later one stands for both', async () => {
    const device = openKeptDevice();
    await keep(device, 'Semer', 1);
    await keep(device, 'Planter des', 2);
    await keep(device, 'Planter les arbres', 2);
    expect(await texts(device)).toEqual(['Planter les arbres', 'Semer']);
  });

  test('[KW32] bytes that nobody could read are there until they are thrown away, by name', async () => {
    const device = openKeptDevice();
    await device.keepUnreadable('a', new Uint8Array([1, 2]), 1);
    await device.keepUnreadable('b', new Uint8Array([3]), 2);
    expect((await device.unreadable()).map(({ name }) => name)).toEqual(['a', 'b']);
    await device.dropUnreadable(['a']);
    expect(await device.unreadable()).toMatchObject([{ name: 'b', bytes: new Uint8Array([3]) }]);
  });

  test('[KW8] another tab hears of it', async () => {
    const [one, other] = [openKeptDevice(), openKeptDevice()];
    const heard = vi.fn();
    const stop = other.onChange(heard);
    await keep(one, 'Planter');
    await vi.waitFor(() => expect(heard).toHaveBeenCalled());
    stop();
    expect(await texts(other)).toEqual(['Planter']);
  });

  test('[KW8] where nothing can be stored it is in memory, and said to be', async () => {
    Reflect.deleteProperty(globalThis, 'indexedDB');
    const device = openKeptDevice();
    expect(device.isLasting()).toBe(true);
    expect(await keep(device, 'Planter')).toBeUndefined();
    expect(device.isLasting()).toBe(false);
    expect(await texts(device)).toEqual(['Planter']);
    const [item] = await device.all();
    await device.change(() => ({ put: [], drop: [item?.key ?? ''] }));
    expect(device.isLasting()).toBe(true);
  });

  test('[KW8] what was only in memory is stored as soon as something can be', async () => {
    const device = openKeptDevice();
    await device.all();
    const refused = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await keep(device, 'Planter');
    expect(device.isLasting()).toBe(false);
    refused.mockRestore();
    expect(await keep(device, 'Arroser', 2)).toBeDefined();
    expect(device.isLasting()).toBe(true);
    expect(await texts(openKeptDevice())).toEqual(['Arroser', 'Planter']);
  });

  test('[KW8] what was taken away while nothing could be stored does not come back', async () => {
    const device = openKeptDevice();
    await keep(device, 'Planter');
    const [item] = await device.all();
    const refused = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await device.change(() => ({ put: [], drop: [item?.key ?? ''] }));
    expect(await texts(device)).toEqual([]);
    refused.mockRestore();
    await keep(device, 'Arroser', 2);
    expect(await texts(openKeptDevice())).toEqual(['Arroser']);
  });

  test('[KW8] an opening that never ends is given up, and the next thing tries again', async () => {
    const slow = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => ({}) as IDBOpenDBRequest);
    const device = openKeptDevice(openKeptDatabase(20));
    expect(await keep(device, 'Planter')).toBeUndefined();
    slow.mockRestore();
    expect(await keep(device, 'Arroser', 2)).toBeDefined();
    expect(await texts(openKeptDevice())).toEqual(['Arroser', 'Planter']);
  });

  test('[KW8] a database deleted by another tab is begun again', async () => {
    const device = openKeptDevice();
    await keep(device, 'Planter');
    const gone = indexedDB.deleteDatabase(KEPT_NAME);
    await new Promise((resolve) => {
      gone.onsuccess = resolve;
    });
    expect(await keep(device, 'Arroser', 2)).toBeDefined();
    expect(await texts(device)).toEqual(['Arroser']);
    expect(await device.keepUnreadable('copie 3', new Uint8Array([1]), 1)).toBe(true);
  });
});
