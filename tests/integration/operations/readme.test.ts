/** What README tells people to type does what it says, typed as it stands there. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openHouse } from '../../support/house.ts';

const readme = readFileSync('README.md', 'utf8');
/** The commands of each block, without the lines that only explain. */
const [daily = [], admin = [], api = []] = [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(
  ([, block = '']) => block.split('\n').filter((line) => line !== '' && !line.startsWith('#')),
);

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'gommette-readme-'));
});
afterEach(() => rmSync(place, { recursive: true }));

/** Runs a line in a shell and gives what it printed; fails with what it complained of. */
function run(line: string, environment: Record<string, string>, cwd = process.cwd()) {
  return new Promise<string>((resolve, reject) => {
    const child = spawn('bash', ['-c', line], {
      cwd,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (text) => {
      out += String(text);
    });
    child.stderr.on('data', (text) => {
      err += String(text);
    });
    child.once('close', (code) =>
      code === 0 ? resolve(out) : reject(new Error(`${line}\n${code}: ${out}${err}`)),
    );
  });
}

const hasCurl = spawnSync('curl', ['--version']).status === 0;

test.runIf(hasCurl)(
  '[OP15] each request of README is granted, one after the other',
  async () => {
    const house = await openHouse();
    symlinkSync(join(process.cwd(), 'shared'), join(place, 'shared'));
    const host = new URL(house.origin).host;
    const known: Record<string, string> = {};
    for (const line of api) {
      // Without this, curl is content with any answer.
      const strict = `curl() { command curl -sS --fail-with-body "$@"; }; ${line}`;
      const out = await run(strict.replaceAll('localhost:3000', host), known, place);
      const answer = /^\{/.test(out) ? JSON.parse(out) : {};
      if (answer.links && !('ID' in known)) {
        const [token, invite] = [answer.links.facilitator, answer.links.participant].map((link) =>
          String(link).replace(/.*#/, ''),
        );
        Object.assign(known, { ID: answer.boardId, TOKEN: token, INVITE: invite });
      }
      if (answer.ticket) known.PERSON = answer.personId;
      if (answer.code) known.CODE = answer.code;
    }
    await house.close();
    expect(api.length).toBeGreaterThan(8);
    expect(Object.keys(known)).toEqual(['ID', 'TOKEN', 'INVITE', 'PERSON', 'CODE']);
  },
  120_000,
);

test('[OP15] each command of README for whoever runs a server does its work', async () => {
  const environment = { DATA_DIR: join(place, 'data'), DOSSIER: place, ID: '' };
  const house = await openHouse({ dataDirectory: environment.DATA_DIR });
  environment.ID = (await house.create({ title: 'Eau et achats' })).boardId;
  await house.close();
  for (const line of admin) await run(line, environment);
  expect(admin.map((line) => / -- ([\w-]+)/.exec(line)?.[1])).toEqual([
    'boards',
    'links',
    'export',
    'backup',
    'check',
    'purge-date',
    'flatten',
    'purge',
    'restore',
  ]);
}, 300_000);

test('[OP15] npm start serves, and npm test is what the checks of the project run', async () => {
  expect(daily.map((line) => line.replace(/ +#.*/, ''))).toEqual(['npm start', 'npm test']);
  expect(readFileSync('.ci/run', 'utf8')).toMatch(/^npm test$/m);
  const server = spawn('bash', ['-c', daily[0] ?? ''], {
    detached: true, // a group of its own, as a terminal gives it: npm and what it started
    env: { ...process.env, PORT: '0', DATA_DIR: join(place, 'data') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => server.once('close', resolve));
  let address: string | undefined;
  for await (const line of createInterface({ input: server.stdout })) {
    address = /http:\/\/localhost:\d+/.exec(line)?.[0];
    if (address !== undefined) break;
  }
  const health = await fetch(`${address}/api/health`);
  process.kill(-(server.pid ?? 0), 'SIGTERM');
  await ended;
  expect(health.status).toBe(200);
}, 180_000);
