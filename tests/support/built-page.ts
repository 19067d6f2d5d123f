/** Builds a page out of a module of the tests and serves it to a browser without any server. */
import react from '@vitejs/plugin-react';
import type { BrowserContext } from 'playwright-core';
import { build } from 'vite';

export interface BuiltPage {
  /** Answers every request of a context to `origin` from memory. */
  readonly serveIn: (context: BrowserContext) => Promise<void>;
  readonly origin: string;
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
  html: 'text/html; charset=utf-8',
};

/** @param entry path of the page's first module */
export async function buildPage(entry: string): Promise<BuiltPage> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { write: false, assetsInlineLimit: 0, rolldownOptions: { input: entry } },
  });
  if (!('output' in built)) throw new Error('the build gave no single output');
  const files = new Map<string, string | Buffer>();
  const heads: string[] = [];
  for (const file of built.output) {
    const content = file.type === 'chunk' ? file.code : file.source;
    files.set(`/${file.fileName}`, typeof content === 'string' ? content : Buffer.from(content));
    if (file.type === 'chunk' && file.isEntry)
      heads.push(`<script type="module" src="/${file.fileName}"></script>`);
    if (file.fileName.endsWith('.css'))
      heads.push(`<link rel="stylesheet" href="/${file.fileName}">`);
  }
  files.set(
    '/',
    `<!doctype html><html lang="fr"><title>Essai</title>${heads.join('')}<body></body>`,
  );
  const origin = 'http://gommette.test';
  return {
    origin,
    serveIn: async (context) => {
      await context.route(`${origin}/**`, (route) => {
        const { pathname } = new URL(route.request().url());
        const body = files.get(pathname);
        if (body === undefined) return route.fulfill({ status: 404 });
        const contentType = TYPES[/[^./]*$/.exec(pathname)?.[0] ?? ''] ?? TYPES.html ?? '';
        return route.fulfill({ body, contentType });
      });
    },
  };
}
