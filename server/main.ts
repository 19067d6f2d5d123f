/** The process: settings, store, rooms, server. What goes wrong before it listens is said and ends it. */
import { existsSync, readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { createApp } from './app.ts';
import { systemClock as clock, createAlarm } from './clock.ts';
import { readConfig } from './config.ts';
import { greeting } from './greeting.ts';
import { endOnFault, stopOnSignal } from './lifetime.ts';
import { createLog } from './observability/log.ts';
import { createMetrics } from './observability/metrics.ts';
import { createRegistry } from './rooms/registry.ts';
import { startFault } from './start-fault.ts';
import { measured } from './store/measured.ts';
import { openServed } from './store/sqlite.ts';

try {
  await start();
} catch (error) {
  process.stderr.write(`${startFault(error)}\n`);
  process.exit(1);
}

async function start(): Promise<void> {
  const config = readConfig();
  const log = createLog(config);
  endOnFault(process, log);
  const metrics = createMetrics();
  const { measures } = metrics;
  const store = measured(await openServed(config.dataDirectory), measures);
  const home = findHome();
  const alarm = createAlarm(clock);
  const app = createApp({
    config,
    store,
    rooms: createRegistry({ config, store, clock, alarm, measures, log }),
    metrics,
    clock,
    alarm,
    log,
    clientDir: join(home, 'dist/client'),
    version: versionOf(home),
  });
  const port = await app.listen();
  stopOnSignal(process, app, log);
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  process.stdout.write(`${greeting(config, port, addresses)}\n`);
}

/** The directory of package.json: above `server/` as well as above `dist/server/`. */
function findHome(): string {
  const above = ['..', '../..'].map((up) => join(import.meta.dirname, up));
  const home = above.find((directory) => existsSync(join(directory, 'package.json')));
  if (home === undefined) throw new Error('package.json not found above the server');
  return home;
}

function versionOf(home: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return String(Object(manifest).version);
}
