/**
 * Reads tables apart from the page: what a hostile workbook does here holds up nobody's writing, and
 * ends with this worker.
 */
import { type Content, readContent } from './read-content.ts';

self.onmessage = async ({ data }: MessageEvent<Content>) => {
  self.postMessage(await readContent(data));
};
