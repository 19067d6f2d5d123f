/** Turns what SQLite or the file system refuses into a `StoreFault`. */
import { StoreFault, type StoreFaultKind } from './store.ts';

/** First match wins. SQLite's extended codes continue the primary one: SQLITE_READONLY_DBMOVED. */
const kinds: readonly (readonly [prefix: string, kind: StoreFaultKind])[] = [
  ['SQLITE_FULL', 'full'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
];

/** The fault behind an error; the error itself stays as its cause. */
export function faultOf(error: unknown): StoreFault {
  if (error instanceof StoreFault) return error;
  const code = codeOf(error);
  const kind = kinds.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 'other';
  const message = error instanceof Error ? error.message : String(error);
  return new StoreFault(kind, message, { cause: error });
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Runs SQL now, and answers as the interface does: by a promise, with our own faults. */
export function settle<Value>(work: () => Value): Promise<Value> {
  try {
    return Promise.resolve(work());
  } catch (error) {
    return Promise.reject(faultOf(error));
  }
}
