/** The body of the OpenDocument annex. Names of styles are those of `odt-styles.ts`. */
import type { Block, Cover, Document, Fields, Grid, Section } from './document/blocks.ts';
import { LABEL_SHARE, WHOLE_ROW_CHARACTERS } from './document/look.ts';
import { odfPart } from './odf.ts';
import { tableStyles } from './odt-styles.ts';
import { el, xmlText } from './xml.ts';

export function contentXml({ cover, sections }: Document): string {
  const tables = createTables();
  const body = [coverXml(cover, tables), ...sections.map((each) => sectionXml(each, tables))];
  return odfPart(
    'office:document-content',
    el('office:automatic-styles', {}, tableStyles(tables.shares)) +
      el('office:body', {}, el('office:text', {}, body.join(''))),
  );
}

/** Numbers the tables, whose names must differ, and remembers which widths they need. */
interface Tables {
  readonly shares: Set<number>;
  readonly xml: (name: string, shares: readonly number[], head: string, rows: string) => string;
}

function createTables(): Tables {
  const shares = new Set<number>();
  let count = 0;
  return {
    shares,
    xml: (name, widths, head, rows) => {
      for (const share of widths) shares.add(share);
      count += 1;
      const [first, ...others] = widths.map((share) =>
        el('table:table-column', { 'table:style-name': `Width${share}` }),
      );
      const headRow = el('table:table-row', { 'table:style-name': 'Whole' }, head);
      const content = [
        el('table:title', {}, xmlText(name)),
        el('table:table-header-columns', {}, first),
        ...others,
        el('table:table-header-rows', {}, headRow),
        rows,
      ].join('');
      return el(
        'table:table',
        { 'table:name': `Table${count}`, 'table:style-name': 'Table' },
        content,
      );
    },
  };
}

const paragraph = (style: string, text: string): string =>
  el('text:p', { 'text:style-name': style }, xmlText(text));
const paragraphs = (style: string, lines: readonly string[]): string =>
  lines.map((line) => paragraph(style, line)).join('');

const coverXml = (
  { territory, title, subtitle, purpose, facts, notice }: Cover,
  tables: Tables,
): string =>
  [
    paragraph('Territory', territory),
    paragraph('Title', title),
    paragraph('Subtitle', subtitle),
    paragraphs('Lead', purpose),
    fieldsXml(facts, tables),
    paragraph('Gap', ''),
    paragraphs('Notice', notice),
  ].join('');

function sectionXml({ heading, blocks }: Section, tables: Tables): string {
  const { level, number, text } = heading;
  const before = number
    ? el('text:span', { 'text:style-name': 'Number' }, `${xmlText(number)} `)
    : '';
  const style = { 'text:style-name': `Heading_20_${level}`, 'text:outline-level': level };
  return [
    el('text:h', style, before + xmlText(text)),
    ...blocks.map((block) => blockXml(block, tables)),
  ].join('');
}

const PARAGRAPH_STYLES = {
  body: 'Text_20_body',
  context: 'Context',
  lead: 'Lead',
  note: 'Note',
} as const;

function blockXml(block: Block, tables: Tables): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraphs(PARAGRAPH_STYLES[block.role], block.lines);
    case 'fields':
      return fieldsXml(block, tables);
    case 'grid':
      return gridXml(block, tables) + paragraph('Gap', '');
  }
}

const cellXml = (style: string, content: string): string =>
  el('table:table-cell', { 'table:style-name': style, 'office:value-type': 'string' }, content);

/** A long row may be cut by the end of a page; another passes to the next one whole. */
function rowXml(characters: number, cells: string): string {
  const style = characters > WHOLE_ROW_CHARACTERS ? 'Long' : 'Whole';
  return el('table:table-row', { 'table:style-name': style }, cells);
}

const headXml = (label: string, isNumber?: true): string =>
  cellXml('HeadCell', paragraph(isNumber ? 'HeadNumber' : 'Head', label));

function fieldsXml({ name, head, rows }: Fields, tables: Tables): string {
  const body = rows.map(({ label, lines, begins }) => {
    const edge = begins ? 'Begins' : '';
    const cells =
      cellXml(`LabelCell${edge}`, paragraph('Label', label)) +
      cellXml(`Cell${edge}`, paragraphs('CellText', lines));
    return rowXml(lines.join('').length, cells);
  });
  return tables.xml(
    name,
    [LABEL_SHARE, 100 - LABEL_SHARE],
    head.map((label) => headXml(label)).join(''),
    body.join(''),
  );
}

function gridXml({ name, columns, rows, total }: Grid, tables: Tables): string {
  const row = (cells: readonly string[], cellStyle: string, textStyle: string) =>
    rowXml(
      cells.join('').length,
      cells
        .map((cell, at) =>
          cellXml(
            cellStyle,
            paragraph(`${textStyle}${columns[at]?.isNumber ? 'Number' : ''}`, cell),
          ),
        )
        .join(''),
    );
  return tables.xml(
    name,
    columns.map(({ share }) => share),
    columns.map(({ label, isNumber }) => headXml(label, isNumber)).join(''),
    rows.map((cells) => row(cells, 'Cell', 'CellText')).join('') +
      (total ? row(total, 'TotalCell', 'Label') : ''),
  );
}
