/**
 * One task in a thread of its own, bounded in time and memory: what somebody sends us to read can
 * cost that somebody an answer, and nobody else a moment.
 */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Input, Output, Task } from './tasks.ts';

export interface ThreadLimits {
  readonly milliseconds: number;
  /** Of its heap; bytes of boards, outside the heap, are bounded by the settings. */
  readonly megabytes: number;
}

/** Why a thread gave nothing: it met a limit, or the task itself threw. */
export class WorkFault extends Error {
  readonly kind: 'time' | 'memory' | 'failed' | 'busy';

  constructor(kind: WorkFault['kind'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'WorkFault';
    this.kind = kind;
  }
}

/** Rejects with a {@link WorkFault}. */
export function inThread<Name extends Task>(
  task: Name,
  input: Input<Name>,
  { milliseconds, megabytes }: ThreadLimits,
): Promise<Output<Name>> {
  const worker = startWorker(workerFile(import.meta.url), {
    workerData: { task, input },
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  return new Promise<Output<Name>>((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new WorkFault('time', `${task} took more than ${milliseconds} ms`));
      void worker.terminate();
    }, milliseconds);
    worker.once('message', resolve);
    worker.once('error', (error) => reject(faultOf(task, error)));
    worker.once('exit', (code) => {
      clearTimeout(late);
      reject(new WorkFault('failed', `${task} ended with ${code}`)); // no effect once it has answered
    });
  });
}

/**
 * The thread's program lies beside ours and is of our kind: two sources while we develop and test,
 * two built files otherwise.
 * @param ours `import.meta.url` of this module, or of the program it was built into
 */
export const workerFile = (ours: string): URL => new URL(`worker${extname(ours)}`, ours);

/** Sources in TypeScript only run where tsx is installed: while developing and testing. */
function startWorker(file: URL, options: ConstructorParameters<typeof Worker>[1]): Worker {
  if (!file.pathname.endsWith('.ts')) return new Worker(file, options);
  const source = `import('tsx/esm/api').then(({ register }) => {
    register();
    return import(${JSON.stringify(file.href)});
  });`;
  return new Worker(source, { ...options, eval: true });
}

function faultOf(task: Task, error: unknown): WorkFault {
  const isMemory = Object(error).code === 'ERR_WORKER_OUT_OF_MEMORY';
  const message = error instanceof Error ? error.message : String(error);
  return new WorkFault(isMemory ? 'memory' : 'failed', `${task}: ${message}`, { cause: error });
}
