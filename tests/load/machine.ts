/**
 * The machine the figures come from: which core runs what, what a process has used of it. Linux:
 * `taskset` for the cores, `/proc` for the figures.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';

/** Servers alone on one core, everybody who talks to them on the other. */
export const serverCore = '0';
/** For a profiled server: its sampling thread gets no turn on a core that the server fills. */
export const anyCore = '0,1';
const loadCore = '1';

/** Whether there are two cores to keep apart; otherwise nothing is pinned, and the table says so. */
const canPin =
  availableParallelism() >= 2 && spawnSync('taskset', ['-V'], { stdio: 'ignore' }).status === 0;

/** Moves this process, with the threads it has, to the core of the load. */
export function pinOurselves(): void {
  if (canPin) spawnSync('taskset', ['-acp', loadCore, String(process.pid)]);
}

/** A command line that runs on these cores. */
export const onCore = (core: string, command: readonly string[]): string[] =>
  canPin ? ['taskset', '-c', core, ...command] : [...command];

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Seconds of processor a process has used, user and system, all its threads. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name, in parentheses, may hold spaces: fields are counted after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Memory of a process in the machine's, in MB. */
export function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1_024;
}

export const describeMachine = () => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGigabytes: Math.round(totalmem() / 2 ** 30),
  system: `Linux ${release()}`,
  node: process.version,
  /** Processes that wanted to run just before: above 0.5 the figures are taken beside other work. */
  loadBefore: loadavg()[0] ?? 0,
  pinned: canPin,
});
export type Machine = ReturnType<typeof describeMachine>;
