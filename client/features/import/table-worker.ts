/**
 * Reads tables apart from the page: what a hostile workbook does here holds up nobody's writing, and
 * ends with this worker.
 */
import { readTable, readText } from '../../../shared/import/table.ts';

self.onmessage = async ({ data }: MessageEvent<Uint8Array | string>) => {
  self.postMessage(typeof data === 'string' ? readText(data) : await readTable(data));
};
