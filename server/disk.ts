/** Where boards are kept: how much is taken, how much is left. */
import { stat, statfs } from 'node:fs/promises';
import { databasePath } from './store/sqlite.ts';

export interface Disk {
  /** Bytes left for this process. */
  readonly free: () => Promise<number>;
  /** Bytes of the database and of its write-ahead log. */
  readonly taken: () => Promise<number>;
}

export const diskOf = (dataDirectory: string): Disk => ({
  free: async () => {
    const { bavail, bsize } = await statfs(dataDirectory);
    return bavail * bsize;
  },
  taken: async () => {
    const path = databasePath(dataDirectory);
    const sizes = await Promise.all([path, `${path}-wal`].map(sizeOf));
    return sizes.reduce((sum, size) => sum + size, 0);
  },
});

/** The log is not there before the first write, nor after a stop. */
const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );
