/** The annex in Markdown. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Document } from '../../../shared/export/document/blocks.ts';
import { writeMarkdown } from '../../../shared/export/markdown.ts';
import { smallAnnex } from './small-annex.ts';

/** A document whose only paragraph is this text. */
function written(text: string): string {
  const { sections, ...rest } = smallAnnex();
  const document: Document = {
    ...rest,
    sections: [
      {
        heading: { level: 1, text: 'Titre' },
        blocks: [{ kind: 'paragraph', role: 'body', lines: [text] }],
      },
    ],
  };
  expect(sections.length).toBeGreaterThan(1);
  return writeMarkdown(document).trimEnd().split('\n').at(-1) ?? '';
}

test('[XD10] the Markdown of a small workshop is this file', () => {
  expect(writeMarkdown(smallAnnex())).toBe(
    readFileSync('tests/unit/export/golden/annex.md.txt', 'utf8'),
  );
});

test.each([
  ['# titre', '\\# titre'],
  ['1. un', '1\\. un'],
  ['1) un', '1\\) un'],
  ['- un', '\\- un'],
  ['+ un', '\\+ un'],
  ['===', '\\==='],
  ['> cité', '&gt; cité'],
  ['<b>&amp;', '&lt;b&gt;&amp;amp;'],
  ['*a* _b_ `c` ~d~', '\\*a\\* \\_b\\_ \\`c\\` \\~d\\~'],
  ['![i](x) [l](x)', '\\!\\[i\\](x) \\[l\\](x)'],
  ['a | b', 'a \\| b'],
  ['$x^2$', '\\$x\\^2\\$'],
  ['a\\b', 'a\\\\b'],
  ['12,5 % - 3', '12,5 % - 3'],
])('[XD10] %j stays a text: %j', (text, safe) => expect(written(text)).toBe(safe));
