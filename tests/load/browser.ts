/**
 * `npm run bench -- --browser`: what a person feels in a page of Chromium, at three sizes of a
 * workshop: from a key to what it paints, alone and while somebody types in another page of the same
 * machine; and a card carried over the columns. Times are of this machine: compare two builds here.
 */
import type { Browser, Page } from 'playwright-core';
import type { BoardCreated } from '../../shared/protocol/http.ts';
import { launchBrowser, openVisitor } from '../support/browser.ts';
import { enter } from '../support/hands.ts';
import { startServerProcess } from '../support/server-process.ts';
import { percentile } from './statistics.ts';
import { type Cell, table } from './table.ts';
import { demoWorkshop, workshopOf } from './workshop.ts';

const sizes = [52, 300, 1_000] as const;
const screen = { width: 2_100, height: 1_000 } as const;
const keys = { count: 60, everyMs: 70 } as const;
/** Moves of a drag; ideally it lasts as long as they are apart. */
const moves = { count: 120, everyMs: 16 } as const;

const heads = [
  'Actions',
  'touche, seul : p50 / p95 (ms)',
  'un autre écrit : p50 / p95 (ms)',
  'fil principal par touche (ms)',
  `glisser, idéal ${moves.count * moves.everyMs} (ms)`,
  'pire image (ms)',
];

// As texts: what runs in a page must not be changed by what runs this file.

/** Once for a page. */
const hearKeys = `if (!globalThis.keyTimes) {
  globalThis.keyTimes = [];
  addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => keyTimes.push(performance.now() - timeStamp);
    port2.postMessage(null);
  }), true);
}`;
const watchFrames = `globalThis.frameTimes = [];
let last = performance.now();
const step = (now) => {
  frameTimes.push(now - last);
  last = now;
  requestAnimationFrame(step);
};
requestAnimationFrame(step);`;

/** Prints the table. @returns the exit code */
export async function measureBrowser(): Promise<number> {
  const server = await startServerProcess();
  const browser = await launchBrowser();
  try {
    const rows: Cell[][] = [];
    for (const size of sizes) {
      const workshop = size === 52 ? demoWorkshop() : workshopOf(size);
      const answer = await fetch(`${server.url}/api/boards`, { method: 'POST', body: workshop });
      const { links } = (await answer.json()) as BoardCreated;
      rows.push([size, ...(await measureBoard(browser, server.url, links.facilitator))]);
    }
    console.log(table(heads, rows));
    return 0;
  } finally {
    await browser.close();
    await server.dispose();
  }
}

async function measureBoard(browser: Browser, origin: string, link: string): Promise<Cell[]> {
  const open = async (name: string) => {
    const { page } = await openVisitor(browser, origin, screen);
    await enter(page, link, { name });
    return page;
  };
  const ana = await open('Ana');
  await openTitle(ana, 0);
  const alone = await typeOn(ana);
  const ben = await open('Ben');
  await openTitle(ben, 4);
  const typing = new AbortController();
  const typed = (async () => {
    while (!typing.signal.aborted) await ben.keyboard.type('x', { delay: 100 });
  })();
  const beside = await typeOn(ana);
  typing.abort();
  await typed;
  await ben.context().close();
  await ana.keyboard.press('Escape');
  const drag = await carryOver(ana);
  await ana.context().close();
  return [spread(alone.ms), spread(beside.ms), alone.perKeyMs, drag.lastedMs, drag.worstMs];
}

/** The title of a card of the first column, the caret at its end. */
async function openTitle(page: Page, index: number): Promise<void> {
  await page.locator('[data-column]').first().locator('[data-open-action]').nth(index).click();
  const field = page.locator('.bound-text[data-voice="title"] textarea');
  await field.focus();
  await field.press('End');
}

/** From each key to the task after the frame that shows it, and the work of the page's thread. */
async function typeOn(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const workSeconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  await page.evaluate(hearKeys);
  const before = await workSeconds();
  await page.keyboard.type('abcdef'.repeat(keys.count / 6), { delay: keys.everyMs });
  const after = await workSeconds();
  const ms = await page.evaluate<number[]>('keyTimes.splice(0)');
  await session.detach();
  return { ms, perKeyMs: ((after - before) * 1_000) / keys.count };
}

/** The third card of the first column to the last column that is in sight, and back up. */
async function carryOver(page: Page) {
  const box = await page.locator('[data-card] article').nth(2).boundingBox();
  if (!box) throw new Error('no card to carry');
  await page.evaluate(watchFrames);
  const [x, y] = [box.x + box.width / 2, box.y + 14];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 8, y + 2);
  await page.locator('[data-held]').waitFor();
  await page.evaluate('frameTimes.splice(0)');
  const began = performance.now();
  for (let move = 1; move <= moves.count; move++) {
    await page.mouse.move(x + (1_500 * move) / moves.count, y);
    const early = began + move * moves.everyMs - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
  }
  const lastedMs = performance.now() - began;
  const frames = await page.evaluate<number[]>('frameTimes');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return { lastedMs, worstMs: Math.max(...frames) };
}

function spread(ms: readonly number[]): string {
  const sorted = ms.toSorted((a, b) => a - b);
  return [0.5, 0.95].map((share) => Math.round(percentile(sorted, share))).join(' / ');
}
