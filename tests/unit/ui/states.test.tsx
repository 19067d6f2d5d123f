/** Every control can be read in each of its states, and in two of them at once. */
import { expect, test } from 'vitest';
import { paintedBy } from '../../support/cascade.ts';
import { contrast } from '../../support/colour.ts';
import { type Block, styleSheets, tokensFor, type Viewer } from '../../support/css.ts';

const sheets = styleSheets();
const kit = [...sheets].filter(([path]) => path.startsWith('ui/')).map(([, sheet]) => sheet);
const tokenSheet = sheets.get('styles/tokens.css') as Block;
const viewers: readonly (Viewer & { readonly least: number })[] = [
  { theme: 'clair', scheme: 'light', least: 4.5 },
  { theme: 'sombre', scheme: 'light', least: 4.5 },
  { theme: 'contraste', scheme: 'light', least: 7 },
  { theme: 'contraste', scheme: 'dark', least: 7 },
];

const either = (html: string) => [html, html.replace('class="', 'class="is-hover ')];
const marked = (html: string, mark: string) => html.replace('>', ` ${mark}>`);
const VARIANTS = ['primary', 'quiet', 'outline', 'danger'];
const MARKS = ['', 'aria-pressed="true"', 'aria-pressed="false"', 'aria-expanded="true"'];
const buttons = VARIANTS.flatMap((variant) =>
  MARKS.flatMap((mark) =>
    either(marked(`<i class="button is-enabled" data-variant="${variant}">`, mark)),
  ),
);
const segments = ['segment-input', 'segment-input is-checked'].flatMap((input) =>
  either(`<i class="${input}"></i>`).map((one) => `${one}<b class="segment-text" data-seen></b>`),
);
const tabs = ['aria-selected="true"', 'aria-selected="false"'].flatMap((mark) =>
  either(marked('<i class="tab">', mark)),
);

test.each([...buttons, ...segments, ...tabs])('[UI23] %s can be read in every theme', (html) => {
  const around = document.createElement('div');
  around.innerHTML = html;
  const element = around.querySelector('[data-seen]') ?? around.firstElementChild;
  const { color = 'var(--ink)', background } = paintedBy(kit, element as Element);
  for (const viewer of viewers) {
    const tokens = tokensFor(tokenSheet, viewer);
    const value = (written: string) => tokens.get(/--[\w-]+/.exec(written)?.[0] ?? '') ?? '';
    const grounds =
      background === undefined || background === 'transparent'
        ? ['--paper', '--ground', '--band']
        : [background];
    for (const ground of grounds)
      expect([ground, contrast(value(color), value(ground)) >= viewer.least]).toEqual([
        ground,
        true,
      ]);
  }
});
