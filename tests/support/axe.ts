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
 * The whole page but the invisible stops with which the menu's library catches Tab: they pass the
 * focus on at once, so nobody ever stands on them.
 */
const scope = { exclude: [['[data-base-ui-focus-guard]']] };

/** Violations of WCAG 2.2 A and AA and of good practice, one readable line each. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(source);
  const results: AxeResults = await page.evaluate(
    `axe.run(${JSON.stringify(scope)}, ${JSON.stringify(options)})`,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
