/** The annex in Markdown (CommonMark, with the tables most tools read), for a wiki or a repository. */
import type { Block, Cover, Document, Fields, Grid, Section } from './document/blocks.ts';

export function writeMarkdown({ cover, sections }: Document): string {
  const parts = [...coverParts(cover), ...sections.flatMap(sectionParts)];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function coverParts({ territory, title, subtitle, purpose, facts, notice }: Cover): string[] {
  return [
    `# ${safe(title)}`,
    territory && `**${safe(territory)}**`,
    safe(subtitle),
    ...purpose.map(safe),
    fieldList(facts),
    notice.map((line) => `> ${safe(line)}`).join('\n>\n'),
  ];
}

function sectionParts({ heading, blocks }: Section): readonly string[] {
  const text = [heading.number, heading.text].filter(Boolean).join(' ');
  return [`${'#'.repeat(heading.level + 1)} ${safe(text)}`, ...blocks.flatMap(blockParts)];
}

function blockParts(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return block.lines.map((line) =>
        block.role === 'context' || block.role === 'note' ? `*${safe(line)}*` : safe(line),
      );
    case 'fields':
      return [fieldList(block)];
    case 'grid':
      return [table(block)];
  }
}

/** "- **Label:** value", or the values below when there are several. */
const fieldList = ({ rows }: Fields): string =>
  rows
    .map(({ label, lines }) => {
      const [first = '', ...others] = lines.map(safe);
      return others.length === 0
        ? `- **${safe(label)}** – ${first}`
        : [`- **${safe(label)}**`, ...[first, ...others].map((line) => `  - ${line}`)].join('\n');
    })
    .join('\n');

function table({ columns, rows, total }: Grid): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(columns.map(({ label }) => safe(label))),
    row(columns.map(({ isNumber }) => (isNumber ? '---:' : '---'))),
    ...rows.map((cells) => row(cells.map(safe))),
    ...(total ? [row(total.map((cell) => (cell === '' ? '' : `**${safe(cell)}**`)))] : []),
  ].join('\n');
}

/**
 * A text that stays what it is: no sign makes a title, a link, a table or a tag of it. Tags get
 * references, since some readers let through what a backslash would only have marked. Addresses of
 * sites and mail are left alone: GitHub and others link them wherever they read one, its signs
 * written as references too, and such a link leads where it says.
 */
const safe = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]#|~!^$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/^([-+=:])/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
