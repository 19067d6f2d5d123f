/** The body of the OpenDocument annex. Names of styles are those of `odt-styles.ts`. */
import type { Block, Cover, Document, Fields, Grid, Section } from './document/blocks.ts';
import { LABEL_SHARE, WHOLE_ROW_CHARACTERS } from './document/look.ts';
import { odfNamespaces } from './odf.ts';
import { tableStyles } from './odt-styles.ts';
import { type Xml, type XmlPart, xml } from './xml.ts';

export function contentXml({ cover, sections }: Document): Xml {
  const tables = createTables();
  const body = [coverXml(cover, tables), ...sections.map((each) => sectionXml(each, tables))];
  return xml`<office:document-content${odfNamespaces} office:version="1.3">
    <office:automatic-styles>${tableStyles(tables.shares)}</office:automatic-styles>
    <office:body><office:text>${body}</office:text></office:body>
  </office:document-content>`;
}

/** Numbers the tables, whose names must differ, and remembers which widths they need. */
function createTables() {
  const shares = new Set<number>();
  let count = 0;
  return {
    shares,
    xml: (name: string, widths: readonly number[], head: XmlPart, rows: XmlPart): Xml => {
      for (const share of widths) shares.add(share);
      count += 1;
      const [first, ...others] = widths.map(
        (share) => xml`<table:table-column table:style-name="Width${share}"/>`,
      );
      return xml`<table:table table:name="Table${count}" table:style-name="Table">
        <table:title>${name}</table:title>
        <table:table-header-columns>${first}</table:table-header-columns>
        ${others}
        <table:table-header-rows>
          <table:table-row table:style-name="Whole">${head}</table:table-row>
        </table:table-header-rows>
        ${rows}
      </table:table>`;
    },
  };
}

type Tables = ReturnType<typeof createTables>;

const paragraph = (style: string, text: string): Xml =>
  xml`<text:p text:style-name="${style}">${text}</text:p>`;
const paragraphs = (style: string, lines: readonly string[]): readonly Xml[] =>
  lines.map((line) => paragraph(style, line));
const gap = paragraph('Gap', '');

const coverXml = (
  { territory, title, subtitle, purpose, facts, notice }: Cover,
  tables: Tables,
): Xml => xml`
  ${paragraph('Territory', territory)}
  ${paragraph('Title', title)}
  ${paragraph('Subtitle', subtitle)}
  ${paragraphs('Lead', purpose)}
  ${fieldsXml(facts, tables)}${gap}
  ${paragraphs('Notice', notice)}`;

function sectionXml({ heading: { level, number, text }, blocks }: Section, tables: Tables): Xml {
  const before = number && xml`<text:span text:style-name="Number">${number} </text:span>`;
  return xml`
    <text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">
      ${before}${text}
    </text:h>
    ${blocks.map((block) => blockXml(block, tables))}`;
}

const PARAGRAPH_STYLES = {
  body: 'Text_20_body',
  context: 'Context',
  lead: 'Lead',
  note: 'Note',
} as const;

function blockXml(block: Block, tables: Tables): Xml {
  switch (block.kind) {
    case 'paragraph':
      return xml`${paragraphs(PARAGRAPH_STYLES[block.role], block.lines)}`;
    case 'fields':
      return fieldsXml(block, tables);
    case 'grid':
      return xml`${gridXml(block, tables)}${gap}`;
  }
}

const cellXml = (style: string, content: XmlPart): Xml =>
  xml`<table:table-cell table:style-name="${style}" office:value-type="string">
    ${content}
  </table:table-cell>`;

/** A long row may be cut by the end of a page; another passes to the next one whole. */
function rowXml(characters: number, cells: readonly Xml[]): Xml {
  const style = characters > WHOLE_ROW_CHARACTERS ? 'Long' : 'Whole';
  return xml`<table:table-row table:style-name="${style}">${cells}</table:table-row>`;
}

const headXml = (label: string, isNumber?: true): Xml =>
  cellXml('HeadCell', paragraph(isNumber ? 'HeadNumber' : 'Head', label));

function fieldsXml({ name, head, rows }: Fields, tables: Tables): Xml {
  const body = rows.map(({ label, lines, begins }) => {
    const edge = begins ? 'Begins' : '';
    const named = cellXml(`LabelCell${edge}`, paragraph('Label', label));
    const valued = cellXml(`Cell${edge}`, paragraphs('CellText', lines));
    return rowXml(lines.join('').length, [named, valued]);
  });
  const heads = head.map((label) => headXml(label));
  return tables.xml(name, [LABEL_SHARE, 100 - LABEL_SHARE], heads, body);
}

function gridXml({ name, columns, rows, total }: Grid, tables: Tables): Xml {
  const row = (texts: readonly string[], cellStyle: string, textStyle: string) => {
    const cells = texts.map((text, at) => {
      const style = `${textStyle}${columns[at]?.isNumber ? 'Number' : ''}`;
      return cellXml(cellStyle, paragraph(style, text));
    });
    return rowXml(texts.join('').length, cells);
  };
  return tables.xml(
    name,
    columns.map(({ share }) => share),
    columns.map(({ label, isNumber }) => headXml(label, isNumber)),
    xml`
      ${rows.map((texts) => row(texts, 'Cell', 'CellText'))}
      ${total && row(total, 'TotalCell', 'Label')}`,
  );
}
