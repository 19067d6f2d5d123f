/** The process: settings, store, rooms, server; then signals, until it stops or fails. */
import { existsSync, readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from './app.ts';
import { systemClock } from './clock.ts';
import { type Config, publicOrigin, readConfig } from './config.ts';
import { createLog, type Log } from './observability/log.ts';
import { createRegistry } from './rooms/registry.ts';
import { startFault } from './start-fault.ts';
import { openSqlite } from './store/sqlite.ts';

/** A stop that takes longer has met something that hangs: ended as a failure, before we are killed. */
const stopWithinMs = 4_500;

try {
  await start(readConfig());
} catch (error) {
  process.stderr.write(`${startFault(error)}\n`);
  process.exit(1);
}

async function start(config: Config): Promise<void> {
  const log = createLog(config);
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (err) => {
      log.fatal({ err }, 'the process cannot go on');
      process.exit(1);
    });
  }
  const store = await openSqlite(config.dataDirectory);
  const clock = systemClock;
  const rooms = createRegistry({ config, store, clock, log });
  const home = findHome();
  const app = createApp({
    config,
    store,
    rooms,
    clock,
    log,
    clientDir: join(home, 'dist/client'),
    version: versionOf(home),
    rates: {
      creationsPerMinute: 60,
      wrongTokensPerMinute: 60,
      joinsPerMinute: config.joinsPerMinute,
    },
    trustProxy: false,
  });
  const port = await app.listen();
  stopOnSignal(app, log);
  process.stdout.write(`${greeting(config, port).join('\n')}\n`);
}

function stopOnSignal(app: App, log: Log): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return; // a Ctrl-C may come from the terminal and from the launcher
    stopping = true;
    setTimeout(() => {
      log.error('not stopped in time');
      process.exit(1);
    }, stopWithinMs).unref();
    await app.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
}

function greeting(config: Config, port: number): string[] {
  const everywhere = config.host === '0.0.0.0' || config.host === '::';
  const nearby = everywhere ? lanAddresses().map((host) => `http://${host}:${port}`) : [];
  return [
    `Gommette est prête : ${publicOrigin(config, port)}`,
    ...nearby.map((address) => `Sur le réseau : ${address}`),
  ];
}

const lanAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);

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
