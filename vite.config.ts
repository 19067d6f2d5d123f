import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { compress } from './server/build/compress.ts';
import { firstPage } from './server/build/first-page.ts';
import { offline } from './server/build/offline.ts';
import { slowestFiles } from './tests/support/slowest.ts';

/** Where `npm run dev` finds the server; the client alone runs on Vite's port. */
const devServer = 'http://127.0.0.1:3000';

/** The server, and the thread it starts for what is large: two files beside one another. */
const serverPrograms = { main: './server/main.ts', worker: './server/work/worker.ts' };

/** What of a library the page never uses, and would carry all the same. */
const leftOut = {
  'lib0/broadcastchannel': fileURLToPath(new URL('client/sync/no-broadcast.ts', import.meta.url)),
  'lib0/logging': fileURLToPath(new URL('client/sync/no-logging.ts', import.meta.url)),
};

export default defineConfig(({ command, isSsrBuild }) => ({
  root: 'client',
  resolve: { alias: isSsrBuild ? {} : leftOut },
  plugins: [react(), compress(), command === 'build' && !isSsrBuild && offline()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0, // the content policy allows no data: but images
    modulePreload: { polyfill: false },
    ...(isSsrBuild
      ? { rolldownOptions: { input: serverPrograms } }
      : {
          rolldownOptions: {
            output: { codeSplitting: { groups: [{ name: firstPage, debugName: 'first page' }] } },
          },
        }),
  },
  server: {
    proxy: {
      '/api': devServer,
      // A board's frames only: the client's own modules of `sync/` are asked for under the same path.
      '^/sync/[^./?]+(\\?.*)?$': { target: devServer, ws: true },
    },
  },
  test: {
    root: '.',
    reporters: [slowestFiles, 'default'],
    // One core less is the default, which on two cores leaves one of them idle.
    maxWorkers: '100%',
    // It ends what hangs. How fast something is is measured elsewhere: a busy machine is no fault.
    testTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'tests/unit/**/*.test.ts',
            'tests/contracts/**/*.test.ts',
            'tests/fuzz/**/*.test.ts',
          ],
          environment: 'node',
          // Nothing here keeps anything between files; loading all of it again for each took a third.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          include: ['tests/unit/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['tests/support/dom.ts'],
          // Starting jsdom and React again for each file took half of the time: dom.ts cleans instead.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          environment: 'node',
          // LibreOffice and 5,000 actions take ten seconds on a quiet machine.
          testTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 240_000,
          hookTimeout: 120_000,
          // After all others, and two at a time: browsers mostly wait, but for a core each.
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
        },
      },
    ],
  },
}));
