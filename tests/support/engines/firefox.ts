/** Firefox, over WebDriver BiDi. */
import { launch } from 'puppeteer-core';
import { type Engine, type EngineKind, size } from './engine.ts';

export const firefox: EngineKind = {
  name: 'Firefox',
  program: process.env.FIREFOX_PATH || undefined,
  open: async (executablePath): Promise<Engine> => {
    const browser = await launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      extraPrefsFirefox: { 'intl.accept_languages': 'fr-FR', 'ui.prefersReducedMotion': 1 },
    });
    const page = await browser.newPage();
    await page.setViewport(size);
    return {
      goto: async (url) => void (await page.goto(url)),
      evaluate: (expression) => page.evaluate(expression),
      moveTo: (x, y) => page.mouse.move(x, y),
      hold: () => page.mouse.down(),
      letGo: () => page.mouse.up(),
      type: (text) => page.keyboard.type(text),
      press: (key) => page.keyboard.press(key),
      close: () => browser.close(),
    };
  },
};
