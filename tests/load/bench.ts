/**
 * `npm run bench`: our server and those it is compared with, in turns, one workload after the
 * other; then the tables, and everything as JSON in `results/`. See `options.ts`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { measureBrowser } from './browser.ts';
import { describeMachine, type Machine, pinOurselves } from './machine.ts';
import { type BenchOptions, readOptions } from './options.ts';
import { createRandom } from './random.ts';
import { readmeReport, wholeReport } from './report.ts';
import type { Run } from './runs.ts';
import type { Flavour, ServerName } from './servers/flavour.ts';
import { ours } from './servers/ours.ts';
import { floor, hocuspocus, yWebsocket } from './servers/peer.ts';
import { longestStallMs } from './stall.ts';
import { rotated } from './statistics.ts';
import { w9 } from './workloads/arrivals.ts';
import { w4Large, w4Small } from './workloads/cold-join.ts';
import { w12 } from './workloads/flood.ts';
import { w7 } from './workloads/hostile.ts';
import { w5 } from './workloads/kill.ts';
import { w11 } from './workloads/long-day.ts';
import { w1, w2Huge, w2Large, w3, w10 } from './workloads/rooms.ts';
import { w6One, w6Twenty } from './workloads/slow-readers.ts';
import { w8 } from './workloads/votes.ts';
import type { Workload } from './workloads/workload.ts';

const workloads = [
  w1,
  w2Large,
  w2Huge,
  w3,
  w4Small,
  w4Large,
  w5,
  w6One,
  w6Twenty,
  ...w7,
  w8,
  w9,
  ...w10,
  w11,
  ...w12,
];

const options = readOptions(process.argv.slice(2));
if (options.browser) process.exit(await measureBrowser());
const { machine, runs } = options.from ? readResults(options.from) : await measureAndKeep();
console.log(
  options.markdown ? readmeReport(workloads, runs, machine) : wholeReport(workloads, runs),
);
process.exit(0); // sockets of people who were cut off may still be open

interface Results {
  readonly machine: Machine;
  readonly runs: readonly Run[];
}

/** Written by {@link measureAndKeep}, so trusted as its type. */
function readResults(path: string): Results {
  return JSON.parse(readFileSync(path, 'utf8')) as Results;
}

async function measureAndKeep(): Promise<Results> {
  const machine = describeMachine();
  installPeers();
  pinOurselves();
  const date = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const directory = join(import.meta.dirname, 'results');
  mkdirSync(directory, { recursive: true });
  // After each run: an hour of measuring that is cut short is worth what it came to (`--from`).
  const keep = (runs: readonly Run[]) => {
    const text = JSON.stringify({ date, machine, options, runs }, null, 2);
    writeFileSync(join(directory, `${date}.json`), `${text}\n`);
  };
  return { machine, runs: await measureAll(options, keep) };
}

/** In a folder of their own: they bring other copies of what we have. */
function installPeers(): void {
  const peers = join(import.meta.dirname, 'peers');
  if (existsSync(join(peers, 'node_modules/.package-lock.json'))) return;
  // They ask for a newer Node than ours and run on it; our own strictness must not reach them.
  const args = ['ci', '--no-engine-strict'];
  const { status } = spawnSync('npm', args, { cwd: peers, stdio: 'inherit' });
  if (status !== 0) throw new Error('the servers to compare with could not be installed');
}

async function measureAll(
  { repeat, quick, only, servers }: BenchOptions,
  keep: (runs: readonly Run[]) => void,
): Promise<Run[]> {
  const flavours = flavoursOf(options);
  const measured: Run[] = [];
  for (let repetition = 0; repetition < repeat; repetition++) {
    for (const workload of workloads) {
      const isAsked = only.length === 0 || only.some((name) => workload.name.startsWith(name));
      if (!isAsked) continue;
      const names = quick ? workload.quickServers : workload.servers;
      for (const name of rotated(names, repetition)) {
        if (servers.length > 0 && !servers.includes(name)) continue;
        const run = await measure(workload, flavours[name], repetition);
        measured.push(run);
        keep(measured);
        console.error(lineOf(run));
      }
    }
  }
  return measured;
}

function flavoursOf({ program }: BenchOptions): Readonly<Record<ServerName, Flavour>> {
  const own = ours(program && resolve(program));
  return { gommette: own, floor, 'y-websocket': yWebsocket, hocuspocus };
}

async function measure(workload: Workload, flavour: Flavour, repetition: number): Promise<Run> {
  const about = { workload: workload.name, server: flavour.name, repetition };
  const { quick, seed, profile, warmUp, floodSeconds } = options;
  const nodeArguments = profile && ['--cpu-prof', `--cpu-prof-dir=${resolve(profile)}`];
  try {
    const outcome = await workload.run(flavour, {
      random: createRandom(seed + repetition),
      quick,
      warmUpSeconds: warmUp,
      floodSeconds,
      options: nodeArguments ? { nodeArguments } : {},
    });
    const stalled = outcome.stallMs > longestStallMs;
    const leftOut = `la charge elle-même s’est arrêtée ${outcome.stallMs.toFixed(0)} ms`;
    return { ...about, ...outcome, ...(stalled && { leftOut }) };
  } catch (error) {
    return { ...about, figures: {}, stallMs: 0, leftOut: `échec : ${String(error)}` };
  }
}

/** Progress, while it runs. */
function lineOf({ workload, server, repetition, figures, leftOut, note }: Run): string {
  const shown = Object.entries(figures).map(([name, value]) => `${name} ${value.toFixed(1)}`);
  const about = `${workload} ${server} ${repetition + 1}`.padEnd(24);
  return `${about} ${leftOut ?? ''} ${note ?? ''} ${shown.join('  ')}`;
}
