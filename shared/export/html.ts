/**
 * The annex as one page that prints well: no script, nothing fetched, every text escaped. A browser
 * makes the PDF.
 */
import type { Block, Cover, Document, Fields, Grid, Section } from './document/blocks.ts';
import { WHOLE_ROW_CHARACTERS } from './document/look.ts';
import { localeOf } from './document/typeset.ts';
import { styleSheet } from './html-style.ts';
import { html, type Xml } from './xml.ts';

/** Whatever a text may hold, the page runs nothing and asks nothing of anybody. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export function writeHtml(document: Document): string {
  const { title, subject, cover, sections } = document;
  return html`<!doctype html>
<html lang="${localeOf(document.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${subject}">
<title>${title}</title>
<style>
${{ source: styleSheet(document) }}</style>
</head>
<body>
${coverHtml(cover)}<main>
${sections.map(sectionHtml)}</main>
</body>
</html>
`.source;
}

const paragraphs = (lines: readonly string[], name?: string): readonly Xml[] =>
  lines.map((line) => html`<p${name && html` class="${name}"`}>${line}</p>\n`);

const coverHtml = ({ territory, title, subtitle, purpose, facts, notice }: Cover): Xml =>
  html`<header class="cover">
${paragraphs(territory === '' ? [] : [territory], 'territory')}<h1>${title}</h1>
${paragraphs([subtitle], 'subtitle')}${paragraphs(purpose, 'lead')}${fieldsHtml(facts)}${
  notice.length > 0 ? html`<div class="notice">\n${paragraphs(notice)}</div>\n` : undefined
}</header>
`;

function sectionHtml({ heading, blocks }: Section): Xml {
  const { level, number, text } = heading;
  const name = `h${level + 1}`;
  return html`<section>
<${name}>${number && html`<span class="number">${number}</span> `}${text}</${name}>
${blocks.flatMap(blockHtml)}</section>
`;
}

function blockHtml(block: Block): readonly Xml[] {
  switch (block.kind) {
    case 'paragraph':
      return paragraphs(block.lines, block.role);
    case 'fields':
      return [fieldsHtml(block)];
    case 'grid':
      return [gridHtml(block)];
  }
}

const fieldsHtml = ({ name, head, rows }: Fields): Xml =>
  html`<table class="fields">
<caption>${name}</caption>
<thead><tr>${head.map((label) => html`<th scope="col">${label}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ({ label, lines, begins }) =>
    html`<tr${rowClass(lines, begins)}><th scope="row">${label}</th><td>${lines.map(
      (line) => html`<p>${line}</p>`,
    )}</td></tr>\n`,
)}</tbody>
</table>
`;

/** A long row may be cut by the end of a page. */
function rowClass(lines: readonly string[], begins?: true): Xml | undefined {
  const isLong = lines.join('').length > WHOLE_ROW_CHARACTERS;
  const names = [...(begins ? ['begins'] : []), ...(isLong ? ['long'] : [])];
  return names.length > 0 ? html` class="${names.join(' ')}"` : undefined;
}

function gridHtml({ name, columns, rows, total }: Grid): Xml {
  const kind = (at: number) => (columns[at]?.isNumber ? html` class="count"` : undefined);
  const row = (cells: readonly string[]) =>
    html`<tr>${cells.map((cell, at) =>
      at === 0 ? html`<th scope="row">${cell}</th>` : html`<td${kind(at)}>${cell}</td>`,
    )}</tr>\n`;
  return html`<table class="grid">
<caption>${name}</caption>
<colgroup>${columns.map(({ share }) => html`<col class="w${share}">`)}</colgroup>
<thead><tr>${columns.map(
    ({ label }, at) => html`<th scope="col"${kind(at)}>${label}</th>`,
  )}</tr></thead>
<tbody>
${rows.map(row)}</tbody>
${total && html`<tfoot>\n${row(total)}</tfoot>\n`}</table>
`;
}
