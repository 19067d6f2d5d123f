/** Where kept work lies, on a real IndexedDB in memory and without one. */
import { getAllKeys, openDB, transact } from 'lib0/indexeddb';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { ITEMS, openKeptDatabase, UNREADABLE } from '../../../client/sync/kept/kept-database.ts';
import { openKeptDevice } from '../../../client/sync/kept/kept-device.ts';
import { adding, type Keeping } from '../../../client/sync/kept/kept-list.ts';
import { KEPT_NAME } from '../../../client/sync/kept/kept-name.ts';
import type { KeptWork, ToKeep } from '../../../client/sync/kept/kept-work.ts';
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import { serveIndexedDb } from '../../support/indexed-db.ts';
import { until } from '../../support/until.ts';

serveIndexedDb();

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
const wordsOf = ({ work }: KeptWork) => ('text' in work ? work.text : '');
const texts = async (device: ReturnType<typeof openKeptDevice>) =>
  (await device.all()).map(wordsOf).toSorted();

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

  test('[KW39] of a change that is none no tab hears', async () => {
    const [one, other] = [openKeptDevice(), openKeptDevice()];
    await keep(one, 'Planter');
    const heard = vi.fn();
    onTestFinished(other.onChange(heard));
    await one.change(() => ({ put: [], drop: [] }));
    await keep(one, 'Planter');
    await keep(one, 'Semer', 3);
    await until(() => expect(heard).toHaveBeenCalledTimes(1));
  });

  test('[KW8] another tab hears of it', async () => {
    const [one, other] = [openKeptDevice(), openKeptDevice()];
    const heard = vi.fn();
    const stop = other.onChange(heard);
    await keep(one, 'Planter');
    await until(() => expect(heard).toHaveBeenCalledTimes(1));
    expect(await texts(other)).toEqual(['Planter']);
    stop();
    const next = vi.fn();
    onTestFinished(other.onChange(next));
    await one.dropUnreadable(['copie 3']);
    await until(() => expect(next).toHaveBeenCalledTimes(1));
    expect(heard).toHaveBeenCalledTimes(1);
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
    await device.change(() => ({ put: item ? [item] : [], drop: [] }));
    expect(await texts(device)).toEqual(['Arroser', 'Planter']);
  });

  test('[KW8] what was changed while nothing could be stored is there once, as it is now', async () => {
    const device = openKeptDevice();
    await keep(device, 'Semer');
    await keep(device, 'Planter', 2);
    const refused = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const goingOn = (item: KeptWork) => ({ ...item, work: text(`${wordsOf(item)} encore`).work });
    const all = await device.all();
    await device.change(() => ({ put: all.map(goingOn), drop: [] }));
    expect(await texts(device)).toEqual(['Planter encore', 'Semer encore']);
    const [first] = await device.all();
    await device.change(() => ({ put: [], drop: [first?.key ?? ''] }));
    expect(await texts(device)).toHaveLength(1);
    await device.change(() => ({ put: first ? [first] : [], drop: [] }));
    expect(await texts(device)).toEqual(['Planter encore', 'Semer encore']);
    refused.mockRestore();
    await keep(device, 'Arroser', 3);
    expect(await texts(openKeptDevice())).toEqual(['Arroser', 'Planter encore', 'Semer encore']);
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

describe('bytes that nobody could read', () => {
  const bytes = new Uint8Array([1, 2]);
  /** As an earlier version, or a fault, left something among them. */
  async function leave(values: Readonly<Record<string, unknown>>): Promise<void> {
    await openKeptDevice().unreadable(); // the database is there
    const db = await openDB(KEPT_NAME, () => {});
    const write = db.transaction([UNREADABLE], 'readwrite');
    for (const [name, value] of Object.entries(values))
      write.objectStore(UNREADABLE).put(value, name);
    await new Promise((resolve) => {
      write.oncomplete = resolve;
    });
    db.close();
  }

  test('[KW32] are kept once under each name, with when, until they are thrown away', async () => {
    const device = openKeptDevice();
    expect(await device.keepUnreadable('copie 1', bytes, 7)).toBe(true);
    expect(await device.keepUnreadable('copie 1', new Uint8Array([9]), 8)).toBe(true);
    expect(await device.keepUnreadable('copie 2', bytes, 9)).toBe(true);
    expect(await device.unreadable()).toEqual([
      { name: 'copie 1', bytes, at: 7 },
      { name: 'copie 2', bytes, at: 9 },
    ]);
    await device.dropUnreadable(['copie 1']);
    expect(await openKeptDevice().unreadable()).toEqual([{ name: 'copie 2', bytes, at: 9 }]);
  });

  test('[KW32] of an earlier version have no day; what holds no bytes is left out', async () => {
    await leave({
      'copie 1': bytes,
      'copie 2': { bytes, at: 'hier' },
      'copie 3': { bytes: 'aucun', at: 7 },
      'copie 4': { at: 7 },
      'copie 5': null,
      'copie 6': 'rien',
    });
    expect(await openKeptDevice().unreadable()).toEqual([
      { name: 'copie 1', bytes, at: null },
      { name: 'copie 2', bytes, at: null },
    ]);
  });

  test('[KW32] where nothing can be stored there are none, and that is said', async () => {
    Reflect.deleteProperty(globalThis, 'indexedDB');
    const device = openKeptDevice();
    expect(await device.keepUnreadable('copie 1', bytes, 7)).toBe(false);
    expect(await device.unreadable()).toEqual([]);
  });
});

test('[KW8] what another version kept is left where it is', async () => {
  const device = openKeptDevice();
  await keep(device, 'Planter');
  const [item] = await device.all();
  const later = { ...item, key: 'later', why: 'a reason of tomorrow' } as unknown as KeptWork;
  await device.change(() => ({ put: [later], drop: [] }));
  expect(await texts(device)).toEqual(['Planter']);
  await keep(device, 'Arroser', 2);
  const db = await openDB(KEPT_NAME, () => {});
  const [items] = transact(db, [ITEMS], 'readonly');
  expect(items && (await getAllKeys(items))).toContain('later');
  db.close();
});

test('[KW8] what comes while an earlier version of it is being stored is stored after it', async () => {
  const database = openKeptDatabase();
  const disk: { refuses: boolean } = { refuses: true };
  const device = openKeptDevice({
    act: (act) => (disk.refuses ? Promise.resolve(undefined) : database.act(act)),
  });
  const put = (words: string) => {
    const items = adding([], [text(words)], keeping(), () => ({})).put;
    return device.change(() => ({ put: items.map((item) => ({ ...item, key: 'k' })), drop: [] }));
  };
  await put('Planter');
  disk.refuses = false;
  let later: Promise<unknown> | undefined;
  await device.change(() => {
    disk.refuses = true;
    later = put('Planter des arbres'); // the transaction has taken the earlier one
    return { put: [], drop: [] };
  });
  await later;
  expect([await texts(device), device.isLasting()]).toEqual([['Planter des arbres'], false]);
  disk.refuses = false;
  await device.change(() => ({ put: [], drop: [] }));
  expect([await texts(openKeptDevice()), device.isLasting()]).toEqual([
    ['Planter des arbres'],
    true,
  ]);
});
