/** WebKitGTK's own small browser, over WebDriver, on a screen that nobody sees. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { Builder, Key, Origin, type WebDriver } from 'selenium-webdriver';
import { type Engine, type EngineKind, size } from './engine.ts';

const KEYS = { Enter: Key.ENTER, Escape: Key.ESCAPE, End: Key.END } as const;

export const webkit: EngineKind = {
  name: 'WebKit',
  program: process.env.WEBKIT_DRIVER_PATH || undefined,
  open: async (program): Promise<Engine> => {
    const [screen, display] = await openScreen();
    const port = await freePort();
    const driver = spawn(program, [`--port=${port}`, '--host=127.0.0.1'], {
      // Its sandbox asks for rights that root of a container has not.
      env: { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
      stdio: 'ignore',
    });
    const end = async () => {
      await ended(driver);
      await ended(screen);
    };
    try {
      const page = await openPage(`http://127.0.0.1:${port}`);
      return engineOf(page, async () => {
        await page.quit().catch(() => undefined); // gone already
        await end();
      });
    } catch (error) {
      await end();
      throw error;
    }
  },
};

function engineOf(page: WebDriver, close: () => Promise<void>): Engine {
  const mouse = () => page.actions({ async: true });
  return {
    goto: (url) => page.get(url),
    evaluate: (expression) => page.executeScript(`return ${expression}`),
    moveTo: (x, y) =>
      mouse()
        .move({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 20 })
        .perform(),
    hold: () => mouse().press().perform(),
    letGo: () => mouse().release().perform(),
    type: (text) => mouse().sendKeys(text).perform(),
    press: (key) => mouse().sendKeys(KEYS[key]).perform(),
    close,
  };
}

async function openPage(server: string): Promise<WebDriver> {
  const asked = {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': {
      args: ['--automation', `--geometry=${size.width}x${size.height}`],
    },
  };
  const attempts = 50;
  for (let attempt = 1; ; attempt++) {
    try {
      return await new Builder().usingServer(server).withCapabilities(asked).build();
    } catch (error) {
      // The driver takes a moment before it listens.
      if (attempt === attempts || !/ECONNREFUSED/.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** @returns the process of a screen in memory, and how programs name it */
async function openScreen(): Promise<[ChildProcess, display: string]> {
  const { width, height } = size;
  const screen = spawn(
    'Xvfb',
    ['-displayfd', '1', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const [number] = await once(createInterface({ input: screen.stdout }), 'line');
  return [screen, `:${number}`];
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
