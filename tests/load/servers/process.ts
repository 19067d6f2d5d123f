/** A server in a process of its own, on its own core, with a data directory of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { anyCore, onCore, serverCore } from '../machine.ts';

export interface Launch {
  /** Program for Node. */
  readonly program: string;
  readonly nodeArguments: readonly string[];
  /** @param directory its own, kept from one start to the next */
  readonly environment: (directory: string, port: number) => Readonly<Record<string, string>>;
}
export interface ServerProcess {
  /** Its own, with all it keeps. */
  readonly directory: string;
  readonly port: number;
  readonly pid: () => number;
  readonly start: () => Promise<void>;
  readonly end: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>;
  readonly dispose: () => Promise<void>;
}

export async function launch({
  program,
  nodeArguments,
  environment,
}: Launch): Promise<ServerProcess> {
  const directory = await mkdtemp(join(tmpdir(), 'gommette-load-'));
  const port = await freePort();
  let child: ChildProcess | undefined;

  const start = async () => {
    const [command = '', ...rest] = onCore(nodeArguments.length > 0 ? anyCore : serverCore, [
      process.execPath,
      ...nodeArguments,
      program,
    ]);
    child = spawn(command, rest, {
      env: { ...process.env, ...environment(directory, port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await listening(child, program);
  };
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await ended;
  };
  await start();
  return {
    directory,
    port,
    start,
    end,
    pid: () => {
      if (child?.pid === undefined || child.exitCode !== null) throw new Error('the server ended');
      return child.pid;
    },
    dispose: async () => {
      await end('SIGKILL');
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Resolves at its first line, which every one of them writes once it listens. */
function listening(child: ChildProcess, program: string): Promise<void> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('a server without output');
  return new Promise((resolve, reject) => {
    let said = '';
    stderr.on('data', (text: Buffer) => {
      said = `${said}${text}`.slice(-2_000);
    });
    createInterface({ input: stdout }).on('line', () => resolve());
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}\n${said}`)));
  });
}

/** Below the ports the system hands out: nobody's outgoing connection takes it between two starts. */
async function freePort(): Promise<number> {
  const [lowest, highest] = [20_000, 30_000];
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
