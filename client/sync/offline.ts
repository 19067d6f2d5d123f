/**
 * The copy of a board on this device, with notes beside it. It stands in the way for some seconds at
 * most: a slow, full or damaged store is then given up and the board opens from the server. What can
 * be read of a damaged copy is used, what cannot is set aside: nothing here deletes by itself.
 */
import type { BoardDoc } from '../../shared/board/doc.ts';
import { late } from '../browser/late.ts';
import { openStore } from './copy-store.ts';
import { within } from './within.ts';

/** How long a copy whose database answers is waited for before the board opens without it. */
const defaultPatienceMs = 3_000;
/** How long until that database must have opened and taken something: one that hangs is left alone. */
const answerMs = 2_500;

export interface OfflineCopy {
  /** True once the stored copy is in the document and what follows is kept; false when given up. */
  readonly ready: Promise<boolean>;
  /** What was noted beside it when it was opened. */
  readonly notes: () => ReadonlyMap<string, unknown>;
  /**
   * Notes something beside it, at once; an undefined value takes it away.
   * @param was takes it away only if it still says this
   */
  readonly note: (key: string, value: unknown, was?: unknown) => void;
  /** Whether what is written is stored: the copy is open, and the device takes it. */
  readonly isTaking: () => boolean;
  readonly close: () => Promise<void>;
}

const NO_COPY: OfflineCopy = {
  ready: Promise.resolve(false),
  notes: () => new Map(),
  note: () => {},
  isTaking: () => false,
  close: async () => {},
};

/**
 * Opens the copy of that name, see `copy-name.ts`.
 * @param onTaking told whether the device takes what is written, once that is known and when it changes
 */
// One copy: opened, read, repaired or given up behind the same functions.
export function openOfflineCopy(
  name: string,
  doc: BoardDoc,
  onTaking: (isTaking: boolean) => void = () => {},
  patienceMs = defaultPatienceMs,
): OfflineCopy {
  if (typeof indexedDB === 'undefined') {
    onTaking(false);
    return NO_COPY;
  }
  const store = openStore(name, doc, (isTaking) => isOpen && onTaking(isTaking));
  let notes: ReadonlyMap<string, unknown> = new Map();
  let isOpen = false;
  const patientMs = Math.min(patienceMs, answerMs);
  /**
   * Whether the database is there and takes what it is given. A device that refuses it or hangs is left
   * alone; of one that is full what was stored is read, and no more.
   */
  const takes = async (): Promise<boolean> => {
    const tried = store.opened().then((db) => store.tried(db));
    const isTaking = await within(
      patientMs,
      tried.catch(() => false),
    );
    if (isTaking) return true;
    // Late, it would be as late again.
    const read =
      isTaking === false ? await within(patientMs, store.opened().then(store.read)) : null;
    if (read && !store.isClosed()) notes = read;
    store.giveUp();
    return false;
  };
  const load = async (): Promise<boolean> => {
    const db = await within(patienceMs, store.loaded());
    if (!db || store.isClosed()) return false;
    const read = await within(patienceMs, store.notes(db));
    if (!read || store.isClosed()) return false;
    notes = read;
    store.outliveDeletion();
    isOpen = true;
    return true;
  };
  const repair = async (): Promise<boolean> => {
    if (store.isClosed()) return false;
    store.giveUp();
    const wasDamaged = await within(patienceMs, setAside(name));
    if (!wasDamaged || store.isClosed()) return false;
    store.reopen();
    return load();
  };
  return {
    ready: takes()
      .then(async (isTaking) => isTaking && ((await load()) || (await repair())))
      .catch(() => false)
      .then((isLoaded) => {
        onTaking(isLoaded);
        return isLoaded;
      }),
    notes: () => notes,
    note: store.note,
    isTaking: () => isOpen && store.isTaking(),
    close: async () => {
      const closing = store.close();
      if (isOpen) await closing; // else it may wait for ever
    },
  };
}

const repairing = late(() => import('./repair-copy.ts'));

/** Without a network the copy waits for the next opening as it is. */
const setAside = async (name: string): Promise<boolean> =>
  (await repairing()).setAsideUnreadable(name);
