/** Running Gommette: the built server as users have it, or both halves reloading for developers. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { exitCode, root, tool } from './processes.mjs';
import { say } from './say.mjs';

const forwarded = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** Runs the built server; our life and exit code are its own. */
export async function serve() {
  const server = spawn(process.execPath, ['--enable-source-maps', 'dist/server/main.js'], {
    cwd: root,
    stdio: 'inherit',
  });
  // A Ctrl-C reaches the server twice, from the terminal and from us: it takes that as one request.
  forward([server]);
  process.exitCode = await ended(server);
}

/** Runs the server and the page, each reloading on change; when one ends, both do. */
export async function develop() {
  say('Serveur et page en développement ; Ctrl-C arrête les deux');
  const pageOrigin = 'http://localhost:5173';
  const server = start('serveur', 'tsx', ['watch', '--clear-screen=false', 'server/main.ts'], {
    PUBLIC_URL: process.env.PUBLIC_URL ?? pageOrigin,
  });
  const page = start('page', 'vite', ['--clearScreen', 'false', '--strictPort']);
  forward([server, page]);
  const code = await Promise.race([ended(server), ended(page)]);
  for (const child of [server, page]) child.kill('SIGTERM');
  await Promise.all([ended(server), ended(page)]);
  process.exitCode = code;
}

/**
 * @param {string} label in front of each of its lines
 * @param {string} name @param {string[]} args @param {Record<string, string>} [environment]
 */
function start(label, name, args, environment = {}) {
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = spawn(tool(name), args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...colour, ...environment },
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      process.stdout.write(`${label.padEnd(8)}│ ${line}\n`);
    });
  }
  return child;
}

/** @param {import('node:child_process').ChildProcess[]} children */
function forward(children) {
  for (const signal of forwarded) {
    process.on(signal, () => {
      for (const child of children) child.kill(signal);
    });
  }
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<number>} */
function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve(exitCode(child.exitCode, child.signalCode));
  }
  return new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (status, signal) => resolve(exitCode(status, signal)));
  });
}
