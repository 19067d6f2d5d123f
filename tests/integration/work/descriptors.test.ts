/** A server that may open no more files: what it fails to do then, it does once it may again. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FORMAT_IDS } from '../../../shared/protocol/formats.ts';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import { type ServerProcess, startServerProcess } from '../../support/server-process.ts';

const canLimit = process.platform === 'linux' && existsSync('/usr/bin/prlimit');
/** Its one connection is there before: no more can be accepted. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let server: ServerProcess;
beforeAll(async () => {
  server = await startServerProcess('source');
});
afterAll(async () => {
  agent.destroy();
  await server.dispose();
});

const ask = (path: string, headers = {}, body?: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    request(new URL(path, server.url), { agent, method, headers }, resolve)
      .on('error', reject)
      .end(body);
  });

/** @param files that it may have open at a time */
const allow = (files: number) =>
  execFileSync('/usr/bin/prlimit', [`--pid=${server.pid()}`, `--nofile=${files}:`]);

/** The number that the next file opened would have. */
function lowestFree(open: readonly number[]): number {
  let free = 0;
  while (open.includes(free)) free += 1;
  return free;
}

test.runIf(canLimit)(
  '[OF7] an export first asked for when no file can be opened fails alone, and is made later',
  async () => {
    const created = (await json(await ask('/api/boards', {}, '{"title":"Eau"}'))) as BoardCreated;
    const token = new URL(created.links.observer).hash.slice(1);
    const authorization = `Bearer ${token}`;
    const exported = async (format: string) => {
      const answer = await ask(`/api/boards/${created.boardId}/export/${format}`, {
        authorization,
      });
      answer.resume();
      return answer.statusCode;
    };
    await exported('json'); // what every export needs has been read
    allow(lowestFree(readdirSync(`/proc/${server.pid()}/fd`).map(Number)));
    const failed = [];
    for (const format of FORMAT_IDS) failed.push(await exported(format));
    expect(failed.filter((status) => status !== 200).length).toBeGreaterThan(3);
    allow(1_024);
    const made = [];
    for (const format of FORMAT_IDS) made.push(await exported(format));
    expect(made).toEqual(FORMAT_IDS.map(() => 200));
  },
);
