/** The program of a thread that does one task and ends; started by `thread.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { perform } from './tasks.ts';

const { task, input } = workerData as Parameters<typeof perform> extends [infer Task, infer Input]
  ? { readonly task: Task; readonly input: Input }
  : never;
parentPort?.postMessage(await perform(task, input));
