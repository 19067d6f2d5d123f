/**
 * The launcher behind `npm start`, `npm test`, `npm run dev`, `npm run check`, `npm run build` and
 * `npm run admin`.
 * It needs Node and nothing else: it runs before anything is installed, so Node built-ins only.
 * What stays running is started by `exec` in package.json: a signal sent to npm then reaches us,
 * where a shell in between would die of it and leave the server behind.
 */

import { administer } from './run/admin.mjs';
import { build, buildIfStale } from './run/build.mjs';
import { checkFast, checkStatic, testEverything } from './run/checks.mjs';
import { findChromium } from './run/chromium.mjs';
import { findEngines } from './run/engines.mjs';
import { checkNode, installPackages } from './run/install.mjs';
import { findLibreOffice } from './run/libreoffice.mjs';
import { stop } from './run/say.mjs';
import { develop, serve } from './run/serve.mjs';

const commands = {
  async start() {
    await installPackages();
    buildIfStale();
    await serve();
  },
  async dev() {
    await installPackages();
    await develop();
  },
  async build() {
    await installPackages();
    build();
  },
  async check() {
    await installPackages();
    await checkStatic();
    checkFast();
  },
  async test() {
    await installPackages();
    const [chromium, office, engines] = [await findChromium(), findLibreOffice(), findEngines()];
    await checkStatic();
    buildIfStale();
    testEverything(chromium, office, engines);
  },
  /** @param {readonly string[]} line */
  async admin(line) {
    await installPackages();
    administer(line);
  },
};

const [asked = '', ...line] = process.argv.slice(2);
if (!Object.hasOwn(commands, asked)) {
  stop(`Commandes possibles : ${Object.keys(commands).join(', ')}.`, 2);
}
checkNode();
await commands[asked](line);
