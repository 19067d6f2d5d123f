/**
 * What renders for one change, on a wall of 300 cards that are all in the page. The table stands in
 * the specification, below the rule; a row that is no longer true fails here.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openRenders } from './renders-stage.tsx';

const spec = readFileSync('shared/SPEC.md', 'utf8');
/** Of each kind of change, the components with how often each renders, as written there. */
const said = new Map(
  [...spec.matchAll(/^\| (a|an|the|somebody) (.+?) +\| (.+?) +\|$/gm)].map(
    ([, article, change, names]) => [`${article} ${change}`, names],
  ),
);

/** Three hundred cards are drawn in a page without a screen. */
const patienceMs = 300_000;

test(
  '[WA19] what renders for each kind of change is what the table says',
  async () => {
    const page = await openRenders();
    const counted = new Map<string, string>();
    for (const [change, run, first] of page.changes) {
      first?.();
      await page.quiet();
      page.take();
      run();
      await page.quiet();
      counted.set(change, inWords(page.take()));
    }
    expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(said));
  },
  patienceMs,
);

const inWords = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .map(([name, count]) => (count === 1 ? name : `${name} ${count}`))
    .sort((a, b) => a.localeCompare(b))
    .join(', ') || 'nothing';
