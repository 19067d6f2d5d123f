/**
 * Folds a board's log into one state, so that the next opening is short. A small board takes
 * milliseconds and is folded here; a large one in a worker thread, from its bytes, so that no other
 * board stands still.
 */
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import * as Y from 'yjs';

export interface Folded {
  readonly state: Uint8Array;
  readonly stateVector: Uint8Array;
}

/** Bytes from which starting a thread costs less than folding here. */
const workerFromBytes = 256 * 1_024;

/** @param updates the last state and all updates after it, in order */
export const fold = (updates: readonly Uint8Array[]): Promise<Folded> =>
  sizeOf(updates) < workerFromBytes ? Promise.resolve(foldHere(updates)) : foldInWorker(updates);

export const sizeOf = (updates: readonly Uint8Array[]): number =>
  updates.reduce((sum, { length }) => sum + length, 0);

export function foldHere(updates: readonly Uint8Array[]): Folded {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  const folded = { state: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) };
  doc.destroy();
  return folded;
}

/**
 * `foldHere` for a thread. Kept as text: a file of its own would have to be found again from the
 * built server, from the tests and from the development server, each of which moves files its way.
 */
const workerSource = `
  const { parentPort, workerData } = require('node:worker_threads');
  const Y = require(workerData.yjs);
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of workerData.updates) Y.applyUpdate(doc, update);
  });
  parentPort.postMessage({
    state: Y.encodeStateAsUpdate(doc),
    stateVector: Y.encodeStateVector(doc),
  });
`;

export function foldInWorker(updates: readonly Uint8Array[]): Promise<Folded> {
  const yjs = createRequire(import.meta.url).resolve('yjs');
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerSource, { eval: true, workerData: { yjs, updates } });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`the folding thread ended with ${code}`)); // no effect once it has answered
    });
  });
}
