/**
 * The annex as one page that prints well: no script, nothing fetched, every text escaped. A browser
 * makes the PDF.
 */
import type { Block, Cover, Document, Fields, Grid, Section } from './document/blocks.ts';
import { WHOLE_ROW_CHARACTERS } from './document/look.ts';
import { localeOf } from './document/typeset.ts';
import { styleSheet } from './html-style.ts';

/** Whatever a text may hold, the page runs nothing and asks nothing of anybody. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export function writeHtml(document: Document): string {
  const { title, subject, cover, sections } = document;
  return `<!doctype html>
<html lang="${localeOf(document.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${safe(subject)}">
<title>${safe(title)}</title>
<style>
${styleSheet(document)}</style>
</head>
<body>
${coverHtml(cover)}<main>
${sections.map(sectionHtml).join('')}</main>
</body>
</html>
`;
}

const safe = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const paragraphs = (lines: readonly string[], name?: string): string =>
  lines.map((line) => `<p${name ? ` class="${name}"` : ''}>${safe(line)}</p>\n`).join('');

const coverHtml = ({ territory, title, subtitle, purpose, facts, notice }: Cover): string =>
  `<header class="cover">
${paragraphs(territory === '' ? [] : [territory], 'territory')}<h1>${safe(title)}</h1>
${paragraphs([subtitle], 'subtitle')}${paragraphs(purpose, 'lead')}${fieldsHtml(facts)}${
  notice.length > 0 ? `<div class="notice">\n${paragraphs(notice)}</div>\n` : ''
}</header>
`;

function sectionHtml({ heading, blocks }: Section): string {
  const name = `h${heading.level + 1}`;
  const number = heading.number ? `<span class="number">${safe(heading.number)}</span> ` : '';
  return `<section>
<${name}>${number}${safe(heading.text)}</${name}>
${blocks.map(blockHtml).join('')}</section>
`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraphs(block.lines, block.role);
    case 'fields':
      return fieldsHtml(block);
    case 'grid':
      return gridHtml(block);
  }
}

const fieldsHtml = ({ name, head, rows }: Fields): string =>
  `<table class="fields">
<caption>${safe(name)}</caption>
<thead><tr>${head.map((label) => `<th scope="col">${safe(label)}</th>`).join('')}</tr></thead>
<tbody>
${rows
  .map(
    ({ label, lines, begins }) =>
      `<tr${rowClass(lines, begins)}><th scope="row">${safe(label)}</th><td>${lines
        .map((line) => `<p>${safe(line)}</p>`)
        .join('')}</td></tr>\n`,
  )
  .join('')}</tbody>
</table>
`;

/** A long row may be cut by the end of a page. */
function rowClass(lines: readonly string[], begins?: true): string {
  const isLong = lines.join('').length > WHOLE_ROW_CHARACTERS;
  const names = [...(begins ? ['begins'] : []), ...(isLong ? ['long'] : [])];
  return names.length > 0 ? ` class="${names.join(' ')}"` : '';
}

function gridHtml({ name, columns, rows, total }: Grid): string {
  const kind = (at: number) => (columns[at]?.isNumber ? ' class="count"' : '');
  const row = (cells: readonly string[]) =>
    `<tr>${cells
      .map((cell, at) =>
        at === 0 ? `<th scope="row">${safe(cell)}</th>` : `<td${kind(at)}>${safe(cell)}</td>`,
      )
      .join('')}</tr>\n`;
  return `<table class="grid">
<caption>${safe(name)}</caption>
<colgroup>${columns.map(({ share }) => `<col class="w${share}">`).join('')}</colgroup>
<thead><tr>${columns
    .map(({ label }, at) => `<th scope="col"${kind(at)}>${safe(label)}</th>`)
    .join('')}</tr></thead>
<tbody>
${rows.map(row).join('')}</tbody>
${total ? `<tfoot>\n${row(total)}</tfoot>\n` : ''}</table>
`;
}
