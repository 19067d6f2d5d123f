/** Running other programs from the root of the repository, with their output where people see it. */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants as files } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const isWindows = process.platform === 'win32';

/** The path of a tool that our packages bring. @param {string} name */
export const tool = (name) => join(root, 'node_modules/.bin', isWindows ? `${name}.cmd` : name);

/**
 * Runs a program to its end on our own terminal.
 * @param {string} program @param {readonly string[]} args
 * @param {Record<string, string>} [environment] added to ours
 * @returns {number} its exit code, 128 + the signal that ended it, or 127 when it cannot run
 */
export function run(program, args, environment = {}) {
  const ended = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: isWindows,
    env: { ...process.env, ...environment },
  });
  return ended.error ? 127 : exitCode(ended.status, ended.signal);
}

/** Whether a program runs and answers without fault. @param {string} program @param {string[]} args */
export const answers = (program, args) =>
  spawnSync(program, args, { cwd: root, stdio: 'ignore', shell: isWindows }).status === 0;

/**
 * Runs a program to its end, shows what it writes and hands it back too.
 * @param {string} program @param {readonly string[]} args
 */
export const runAndRead = (program, args) =>
  read(program, args, (stream, text) => void process[stream].write(text));

/**
 * Runs a program to its end and hands back what it writes, which nobody sees meanwhile.
 * @param {string} program @param {readonly string[]} args
 */
export const runAside = (program, args) =>
  read(program, args, () => undefined, process.stdout.isTTY ? { FORCE_COLOR: '1' } : {});

/**
 * @param {string} program @param {readonly string[]} args
 * @param {(stream: 'stdout' | 'stderr', text: Buffer) => void} show
 * @param {Record<string, string>} [environment] added to ours
 * @returns {Promise<{ code: number, output: string }>}
 */
function read(program, args, show, environment = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: isWindows,
      env: { ...process.env, ...environment },
    });
    for (const stream of /** @type {const} */ (['stdout', 'stderr'])) {
      child[stream].on('data', (text) => {
        show(stream, text);
        output += text;
      });
    }
    child.once('error', (error) => resolve({ code: 127, output: String(error) }));
    child.once('close', (status, signal) => resolve({ code: exitCode(status, signal), output }));
  });
}

/** As a shell counts it. @param {number | null} status @param {NodeJS.Signals | null} signal */
export const exitCode = (status, signal) =>
  status ?? 128 + (signal ? constants.signals[signal] : 0);

/** The path of a program of this machine, if it has it. @param {string} name */
export function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, files.X_OK);
    return true;
  } catch {
    return false; // absent or not ours to run: the same for whoever looks for a program
  }
}
