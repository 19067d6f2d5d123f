/** The browser of the tests: one of this machine, else of its package manager, else Playwright's. */
import { existsSync } from 'node:fs';
import { answers, findProgram, run, tool } from './processes.mjs';
import { say, stop } from './say.mjs';
import { installSystemPackages } from './system.mjs';

/** Chromium without windows: it shows the same pages, and takes a third less of a processor for it. */
const light = 'chromium-headless-shell';
const names = [
  light,
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const applications = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** @returns {Promise<string>} the path of a Chromium that runs; stops with a sentence without any */
export async function findChromium() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked)
    return runs(asked) ? asked : stop('CHROMIUM_PATH ne mène pas à un Chromium qui démarre.');

  // Whoever must type a password for it goes on with the one they have.
  if (process.getuid?.() === 0 && !findProgram(light)) installSystemPackages([light]);
  const chromium = onThisMachine() ?? fromTheSystem() ?? (await fromPlaywright());
  return (
    chromium ??
    stop('Les tests demandent Chromium. Installez-le, ou donnez son chemin dans CHROMIUM_PATH.')
  );
}

const onThisMachine = () =>
  [...names.map(findProgram), ...applications].find((path) => path !== undefined && runs(path));

const fromTheSystem = () => (installSystemPackages([light]) ? onThisMachine() : undefined);

async function fromPlaywright() {
  say('Téléchargement du Chromium de Playwright');
  if (run(tool('playwright-core'), ['install', 'chromium']) !== 0) return undefined;
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return runs(path) ? path : undefined;
}

/** Some systems have a `chromium` that only tells how to install it: it must really answer. */
const runs = (/** @type {string} */ path) => existsSync(path) && answers(path, ['--version']);
