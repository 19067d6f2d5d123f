/** Where a table comes from, and its reading in a worker that is ended when it takes too long. */
import { decodeText } from '../../../shared/import/delimited.ts';
import {
  type Grid,
  isWebPage,
  TABLE_LIMITS,
  type Table,
  type TableFault,
} from '../../../shared/import/table.ts';
import { err, type Result } from '../../../shared/result.ts';
import { late } from '../../browser/late.ts';
import { tablesIn } from './html-tables.ts';
import type { Content } from './read-content.ts';

export type Source =
  | { readonly kind: 'file'; readonly file: File }
  /** With the tables that the program it was copied from gave beside the text. */
  | { readonly kind: 'pasted'; readonly text: string; readonly grids?: readonly Grid[] };
export type SourceFault = TableFault | 'too-slow' | 'unreadable';
/** Never rejects; an aborted reading answers anything, and nobody listens. */
export type ReadSource = (
  source: Source,
  signal: AbortSignal,
) => Promise<Result<Table, SourceFault>>;

const maxReadingMs = 10_000;

/** What is to be read; a file too large is not even opened. */
export async function contentOf(source: Source): Promise<Result<Content, SourceFault>> {
  if (source.kind === 'pasted') return { ok: true, value: source.grids ?? source.text };
  if (source.file.size > TABLE_LIMITS.fileBytes) return err('too-large');
  try {
    const bytes = new Uint8Array(await source.file.arrayBuffer());
    // Only a page has a reader of pages: a worker has none.
    const text = bytes[0] === 0x50 ? undefined : decodeText(bytes);
    return { ok: true, value: text && isWebPage(text) ? tablesIn(text) : bytes };
  } catch {
    return err('unreadable'); // moved, or on a drive that is gone
  }
}

export const readInWorker: ReadSource = async (source, signal) => {
  const content = await contentOf(source);
  if (!content.ok) return content;
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./table-worker.ts', import.meta.url), { type: 'module' });
    const settle = (result: Result<Table, SourceFault>) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      worker.terminate();
      resolve(result);
    };
    const abort = () => settle(err('unreadable'));
    const timer = setTimeout(() => settle(err('too-slow')), maxReadingMs);
    signal.addEventListener('abort', abort);
    worker.onmessage = ({ data }: MessageEvent<Result<Table, TableFault>>) => settle(data);
    // Out of memory, or the worker itself could not be fetched.
    worker.onerror = () => settle(err('unreadable'));
    worker.postMessage(content.value);
  });
};

// The file of the worker is fetched by having it read a word.
late(async () => {
  const read = await readInWorker({ kind: 'pasted', text: '-' }, new AbortController().signal);
  if (!read.ok && read.error === 'unreadable') throw new Error('not fetched');
});
