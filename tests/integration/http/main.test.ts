import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gommette-main-'));
});
afterEach(() => rm(directory, { recursive: true }));

const main = join(import.meta.dirname, '../../../server/main.ts');

function start(environment: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', main], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '', PORT: '0', DATA_DIR: directory, ...environment },
  });
}

/** Waits until the process says something of that form. */
async function said(child: ChildProcess, form: RegExp): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    const found = form.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error(`ended without saying ${String(form)}: ${text}`);
}

/** Exit code and what was said on the error stream. */
async function end(child: ChildProcess): Promise<[number | null, string]> {
  let text = '';
  child.stderr?.on('data', (chunk) => {
    text += String(chunk);
  });
  const [code] = await once(child, 'close');
  return [code as number | null, text];
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  '[HT30] it says its address, answers there, and ends with 0 on %s',
  async (signal) => {
    const child = start();
    const address = await said(child, /Gommette est prête : (http:\S+)\n/);
    const port = new URL(address).port;
    expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200);
    const ended = end(child);
    child.kill(signal);
    expect(await ended).toEqual([0, '']);
  },
);

test('[HT31] a port already taken is said in French, and ends it with 1', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const [code, text] = await end(start({ PORT: String(port) }));
  other.close();
  expect(code).toBe(1);
  expect(text).toContain('déjà pris');
});

test('[HT31] settings that are wrong are all said in French, and end it with 1', async () => {
  const [code, text] = await end(start({ PORT: 'x', LOG_LEVEL: 'loud' }));
  expect(code).toBe(1);
  expect(text).toMatch(/Réglages à corriger :\n- PORT.*\n- LOG_LEVEL.*\n$/);
});
