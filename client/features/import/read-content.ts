/** What was brought, as a table: the same in a worker and without one. */
import {
  readGrids,
  readTable,
  readText,
  type Table,
  type TableFault,
} from '../../../shared/import/table.ts';
import type { Result } from '../../../shared/result.ts';
import type { Content } from './read-source.ts';

export async function readContent(content: Content): Promise<Result<Table, TableFault>> {
  if (typeof content === 'string') return readText(content);
  return content instanceof Uint8Array ? readTable(content) : readGrids(content);
}
