/**
 * OpenDocument content as its reader takes it. The reader looks for lines directly in their table
 * and passes over those in a group, headers repeated on each page among them; and a style on the
 * empty cells to the right makes each line as wide as a sheet can be. Neither says anything here.
 * It gives percentages and amounts as bare numbers, and errors as texts: here they say what they are.
 */
import { strFromU8, strToU8 } from 'fflate';
import type { Archive } from './archive.ts';
import { IN_ERROR, shown } from './sheet-cells.ts';

const groups = /<\/?table:(?:table-header-rows|table-rows|table-row-group)(?:\s[^>]*)?>/g;
const cells = /<table:(?:covered-)?table-cell\s[^>]*>/g;
const styleName = /\stable:style-name="[^"]*"/;

const told =
  /<table:(?:covered-)?table-cell((?:\s[\w:-]+="[^"]*")*)\s*(?:\/>|>((?:(?!<\/table:(?:covered-)?table-cell>)[\s\S])*)<\/table:(?:covered-)?table-cell>)/g;
const valued = /\s(?:office|calcext):[\w-]+="[^"]*"/g;
const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];

/** A cell that says itself what its kind makes of its number. */
function tellKind(cell: string, attributes: string, content = ''): string {
  const kind = attribute(attributes, 'office:value-type');
  const value = Number(attribute(attributes, 'office:value'));
  const text =
    attribute(attributes, 'calcext:value-type') === 'error'
      ? IN_ERROR + content.replace(/<[^>]*>/g, '')
      : kind === 'percentage'
        ? shown(value, '%')
        : kind === 'currency' && attribute(attributes, 'office:currency') === 'EUR'
          ? shown(value, '€')
          : undefined;
  if (text === undefined || text === null) return cell;
  const kept = attributes.replace(valued, '');
  return `<table:table-cell${kept} office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
}

/** The same archive; one without such a content is left as it is. */
export function plainOds(archive: Archive): Archive {
  const content = archive['content.xml'];
  if (!content) return archive;
  const plain = strFromU8(content)
    .replace(groups, '')
    .replace(told, tellKind)
    .replace(cells, (cell) => cell.replace(styleName, ''));
  return { ...archive, 'content.xml': strToU8(plain) };
}
