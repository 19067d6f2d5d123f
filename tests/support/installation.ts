/**
 * The built program in a folder of its own, as somebody installed it: a newer version may take its
 * place while pages of the one before are open.
 */
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Installation {
  /** What is started, as `dist/server/main.js` is. */
  readonly program: string;
  /**
   * Puts another version of the page in the place of this one: each of its files has another name,
   * and none of the former names is there any more.
   */
  readonly update: () => Promise<void>;
  readonly dispose: () => Promise<void>;
}

const ours = join(import.meta.dirname, '../..');
/** In the names of the newer version, before what tells the kind of a file. */
const NEWER = '.newer';

export async function installBuild(): Promise<Installation> {
  const home = await mkdtemp(join(tmpdir(), 'gommette-installed-'));
  await cp(join(ours, 'dist'), join(home, 'dist'), { recursive: true });
  await cp(join(ours, 'package.json'), join(home, 'package.json'));
  await symlink(join(ours, 'node_modules'), join(home, 'node_modules'));
  const client = join(home, 'dist/client');
  return {
    program: join(home, 'dist/server/main.js'),
    update: async () => {
      const next = join(home, 'next');
      await cp(client, next, { recursive: true });
      await renameFiles(next);
      await rm(client, { recursive: true });
      await rename(next, client);
    },
    dispose: () => rm(home, { recursive: true, force: true }),
  };
}

/** @param path of a file that a page asked for */
export const isNewer = (path: string): boolean => path.includes(`${NEWER}.`);

async function renameFiles(client: string): Promise<void> {
  const assets = await readdir(join(client, 'assets'));
  const named = assets.filter((name) => !isCompressed(name));
  const names = new RegExp(named.map((name) => name.replaceAll('.', '\\.')).join('|'), 'g');
  for (const path of (await readdir(client, { recursive: true })).filter(isCompressed))
    await rm(join(client, path)); // what was compressed beforehand is of the version before
  const texts = (await readdir(client, { recursive: true })).filter((path) =>
    /\.(js|css|html|webmanifest)$/.test(path),
  );
  for (const path of texts) {
    const text = await readFile(join(client, path), 'utf8');
    await writeFile(join(client, path), text.replace(names, newer));
  }
  for (const name of named)
    await rename(join(client, 'assets', name), join(client, 'assets', newer(name)));
  await noteDigest(client);
}

const isCompressed = (name: string): boolean => /\.(br|gz)$/.test(name);
const newer = (name: string): string => name.replace(/(\.\w+)$/, `${NEWER}$1`);

/** The worker tells versions apart by the digest of their page. */
async function noteDigest(client: string): Promise<void> {
  const page = await readFile(join(client, 'index.html'));
  const digest = createHash('md5').update(page).digest('hex');
  const worker = join(client, 'service-worker.js');
  const text = await readFile(worker, 'utf8');
  const noted = text.replace(
    /"revision":"\w+","url":"index\.html"/,
    `"revision":"${digest}","url":"index.html"`,
  );
  if (noted === text) throw new Error('the worker does not list the page');
  await writeFile(worker, noted);
}
