import { once } from 'node:events';
import { readdirSync, readlinkSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StoreFault } from '../../../server/store/store.ts';
import { CLOSE } from '../../../shared/protocol/close.ts';
import { openApp, type RunningApp, unhurried } from '../../support/app.ts';
import { tokenOf } from '../../support/http.ts';
import { untilTrue } from '../../support/until.ts';

let app: RunningApp;
beforeEach(async () => {
  app = await openApp();
});
afterEach(() => app.close());

/** How many descriptors of this process are of a file. */
const openFiles = (path: string): number =>
  readdirSync('/proc/self/fd').filter((fd) => targetOf(`/proc/self/fd/${fd}`) === path).length;
function targetOf(link: string): string | undefined {
  try {
    return readlinkSync(link);
  } catch {
    return undefined; // closed while we looked
  }
}
const problem = (code: string) => ({ code, message: expect.stringMatching(/^\p{Lu}.* .*\.$/u) });

test.each([
  ['GET', '/api', 404, 'unknown-route'],
  ['GET', '/api/nothing', 404, 'unknown-route'],
  ['POST', '/api/health', 405, 'method-not-allowed'],
  ['DELETE', '/api/boards', 405, 'method-not-allowed'],
  ['OPTIONS', '/api/boards', 405, 'method-not-allowed'],
  ['PUT', '/a/b', 405, 'method-not-allowed'],
])(
  '[HT3] %s %s answers %i as JSON with a code and a French sentence',
  async (method, path, status, code) => {
    const answer = await app.fetch(path, { method });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(await answer.json()).toEqual(problem(code));
  },
);

test('[HT2] a method that a path does not have is answered with those it has', async () => {
  const answer = await app.fetch('/api/boards', { method: 'DELETE' });
  expect(answer.headers.get('allow')).toBe('POST');
});

test('[HT5] whoever sends too much sees the answer, and the connection goes on', async () => {
  await app.close();
  app = await openApp({ MAX_IMPORT_BYTES: '1000000' });
  const answer = await app.fetch('/api/boards', { method: 'POST', body: 'x'.repeat(3_000_000) });
  expect(answer.status).toBe(413);
  expect(await answer.json()).toEqual(problem('too-large'));
  expect((await app.fetch('/api/health')).status).toBe(200);
});

test('[HT37] twenty files are on their way at most; a title comes in all the same', async () => {
  const { port } = new URL(app.origin);
  const slow = Array.from({ length: 20 }, () => connect(Number(port), '127.0.0.1'));
  for (const socket of slow)
    socket.write('POST /api/boards HTTP/1.1\r\nhost: x\r\ncontent-length: 5000\r\n\r\n{"tit');
  const body = ' '.repeat(5_000);
  const file = async () => (await app.fetch('/api/boards', { method: 'POST', body })).status;
  await untilTrue(async () => (await file()) === 503);
  expect((await app.create()).boardId).toBeDefined();
  for (const socket of slow) socket.destroy();
  await untilTrue(async () => (await file()) === 400);
});

test('[HT5] whoever leaves in the middle of a body is no fault of ours', async () => {
  const { port } = new URL(app.origin);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write('POST /api/boards HTTP/1.1\r\nhost: x\r\ncontent-length: 500\r\n\r\n{"tit');
  await once(socket, 'connect');
  socket.destroy();
  await app.close(); // waits for what is under way
  const levels = app.log.lines().map(({ level }) => level);
  expect(levels).not.toContain('error');
  app = await openApp();
});

test('[HT16] when the store refuses, people are told so, and the log why', async () => {
  app.store.createBoard = () => Promise.reject(new StoreFault('full', 'no space left'));
  const answer = await app.fetch('/api/boards', { method: 'POST', body: '{"title":"Eau"}' });
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual(problem('storage'));
  expect(app.log.lines().at(-2)).toMatchObject({ level: 'error', err: { kind: 'full' } });
});

test('[HT16] a fault of ours is answered without its detail, and logged', async () => {
  app.store.createBoard = () => Promise.reject(new TypeError('inner detail'));
  const answer = await app.fetch('/api/boards', { method: 'POST', body: '{"title":"Eau"}' });
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('inner');
  expect(app.log.lines().at(-2)).toMatchObject({
    level: 'error',
    err: { message: 'inner detail' },
  });
});

test.each(['/', '/api/health', '/nothing', '/assets/app.js'])(
  '[HT17] %s comes with the headers that keep everything else out',
  async (path) => {
    await buildPage();
    const { headers } = await app.fetch(path);
    const policy = headers.get('content-security-policy');
    for (const part of ["default-src 'self'", "object-src 'none'", "frame-ancestors 'none'"]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
  },
);

test('[HT17] answers of the API are kept by no cache', async () => {
  for (const path of ['/api/health', '/api/nothing']) {
    expect((await app.fetch(path)).headers.get('cache-control')).toBe('no-store');
  }
});

async function buildPage(content = 'page'): Promise<void> {
  await mkdir(join(app.clientDir, 'assets'), { recursive: true });
  await writeFile(join(app.clientDir, 'assets/app.js'), 'plain');
  await writeFile(join(app.clientDir, 'assets/app.js.br'), brotliCompressSync('compressed'));
  await writeFile(join(app.clientDir, 'assets/app.js.gz'), gzipSync('compressed'));
  await writeFile(join(app.clientDir, 'index.html'), content);
}

test.each([
  '/',
  '/?x=1',
  '/reseau',
  '/accessibilite',
  '/a/0123456789abcd',
  '/a/b/synthese',
  '/a/b/c/d',
])('[HT23] %s is the page, asked anew each time', async (path) => {
  await buildPage();
  const answer = await app.fetch(path);
  expect([answer.status, await answer.text()]).toEqual([200, 'page']);
  expect(answer.headers.get('content-type')).toBe('text/html;charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-cache');
});

test('[HT24] assets are kept for ever, and sent compressed to whoever reads that', async () => {
  await buildPage();
  const ask = (encoding: string) =>
    app.fetch('/assets/app.js', { headers: { 'accept-encoding': encoding } });
  const [plain, gzip, brotli] = [await ask('identity'), await ask('gzip'), await ask('gzip, br')];
  expect(await plain.text()).toBe('plain');
  for (const [answer, encoding] of [
    [gzip, 'gzip'],
    [brotli, 'br'],
  ] as const) {
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(await answer.text()).toBe('compressed');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
  }
});

test('[AW9] the service worker is asked for anew each time, the manifest has its type; a server without a worker says so', async () => {
  await buildPage();
  expect((await app.fetch('/service-worker.js')).status).toBe(404);
  await writeFile(join(app.clientDir, 'service-worker.js'), '//');
  await writeFile(join(app.clientDir, 'manifest.webmanifest'), '{}');
  const [worker, manifest] = [
    await app.fetch('/service-worker.js'),
    await app.fetch('/manifest.webmanifest'),
  ];
  expect(worker.headers.get('cache-control')).toBe('no-cache');
  expect(worker.headers.get('content-type')).toMatch(/^text\/javascript/);
  expect(worker.headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(manifest.headers.get('content-type')).toBe('application/manifest+json');
});

test.each(['/a', '/a/', '/index.php', '/assets/gone.js', '/..%2f..%2fpackage.json', '/%', '/.git'])(
  '[HT25] %s is a page in French that leads home',
  async (path) => {
    await buildPage();
    const answer = await app.fetch(path);
    expect(answer.status).toBe(404);
    const page = await answer.text();
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain('<a href="/">');
  },
);

test('[HT39] somebody who looks for a page at another address gets the page, which says so', async () => {
  await buildPage('the page');
  const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
  for (const path of ['/ailleurs', '/a', '/ailleurs/encore.html?x=1']) {
    const answer = await app.fetch(path, { headers });
    expect([answer.status, await answer.text()]).toEqual([404, 'the page']);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
  }
  await buildPage('another build, longer');
  expect(await (await app.fetch('/ailleurs', { headers })).text()).toBe('another build, longer');
  const script = await app.fetch('/assets/gone.js', { headers: { accept: '*/*' } });
  expect([script.status, await script.text()]).toEqual([404, expect.stringContaining('<h1>')]);
});

test('[HT26] a build made under the running server is served, and a missing one harms nobody', async () => {
  expect((await app.fetch('/')).status).toBe(404);
  await buildPage('first');
  expect(await (await app.fetch('/')).text()).toBe('first');
  await rm(join(app.clientDir, 'assets'), { recursive: true });
  expect((await app.fetch('/assets/app.js')).status).toBe(404);
  await rm(join(app.clientDir, 'index.html'));
  expect((await app.fetch('/')).status).toBe(404);
  await buildPage('second');
  expect(await (await app.fetch('/')).text()).toBe('second');
  expect((await app.fetch('/assets/app.js')).status).toBe(200);
});

test('[HT34] files are let go of when who asked for several of them has left', async () => {
  await buildPage();
  const large = join(app.clientDir, 'assets', 'large.js');
  await writeFile(large, 'x'.repeat(1_000_000));
  const { port } = new URL(app.origin);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write('GET /assets/large.js HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(9));
  await once(socket, 'readable'); // and nothing more is read
  await untilTrue(() => openFiles(large) > 0);
  socket.resetAndDestroy();
  await untilTrue(() => openFiles(large) === 0);
});

test('[HT34] a file that went without its directory being told ends nothing', async () => {
  await buildPage();
  const inner = join(app.clientDir, 'assets', 'inner');
  await mkdir(inner);
  await writeFile(join(inner, 'gone.js'), 'x');
  expect((await app.fetch('/assets/inner/gone.js')).status).toBe(200);
  await rm(join(inner, 'gone.js'));
  await expect(
    app.fetch('/assets/inner/gone.js').then((answer) => answer.text()),
  ).rejects.toThrow();
  expect((await app.fetch('/')).status).toBe(200);
});

test('[HT27] health says what runs', async () => {
  const well = await app.fetch('/api/health');
  expect(await well.json()).toEqual({
    status: 'ok',
    version: '9.8.7',
    boards: 3,
    people: 4,
    connections: 5,
  });
});

test('[HT27] health is not ready when the store keeps nothing, and the process is alive', async () => {
  app.store.sync = () => Promise.reject(new StoreFault('full', 'no space left'));
  const ill = await app.fetch('/api/health');
  expect([ill.status, await ill.json()]).toEqual([503, { ...problem('storage'), parts: ['disk'] }]);
  const alive = await app.fetch('/api/health/live');
  expect([alive.status, await alive.json()]).toEqual([200, { status: 'alive', version: '9.8.7' }]);
});

test.each(['/api/boards', '/api/enter', '/api/boards/x/code'])(
  '[HT41] a page of another site changes nothing at %s, whatever it sends',
  async (path) => {
    const foreign = { origin: 'https://evil.example', 'content-type': 'text/plain' };
    const answer = await app.fetch(path, { method: 'POST', headers: foreign, body: '{}' });
    expect([answer.status, Object(await answer.json()).code]).toEqual([403, 'foreign-origin']);
    expect(await app.store.boardCount()).toBe(0);
  },
);

test('[HT27] a HEAD is answered as its GET without the body', async () => {
  const answer = await app.fetch('/api/health', { method: 'HEAD' });
  expect([answer.status, await answer.text()]).toEqual([200, '']);
});

test('[HT28] no token, ticket, name or title ever reaches the log', async () => {
  const created = await app.create();
  const ana = await app.join(created);
  const token = tokenOf(created, 'observer');
  const authorization = { authorization: `Bearer ${token}` };
  const board = `/api/boards/${created.boardId}`;
  await app.fetch(board, { headers: authorization });
  await app.fetch(`${board}/export/json`, { headers: { authorization: `Bearer ${ana.ticket}` } });
  await app.fetch(`${board}/export/json?token=${token}`);
  await app.fetch(`/api/${token}`);
  app.store.links = () => Promise.reject(new StoreFault('busy', 'locked'));
  await app.fetch(board, { headers: authorization });
  app.store.personByTicket = () => Promise.reject(new StoreFault('busy', 'locked'));
  await once(app.open(created.boardId, ana.ticket), 'close');
  const written = JSON.stringify(app.log.lines());
  expect(app.log.lines().length).toBeGreaterThan(5);
  expect(written).toContain('/api/boards/:id/join');
  const secrets = Object.values(created.links).map((link) => new URL(link).hash.slice(1));
  for (const secret of [...secrets, ana.ticket, 'Secrète', 'secret']) {
    expect(written).not.toContain(secret);
  }
});

test('[AP22] what is declared of accessibility is told as the settings have it', async () => {
  const ask = async () => (await app.fetch('/api/accessibility')).json();
  expect(await ask()).toEqual({ state: 'none', date: '', contact: '', owner: '' });
  await app.close();
  app = await openApp({
    ACCESSIBILITY_STATE: 'partial',
    ACCESSIBILITY_DATE: '1er décembre 2026',
    ACCESSIBILITY_CONTACT: 'acces@exemple.fr',
    ACCESSIBILITY_OWNER: 'L’agglomération',
  });
  expect(await ask()).toEqual({
    state: 'partial',
    date: '1er décembre 2026',
    contact: 'acces@exemple.fr',
    owner: 'L’agglomération',
  });
});

test('[HT40] without a public address, links begin with the address of whoever creates them', async () => {
  const { links } = await app.create();
  expect(new URL(links.observer).origin).toBe(app.origin);
});

test('[HT22] behind a proxy of ours, people are limited by the address it saw', async () => {
  await app.close();
  app = await openApp({ ...unhurried('1'), TRUST_PROXY: 'yes' });
  const create = async (address: string) => {
    const init = {
      method: 'POST',
      body: '{"title":"Eau"}',
      headers: { 'x-forwarded-for': address },
    };
    return (await app.fetch('/api/boards', init)).status;
  };
  const one = '198.51.100.1';
  expect([await create(one), await create(`203.0.113.9, ${one}`)]).toEqual([201, 429]);
  expect(await create('198.51.100.2')).toBe(201);
});

test('[HT32] stopping closes the sockets, lets go of the port and cuts who holds on', async () => {
  const created = await app.create();
  const { ticket } = await app.join(created);
  const socket = app.open(created.boardId, ticket);
  await once(socket, 'open');
  const { port } = new URL(app.origin);
  const silent = connect(Number(port), '127.0.0.1'); // never answers, never lets go by itself
  silent.write('POST /api/boards HTTP/1.1\r\nhost: x\r\ncontent-length: 500\r\n\r\n{');
  await once(silent, 'connect');
  const cut = once(silent.resume(), 'close');
  const [[code]] = await Promise.all([once(socket, 'close'), app.app.stop(), cut]);
  expect(code).toBe(CLOSE.serverStopping.code);
  const next = createServer().listen(Number(port), '127.0.0.1');
  await once(next, 'listening');
  next.close();
  await rm(app.clientDir, { recursive: true });
  app = await openApp();
});
