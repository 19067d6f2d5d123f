/**
 * Where a task runs: here when it is small, in a thread when it could make other boards wait. A line
 * of work has one thread at a time, so that what some ask never takes every core.
 */
import { type Input, type Output, perform, type Task, type Tasks } from './tasks.ts';
import { inThread, type ThreadLimits, WorkFault } from './thread.ts';

export interface Work {
  /**
   * @param bytes how large the input is
   * @throws WorkFault when it met a limit, or too many wait already; what a small task throws itself
   */
  readonly run: <Name extends Task>(
    task: Name,
    input: Input<Name>,
    bytes: number,
  ) => Promise<Output<Name>>;
}
export interface WorkLimits extends ThreadLimits {
  /** How many may wait for the thread. */
  readonly waiting: number;
}

/** Bytes from which a task is done in a thread: below, starting one costs more than it spares. */
export const threadFromBytes = 96 * 1_024;
/** What people ask for and wait for: ten times what 5,000 actions take, on a machine that is busy. */
export const promptLimits: WorkLimits = { milliseconds: 20_000, megabytes: 512, waiting: 20 };
/** What nobody waits for; every board may have some. */
export const patientLimits: WorkLimits = { milliseconds: 60_000, megabytes: 1_024, waiting: 1e6 };

/**
 * A part of the program that could not be read when it was first wanted, for want of descriptors, is
 * never read again by this process, which keeps the failure: a thread reads it anew.
 */
const isUnreadable = (error: unknown): boolean =>
  ['EMFILE', 'ENFILE', 'EIO', 'ENOMEM'].includes(Object(error).code);

/** @param tasks how small ones are done; a thread does what this program's own table says */
export function createWork(limits: WorkLimits = promptLimits, tasks?: Tasks): Work {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  return {
    run: async (task, input, bytes) => {
      if (bytes < threadFromBytes) {
        try {
          return await perform(task, input, tasks);
        } catch (error) {
          if (!isUnreadable(error)) throw error;
        }
      }
      if (waiting > limits.waiting) throw new WorkFault('busy', `${waiting} wait before ${task}`);
      waiting += 1;
      const begin = () => inThread(task, input, limits);
      const run = last.then(begin, begin).finally(() => {
        waiting -= 1;
      });
      last = run.catch(() => undefined); // told to whoever asked
      return run;
    },
  };
}
