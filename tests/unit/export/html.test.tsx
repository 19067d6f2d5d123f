/** The annex as a page: what a browser makes of it, and that it can do no harm. */
import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { annexOf } from '../../../shared/export/document/annex.ts';
import { writeHtml } from '../../../shared/export/html.ts';
import { readWorkshop } from '../../../shared/file/read.ts';
import { hostileWorkshop } from '../../support/hostile-workshop.ts';
import { outlineOf, type Piece } from '../../support/outline.ts';
import { plainInput } from '../../support/plain-input.ts';
import { boardOf, demoText, workshopOf } from '../../support/workshop-file.ts';
import { smallAnnex } from './small-annex.ts';

const annexes = [
  ['the demonstration', annexOf(plainInput(boardOf(workshopOf(readWorkshop(demoText)))))] as const,
  ...[1, 2, 3].map(
    (seed) => [`hostile ${seed}`, annexOf(plainInput(hostileWorkshop(seed)))] as const,
  ),
];
const opened = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

test('[XD11] the page of a small workshop is this file', () => {
  expect(writeHtml(smallAnnex())).toBe(
    readFileSync('tests/unit/export/golden/annex.html.txt', 'utf8'),
  );
});

describe.each(annexes)('%s', (_name, annex) => {
  const page = opened(writeHtml(annex));

  test('[XD6] the page says what the document says', () => {
    expect(htmlOutline(page)).toEqual(outlineOf(annex));
    expect(page.title).toBe(annex.title);
    expect(page.documentElement.lang).toBe('fr-FR');
  });

  test('[XD11] it runs nothing, asks nothing and has its own style only', () => {
    const names = new Set([...page.querySelectorAll('*')].map(({ localName }) => localName));
    expect([...names].filter((name) => !allowed.includes(name))).toEqual([]);
    const attributes = new Set(
      [...page.body.querySelectorAll('*')].flatMap((element) => element.getAttributeNames()),
    );
    expect([...attributes].filter((name) => name !== 'class' && name !== 'scope')).toEqual([]);
    expect(page.querySelectorAll('style')).toHaveLength(1);
    expect(page.querySelector('style')?.textContent).not.toMatch(/url|import|expression/i);
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toMatch(
      /^default-src 'none';/,
    );
  });
});

test('[XD11] axe finds nothing to say about it', async () => {
  const page = opened(writeHtml(smallAnnex()));
  document.documentElement.lang = page.documentElement.lang;
  document.title = page.title;
  document.body.innerHTML = page.body.innerHTML;
  const { violations, passes } = await axe.run(document, {
    rules: { 'color-contrast': { enabled: false } }, // nothing is painted here
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect(passes.map(({ id }) => id)).toContain('heading-order');
});

const allowed =
  'html head meta title style body header main section h1 h2 h3 p div span table caption colgroup col thead tbody tfoot tr th td'.split(
    ' ',
  );

/** Headings, paragraphs and tables, in order. */
const htmlOutline = (page: Document): readonly Piece[] =>
  [...page.body.querySelectorAll('h1, h2, h3, p, table')].flatMap((element): readonly Piece[] => {
    const text = element.textContent ?? '';
    if (element.localName === 'table') return [[...element.querySelectorAll('tr')].map(cellsOf)];
    if (element.closest('table')) return [];
    const level = /^h([23])$/.exec(element.localName)?.[1];
    return [level ? { heading: text, level: Number(level) - 1 } : text];
  });

const cellsOf = (row: Element): readonly (readonly string[])[] =>
  [...row.children].map((cell) => {
    const paragraphs = [...cell.querySelectorAll('p')].map(({ textContent }) => textContent ?? '');
    const text = cell.textContent ?? '';
    return paragraphs.length > 0 ? paragraphs : text === '' ? [] : [text];
  });
