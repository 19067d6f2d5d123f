/**
 * LibreOffice without a screen, as the other program that opens our files. One conversion at a time
 * in a process, each process with a profile of its own: two cannot share one.
 */
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { TestContext } from 'vitest';

/** Named as the files are to be: `demo.xlsx`. */
export type Files = Readonly<Record<string, Uint8Array | string>>;

/** Skips the test, with the reason, where there is no LibreOffice. */
export const needsOffice = ({ skip }: TestContext): void =>
  skip(office === undefined, 'LibreOffice est absent de cette machine');

/**
 * Opens files of any kind it knows and saves each as another.
 * @param to a file type, with its filter if it has several: `pdf`, `fods`, `txt:Text (encoded):UTF8`
 * @returns what was written, by name; several files may come from one
 */
export function convert(files: Files, to: string): Promise<ReadonlyMap<string, Buffer>> {
  const begin = () => convertNow(files, to);
  const run = last.then(begin, begin);
  last = run;
  return run;
}

let last: Promise<unknown> = Promise.resolve();
const execute = promisify(execFile);
/** A program that waits for an answer nobody gives is ended. */
const timeoutMs = 120_000;

async function convertNow(files: Files, to: string): Promise<ReadonlyMap<string, Buffer>> {
  if (office === undefined) throw new Error('no LibreOffice: see needsOffice');
  const place = await mkdtemp(join(tmpdir(), 'gommette-office-'));
  try {
    const [given, made] = [join(place, 'given'), join(place, 'made')];
    await mkdir(given);
    for (const [name, content] of Object.entries(files))
      await writeFile(join(given, name), content);
    const paths = Object.keys(files).map((name) => join(given, name));
    const profile = `-env:UserInstallation=${pathToFileURL(join(place, 'profile')).href}`;
    const options = ['--headless', '--norestore', '--convert-to', to, '--outdir', made];
    await execute(office, [profile, ...options, ...paths], { timeout: timeoutMs });
    const names = await readdir(made);
    return new Map(
      await Promise.all(
        names.map(async (name) => [name, await readFile(join(made, name))] as const),
      ),
    );
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** The launcher names it; under the runner alone it is looked for. */
const office = [
  process.env.LIBREOFFICE_PATH ?? '',
  ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'soffice')),
].find(isProgram);

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return path !== '';
  } catch {
    return false;
  }
}
