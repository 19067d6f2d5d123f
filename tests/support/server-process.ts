/**
 * The real server as people run it, built, installed or from its source: in a process of its own, on loopback,
 * with a data directory of its own. It can be killed without warning and started again on the same port.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Installation } from './installation.ts';

export interface ServerProcess {
  /** Its own, with all it keeps. */
  readonly dataDirectory: string;
  /** Origin, as the server's links have it; the same after a restart. */
  readonly url: string;
  /** Of the process that runs now. */
  readonly pid: () => number;
  /** Ends the process: SIGKILL loses whatever was only in memory. */
  readonly kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<number | null>;
  readonly start: () => Promise<void>;
  /** Ends it if needed and removes its data. */
  readonly dispose: () => Promise<void>;
}

const PROGRAMS = {
  build: [join(import.meta.dirname, '../../dist/server/main.js')],
  source: ['--import', 'tsx', join(import.meta.dirname, '../../server/main.ts')],
} as const;

/** @param from the build, the source, or the program of an installation */
export async function startServerProcess(
  from: keyof typeof PROGRAMS | Pick<Installation, 'program'> = 'build',
): Promise<ServerProcess> {
  const program = typeof from === 'string' ? PROGRAMS[from] : [from.program];
  if (!existsSync(program.at(-1) ?? ''))
    throw new Error('The server is not built: npm run build comes first.');
  const dataDirectory = await mkdtemp(join(tmpdir(), 'gommette-'));
  let port = 0;
  let child: ChildProcess | null = null;

  const start = async () => {
    const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDirectory };
    const started = spawn(process.execPath, program, {
      env: { ...env, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child = started;
    port = await readPort(started);
  };
  const kill = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null) return null;
    const ended = new Promise<number | null>((resolve) => running.once('exit', resolve));
    running.kill(signal);
    return ended;
  };

  await start();
  return {
    dataDirectory,
    url: `http://localhost:${port}`,
    pid: () => child?.pid ?? 0,
    start,
    kill,
    dispose: async () => {
      await kill('SIGKILL');
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** The server says its address once it listens. */
async function readPort(child: ChildProcess): Promise<number> {
  if (!child.stdout) throw new Error('the server has no output to read');
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /http:\/\/[^\s:]+:(\d+)/.exec(line)?.[1];
    if (port !== undefined) return Number(port);
  }
  throw new Error('The server ended before it listened.');
}
