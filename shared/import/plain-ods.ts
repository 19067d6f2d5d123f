/**
 * OpenDocument content as its reader takes it. The reader looks for lines directly in their table
 * and passes over those in a group, headers repeated on each page among them; and a style on the
 * empty cells to the right makes each line as wide as a sheet can be. Neither says anything here.
 */
import { strFromU8, strToU8 } from 'fflate';
import type { Archive } from './archive.ts';

const groups = /<\/?table:(?:table-header-rows|table-rows|table-row-group)(?:\s[^>]*)?>/g;
const cells = /<table:(?:covered-)?table-cell\s[^>]*>/g;
const styleName = /\stable:style-name="[^"]*"/;

/** The same archive; one without such a content is left as it is. */
export function plainOds(archive: Archive): Archive {
  const content = archive['content.xml'];
  if (!content) return archive;
  const plain = strFromU8(content)
    .replace(groups, '')
    .replace(cells, (cell) => cell.replace(styleName, ''));
  return { ...archive, 'content.xml': strToU8(plain) };
}
