/**
 * Reads tables apart from the page: what a hostile workbook does here holds up nobody's writing, and
 * ends with this worker.
 */
import { readContent } from './read-content.ts';
import type { Content } from './read-source.ts';

self.onmessage = async ({ data }: MessageEvent<Content>) => {
  self.postMessage(await readContent(data));
};
