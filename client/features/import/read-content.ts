/** What was brought, as a table: the same in a worker and without one. */
import {
  type Grid,
  readGrids,
  readTable,
  readText,
  type Table,
  type TableFault,
} from '../../../shared/import/table.ts';
import type { Result } from '../../../shared/result.ts';

/** Bytes of a file, a text, or tables of a web page. */
export type Content = Uint8Array | string | readonly Grid[];

export async function readContent(content: Content): Promise<Result<Table, TableFault>> {
  if (typeof content === 'string') return readText(content);
  return content instanceof Uint8Array ? readTable(content) : readGrids(content);
}
