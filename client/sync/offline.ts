/**
 * The copy of a board on this device. It never stands in the way: a slow, full or damaged store is
 * given up after some seconds, damaged data removed, and the board opens from the server.
 */
import { clearDocument, IndexeddbPersistence } from 'y-indexeddb';
import type { BoardDoc } from '../../shared/board/doc.ts';

/** How long the copy is waited for before the board opens without it. */
const defaultPatienceMs = 3_000;

export interface OfflineCopy {
  /** True once the stored copy is in the document and what follows is kept; false when given up. */
  readonly ready: Promise<boolean>;
  readonly close: () => Promise<void>;
  /** Deletes it from this device; to be called once it is closed. */
  readonly remove: () => Promise<void>;
}

/** Opens the copy under a name that holds board and person: nobody reads another's. */
export function openOfflineCopy(
  name: string,
  doc: BoardDoc,
  patienceMs = defaultPatienceMs,
): OfflineCopy {
  if (typeof indexedDB === 'undefined')
    return { ready: Promise.resolve(false), close: async () => {}, remove: async () => {} };
  const persistence = new IndexeddbPersistence(name, doc);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  const loaded = persistence.whenSynced.then(
    () => true as const,
    () => false as const,
  );
  const close = async () => {
    clearTimeout(timer);
    await persistence.destroy().catch(ignoreGone);
  };
  const remove = () => clearDocument(name).catch(ignoreGone);
  const ready = Promise.race([loaded, tooLate]).then(async (kept) => {
    clearTimeout(timer);
    if (kept) return true;
    // One undecodable update and `whenSynced` never settles: the copy is of no use any more.
    await close();
    await remove();
    return false;
  });
  return { ready, close, remove };
}

/** A private window or a full disk refuses IndexedDB: the board lives without a copy, as it says. */
const ignoreGone = (): void => {};
