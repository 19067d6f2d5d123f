/** The style of the HTML annex: a sheet of paper on the screen, A4 pages when printed. */
import type { Document, Footer } from './document/blocks.ts';
import { COLOURS, LABEL_SHARE, PAGE, SIZES } from './document/look.ts';

export function styleSheet(document: Document): string {
  const shares = new Set(
    document.sections
      .flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'grid' ? block.columns : [])),
      )
      .map(({ share }) => share),
  );
  const widths = [...shares].map((share) => `.w${share} { width: ${share}%; }\n`).join('');
  return `${rules}${widths}${pageRules(document.footer)}`;
}

const { ink, quiet, accent, rule, ground, notice, noticeEdge } = COLOURS;
const rules = `* { box-sizing: border-box; }
html { color-scheme: light; background: #${ground}; }
body { max-width: ${PAGE.width}mm; margin: 1.5rem auto; padding: ${PAGE.top}mm ${PAGE.side}mm; background: #fff; color: #${ink}; font: ${SIZES.body + 1.5}pt/1.45 Arial, "Liberation Sans", Helvetica, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, p { margin: 0; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; break-after: avoid; }
h1 { font-size: ${SIZES.title}pt; }
h2 { font-size: ${SIZES.heading1}pt; padding-bottom: 2mm; border-bottom: 0.6mm solid #${accent}; }
h3 { font-size: ${SIZES.heading2}pt; }
.number { color: #${accent}; }
.territory { color: #${accent}; font-size: ${SIZES.subtitle}pt; font-weight: bold; }
.subtitle { color: #${quiet}; font-size: ${SIZES.subtitle}pt; }
.lead { font-size: ${SIZES.lead}pt; }
.context, .note { color: #${quiet}; font-size: ${SIZES.small}pt; }
.notice { border-left: 1.2mm solid #${noticeEdge}; background: #${notice}; padding: 3mm 4mm; }
.cover > * + *, section > * + * { margin-top: 4mm; }
.cover > .subtitle { padding-bottom: 4mm; border-bottom: 0.6mm solid #${accent}; }
section > .context { margin-top: 1mm; }
section { margin-top: 16mm; }
table { width: 100%; border-collapse: collapse; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { padding: 1.2mm 2mm; text-align: left; vertical-align: top; border-bottom: 0.2mm solid #${rule}; }
thead th { color: #${quiet}; font-size: ${SIZES.small}pt; border-bottom: 0.4mm solid #${ink}; vertical-align: bottom; }
.fields tbody th { width: ${LABEL_SHARE}%; background: #${ground}; }
.fields .begins > * { border-top: 0.3mm solid #${quiet}; }
.grid tbody th { font-weight: normal; }
.grid tfoot > tr > * { font-weight: bold; border-top: 0.4mm solid #${ink}; }
td > p + p { margin-top: 0.5mm; }
td.count, th.count { text-align: right; font-variant-numeric: tabular-nums; }
@media (max-width: 45rem) {
  body { margin: 0; padding: 1rem; }
  table { font-size: 90%; hyphens: auto; }
  th, td { padding: 1mm; }
  .fields tbody th { width: 36%; }
  .grid { font-size: 75%; }
}
`;

const pageRules = ({ about, page, of }: Footer): string => `@page {
  size: A4;
  margin: ${PAGE.top}mm ${PAGE.side}mm ${PAGE.bottom}mm;
  @bottom-left { content: ${cssText(about)}; width: 75%; font: 8pt Arial, sans-serif; color: #${quiet}; }
  @bottom-right { content: ${cssText(`${page} `)} counter(page) ${cssText(` ${of} `)} counter(pages); font: 8pt Arial, sans-serif; color: #${quiet}; }
}
@page :first { @bottom-left { content: none; } @bottom-right { content: none; } }
@media print {
  html { background: none; }
  body { max-width: none; margin: 0; padding: 0; font-size: ${SIZES.body}pt; line-height: 1.3; }
  th, td { padding: 0.9mm 1.8mm; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  section { break-before: page; margin: 0; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  tr { break-inside: avoid; }
  tr.long { break-inside: auto; }
  p { orphans: 2; widows: 2; }
  .cover { padding-top: 45mm; }
}
`;

/** A string of CSS: whatever is not a plain letter or digit is written by its code. */
const cssText = (text: string): string =>
  `"${text.replace(/[^a-zA-Z0-9]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
