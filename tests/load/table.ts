/** A table as Markdown, its columns aligned so that it reads in a terminal too. */
export type Cell = string | number | undefined;

export function table(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const texts = [heads, ...rows.map((row) => row.map(said))];
  const widths = heads.map((_, column) =>
    Math.max(3, ...texts.map((row) => [...(row[column] ?? '')].length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  const [head = [], ...body] = texts;
  return [line(head), line(rule), ...body.map(line)].join('\n');
}

/** Three figures that mean something; a decimal comma, since the tables are French. */
function said(cell: Cell): string {
  if (typeof cell !== 'number') return cell ?? '–';
  const size = Math.abs(cell);
  const digits = Number.isInteger(cell) || size >= 100 ? 0 : size >= 10 ? 1 : 2;
  return cell.toFixed(digits).replace('.', ',');
}

export { said as number };
