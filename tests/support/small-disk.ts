/** A real disk, in memory and small enough to be filled. Only root on Linux may make one. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly path: string;
  /** Takes all the room that is left. */
  readonly fill: () => void;
  /** Gives it back. */
  readonly free: () => void;
  /** From now on nothing on it can be written. */
  readonly lock: () => void;
  readonly dispose: () => void;
}

const mount = (...args: string[]): boolean =>
  spawnSync('mount', args, { stdio: 'ignore' }).status === 0;

/** @throws Error where disks cannot be mounted, see {@link canMount} */
export function smallDisk(megabytes: number): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'gommette-disk-'));
  if (!mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'gommette', path)) {
    rmdirSync(path);
    throw new Error('this machine does not let us mount a disk');
  }
  const ballast = join(path, 'ballast');
  return {
    path,
    fill: () => {
      const { bavail, bsize } = statfsSync(path);
      writeFileSync(ballast, new Uint8Array(bavail * bsize));
    },
    free: () => rmSync(ballast),
    lock: () => void mount('-o', 'remount,ro', path),
    dispose: () => {
      spawnSync('umount', ['-l', path]);
      rmdirSync(path);
    },
  };
}

/** Whether this machine lets us mount disks: in a container, or as somebody else than root, it may not. */
export function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    smallDisk(1).dispose();
    return true;
  } catch {
    return false;
  }
}
