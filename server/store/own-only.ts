/** Files of boards hold people's names: their owner reads them, whatever the folder lets others do. */
import { chmod } from 'node:fs/promises';

/**
 * By its name: to open and close the file would drop the locks that SQLite holds on it. What SQLite
 * makes beside it later has the same rights. A file of another owner, which we may only use, stays
 * as that one has it.
 */
export const ownOnly = async (...paths: readonly string[]): Promise<void> =>
  void (await Promise.all(paths.map((path) => chmod(path, 0o600).catch(() => undefined))));
