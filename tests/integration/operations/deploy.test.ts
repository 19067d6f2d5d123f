/** What `server/deploy` proposes: each model that a program of this machine can try. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createMetrics } from '../../../server/observability/metrics.ts';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import { PROTOCOL, TICKET_PREFIX } from '../../../shared/protocol/offers.ts';
import { type House, openHouse } from '../../support/house.ts';
import { largeWorkshop } from '../../support/large-workshop.ts';
import { until } from '../../support/until.ts';

const deploy = join(import.meta.dirname, '../../../server/deploy');
const has = (program: string, flag: string) => spawnSync(program, [flag]).status === 0;
const nginx = '/usr/sbin/nginx';
const canProxy = has(nginx, '-v') && has('openssl', 'version');

test.runIf(has('systemd-analyze', '--version'))('[OP18] the systemd unit is understood', () => {
  const unit = join(deploy, 'gommette.service');
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', unit]);
  expect([status, String(stderr)]).toEqual([0, expect.not.stringMatching(/gommette\.service:\d/)]);
});

test('[OP18] each alert is on something that the metrics tell', async () => {
  const nothing = { boards: 0, people: 0, connections: 0, backlogBytes: 0 };
  const kept = { freeBytes: 0, databaseBytes: 0, backupSeconds: 0 };
  const told = await createMetrics().read({ ...nothing, ...kept });
  const alerts = await readFile(join(deploy, 'alerts.yml'), 'utf8');
  const used = [...new Set(alerts.match(/gommette_[a-z_]+/g))];
  expect(used.length).toBeGreaterThan(3);
  for (const name of used) expect(told).toContain(`# TYPE ${name} `);
});

let place: string;
let house: House;
let origin: string;
let stop = async () => {};
beforeAll(async () => {
  if (!canProxy) return;
  place = await mkdtemp(join(tmpdir(), 'gommette-nginx-'));
  const port = await freePort();
  origin = `https://localhost:${port}`;
  house = await openHouse({ environment: { PUBLIC_URL: origin, TRUST_PROXY: 'yes' } });
  const [certificate, key] = [join(place, 'cert.pem'), join(place, 'key.pem')];
  const asked = ['req', '-x509', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  execFileSync('openssl', [...asked, '-newkey', 'rsa:2048', '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  });
  const model = await readFile(join(deploy, 'nginx.conf'), 'utf8');
  const site = model
    .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
    .replace('atelier.exemple.fr', 'localhost')
    .replace(/ssl_certificate +\S+;/, `ssl_certificate ${certificate};`)
    .replace(/ssl_certificate_key +\S+;/, `ssl_certificate_key ${key};`)
    .replace('127.0.0.1:3000', new URL(house.origin).host);
  const around = `daemon off; pid ${place}/pid; error_log stderr error; events {}
    http { access_log off; client_body_temp_path ${place}/body; proxy_temp_path ${place}/proxy;
      fastcgi_temp_path ${place}/f; uwsgi_temp_path ${place}/u; scgi_temp_path ${place}/s;
      ${site} }`;
  await writeFile(join(place, 'nginx.conf'), around);
  const proxy = spawn(nginx, ['-p', place, '-c', join(place, 'nginx.conf')], { stdio: 'ignore' });
  stop = async () => {
    proxy.kill('SIGTERM');
    await once(proxy, 'exit');
  };
  await until(async () => expect((await ask('/api/health/live')).status).toBe(200));
});
afterAll(async () => {
  await stop();
  await house?.close();
  if (canProxy) await rm(place, { recursive: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { readonly port: number };
  server.close();
  await once(server, 'close');
  return port;
}

interface Answered {
  readonly status: number | undefined;
  readonly body: unknown;
}
/** As a page of the public address asks, the certificate being nobody's. */
const ask = (path: string, body?: string): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const options = { method, rejectUnauthorized: false, headers: { origin } };
    request(new URL(path, origin), options, (response) => {
      json(response).then((told) => resolve({ status: response.statusCode, body: told }), reject);
    })
      .on('error', reject)
      .end(body);
  });

test.runIf(canProxy)(
  '[OP18] behind nginx a large file comes in, links have the public address, and a page follows its board',
  async () => {
    const file = largeWorkshop(5_000);
    expect(file.length).toBeGreaterThan(1_048_576); // more than nginx takes by itself
    const created = await ask('/api/boards', file);
    expect(created.status).toBe(201);
    const board = created.body as BoardCreated;
    expect(new URL(board.links.participant).origin).toBe(origin);
    const { joined } = await house.guest(board, 'participant', 'Ana', 'd1');
    const socket = new WebSocket(
      `${origin.replace('https', 'wss')}/sync/${board.boardId}`,
      [PROTOCOL, TICKET_PREFIX + joined.ticket],
      { origin, rejectUnauthorized: false },
    );
    const [first] = (await once(socket, 'message')) as [Buffer];
    expect(first.length).toBeGreaterThan(1);
    socket.terminate();
  },
);
