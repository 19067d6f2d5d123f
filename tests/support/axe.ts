/** axe-core in a live page, under the page's own content policy. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Only what is wrong is told in full: the names of the thousands of sound elements took the time. */
const options = { runOnly, resultTypes: ['violations'], preload: false };

/**
 * Not the invisible stops with which the menu's library catches Tab: they pass the focus on at once,
 * so nobody ever stands on them.
 */
const exclude = [['[data-base-ui-focus-guard]']];
const openWindow = 'dialog[open]';

/** What a theme changes, and nothing else does: the same page need not be read whole once more. */
const colours = { runOnly: ['color-contrast', 'link-in-text-block'] };

/**
 * Violations of WCAG 2.2 A and AA and of good practice, one readable line each. Under an open window
 * the page is inert and nobody reaches it: only the window is read.
 */
export const axeViolations = (page: Page): Promise<readonly string[]> => run(page, options);

/** Those of its colours alone. */
export const colourViolations = (page: Page): Promise<readonly string[]> =>
  run(page, { ...options, ...colours });

async function run(page: Page, asked: object): Promise<readonly string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(source);
  const isUnderWindow = (await page.locator(openWindow).count()) > 0;
  const scope = isUnderWindow ? { include: [[openWindow]], exclude } : { exclude };
  const results: AxeResults = await page.evaluate(
    `axe.run(${JSON.stringify(scope)}, ${JSON.stringify(asked)})`,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
