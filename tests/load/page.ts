/**
 * The first sight of a workshop on a slow machine and a slow line, in a real browser with nothing in
 * its cache: when something is painted, when the board of the demonstration is there, what it weighed.
 */
import type { CDPSession, Page } from 'playwright-core';
import type { BoardCreated } from '../../shared/protocol/http.ts';
import { launchBrowser, openVisitor } from '../support/browser.ts';
import { startServerProcess } from '../support/server-process.ts';
import { demonstration } from '../support/stage.ts';
import { median } from './statistics.ts';

/** A machine four times slower, 1 Mbit/s, 300 ms from one end to the other and back. */
const slow = { cpu: 4, bytesPerSecond: 125_000, latencyMs: 300 } as const;
const targets = { paintMs: 2_000, boardMs: 6_000, kilobytes: 200 } as const;

interface Sight {
  readonly paintMs: number;
  readonly boardMs: number;
  readonly kilobytes: number;
}

/** Prints the middle of some runs beside the targets. @returns the exit code: 1 when one is missed */
export async function measurePage(times: number): Promise<number> {
  const server = await startServerProcess();
  const browser = await launchBrowser();
  try {
    const answer = await fetch(`${server.url}/api/boards`, { method: 'POST', body: demonstration });
    const { links } = (await answer.json()) as BoardCreated;
    const sights: Sight[] = [];
    for (let run = 0; run < times; run++) {
      const { context, page } = await openVisitor(browser, server.url);
      sights.push(await seeOnce(page, await context.newCDPSession(page), links.observer));
      await context.close();
    }
    let missed = 0;
    for (const [figure, target] of Object.entries(targets)) {
      const values = sights.map((sight) => sight[figure as keyof Sight]);
      const middle = Math.round(median(values) ?? Number.NaN);
      if (middle > target) missed += 1;
      const each = values.map(Math.round).join(', ');
      console.log(`${figure} ≤ ${target} : ${middle} (${each})${middle > target ? ' manqué' : ''}`);
    }
    return Math.min(missed, 1);
  } finally {
    await browser.close();
    await server.dispose();
  }
}

async function seeOnce(page: Page, session: CDPSession, link: string): Promise<Sight> {
  let bytes = 0;
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slow.latencyMs,
    downloadThroughput: slow.bytesPerSecond,
    uploadThroughput: slow.bytesPerSecond,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu });
  await page.goto(link, { waitUntil: 'commit' });
  await page.locator('[data-card]').nth(51).waitFor({ timeout: 60_000 });
  // The page's own clock, which begins when the address is asked for.
  const [paintMs = Number.NaN, boardMs] = await page.evaluate(() => [
    performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    performance.now(),
  ]);
  return { paintMs, boardMs: boardMs ?? Number.NaN, kilobytes: bytes / 1_000 };
}
