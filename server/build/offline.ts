/**
 * What makes the built page open without a network, and able to be installed: the service worker with
 * the list of its files, and the manifest.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { VitePWAOptions } from 'vite-plugin-pwa';
import { drawIcon } from './icons.ts';

const manifest: VitePWAOptions['manifest'] = {
  id: '/',
  name: 'Gommette, le tableau d’atelier',
  short_name: 'Gommette',
  description: 'Le tableau des ateliers qui se jouent à plusieurs.',
  lang: 'fr',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#f3f0ea',
  theme_color: '#f3f0ea',
  icons: [
    { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icon-mask-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
};

/** The worker is ours, `client/offline/service-worker.ts`; the page registers it itself, late. */
export async function offline(): Promise<Plugin[]> {
  // Loaded with the page that people get alone: tests do not wait for its packages.
  const { VitePWA } = await import('vite-plugin-pwa');
  return [
    digestedNames(),
    icons(),
    ...VitePWA({
      strategies: 'injectManifest',
      srcDir: 'offline',
      filename: 'service-worker.ts',
      injectRegister: false,
      manifest,
      includeManifestIcons: false, // the system asks for them, the page never does
      injectManifest: {
        globPatterns: ['index.html', '*.{js,css}', 'assets/*.{js,css,woff2}'],
        // A file with a digest in its name is what it is; the digest of the others stands behind it.
        dontCacheBustURLsMatching: /^assets\//,
        manifestTransforms: [(entries) => ({ manifest: entries.map(withDigest), warnings: [] })],
        minify: true,
      },
    }),
  ];
}

/** Their margins: nothing of a plain icon is cut away, and of the other one up to a fifth. */
const icons = (): Plugin => ({
  name: 'gommette-icons',
  apply: 'build',
  generateBundle() {
    for (const [name, size, margin] of [
      ['icon-192.png', 192, 0.08],
      ['icon-512.png', 512, 0.08],
      ['icon-mask-512.png', 512, 0.22],
    ] as const)
      this.emitFile({ type: 'asset', fileName: name, source: drawIcon(size, margin) });
  },
});

const withDigest = <Entry extends { url: string; revision: string | null }>(entry: Entry): Entry =>
  entry.revision === null || entry.url === 'index.html'
    ? entry
    : { ...entry, url: `${entry.url}?${entry.revision}`, revision: null };

/** Files that the page names and that are copied as they are: their digest is put behind their name. */
const copied = ['layers.css', 'first-sight.js'];

function digestedNames(): Plugin {
  let directory = '';
  const digest = (name: string) =>
    createHash('md5')
      .update(readFileSync(join(directory, name)))
      .digest('hex');
  return {
    name: 'gommette-digested-names',
    apply: 'build',
    configResolved: ({ publicDir }) => {
      directory = publicDir;
    },
    transformIndexHtml: (html) =>
      copied.reduce((page, name) => page.replace(`"/${name}"`, `"/${name}?${digest(name)}"`), html),
  };
}
