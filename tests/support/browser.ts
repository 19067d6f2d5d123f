/**
 * People in a real browser, each in a context of their own: no shared storage. A page that writes
 * an error to its console, or asks another host for anything, fails the test that opened it.
 */
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium-headless-shell',
    args: flags,
  });

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of the page and requests to other hosts so far; expected to stay empty. */
  readonly complaints: readonly string[];
}

export interface VisitorOptions {
  readonly width?: number;
  readonly height?: number;
  readonly touch?: boolean;
  /** The page may keep itself for the day without a network: elsewhere each opening is of the server. */
  readonly keepsPage?: boolean;
  /** The server may no longer have a file that the page wants, which the browser then tells. */
  readonly missesFiles?: boolean;
  /** What a browser that was killed had kept: it is opened again with that. */
  readonly kept?: NonNullable<BrowserContextOptions['storageState']>;
}

/** Opens a page for one person. Everything outside `origin` is refused and noted. */
export async function openVisitor(
  browser: Browser,
  origin: string,
  {
    width = 1440,
    height = 900,
    touch = false,
    keepsPage = false,
    missesFiles = false,
    kept,
  }: VisitorOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    hasTouch: touch,
    // What is looked at or measured is never in the middle of a movement.
    reducedMotion: 'reduce',
    baseURL: origin,
    acceptDownloads: true,
    serviceWorkers: keepsPage ? 'allow' : 'block',
    ...(kept && { storageState: kept }),
  });
  const complaints: string[] = [];
  await context.route(
    (url) => url.origin !== origin && url.protocol.startsWith('http'),
    (route) => {
      complaints.push(`request to another host: ${route.request().url()}`);
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.setDefaultTimeout(30_000); // below the test's own limit, so that a failure says what it waited for
  page.on('pageerror', (error) => complaints.push(`error in the page: ${error.message}`));
  page.on('console', (message) => {
    const isExpected =
      missesFiles && / status of 404 |^Refused to apply style/.test(message.text());
    if (message.type() === 'error' && !isExpected && !isNetworkNoise(message.text()))
      complaints.push(`console: ${message.text()}`);
  });
  return { context, page, complaints };
}

/** The browser itself reports each failed connection while a server is down or a network is cut. */
const isNetworkNoise = (text: string): boolean =>
  /WebSocket connection to|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_(REFUSED|RESET)/.test(text);
