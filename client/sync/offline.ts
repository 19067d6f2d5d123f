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
}

/** Opens the copy under a name that holds board and person: nobody reads another's. */
export function openOfflineCopy(
  name: string,
  doc: BoardDoc,
  patienceMs = defaultPatienceMs,
): OfflineCopy {
  if (typeof indexedDB === 'undefined')
    return { ready: Promise.resolve(false), close: async () => {} };
  const persistence = new IndexeddbPersistence(name, doc);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  const loaded = persistence.whenSynced.then(
    () => true as const,
    () => false as const,
  );
  const ready = Promise.race([loaded, tooLate]).then(async (kept) => {
    clearTimeout(timer);
    // One undecodable update and `whenSynced` never settles: the copy is of no use any more.
    if (!kept) await forget(name, persistence);
    return kept;
  });
  return {
    ready,
    close: async () => {
      clearTimeout(timer);
      await persistence.destroy().catch(ignoreGone);
    },
  };
}

/** Removes the copy of a board from this device. */
export async function forgetOfflineCopy(name: string): Promise<void> {
  if (typeof indexedDB !== 'undefined') await clearDocument(name).catch(ignoreGone);
}

async function forget(name: string, persistence: IndexeddbPersistence): Promise<void> {
  await persistence.destroy().catch(ignoreGone);
  await forgetOfflineCopy(name);
}

/** A private window or a full disk refuses IndexedDB: the board lives without a copy, as it says. */
const ignoreGone = (): void => {};
