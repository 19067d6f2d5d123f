/** The page and the server as plain files in `dist/`, made again only when their sources differ. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, tool } from './processes.mjs';
import { say, stop } from './say.mjs';
import { digest, hasStamp, writeStamp } from './stamp.mjs';

const stampPath = 'dist/.gommette-build';
const sources = [
  'client',
  'server',
  'shared',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];
const results = ['dist/client/index.html', 'dist/server/main.js', 'dist/server/worker.js'];

export function buildIfStale() {
  const stamp = sourceStamp();
  const whole = results.every((path) => existsSync(join(root, path)));
  if (!whole || !hasStamp(stampPath, stamp)) build();
}

export function build() {
  say('Construction de la page et du serveur');
  // Taken before: a file changed during the build makes the next start build again.
  const stamp = sourceStamp();
  rmSync(join(root, stampPath), { force: true });
  const page = run(tool('vite'), ['build', '--logLevel', 'warn']);
  if (page !== 0) stop('La construction de la page a échoué : la raison est au-dessus.', page);
  // Its programs are named in vite.config.ts. The path is relative to Vite's root, `client`.
  const target = ['--ssr', '--outDir', '../dist/server'];
  const server = run(tool('vite'), ['build', ...target, '--logLevel', 'warn']);
  if (server !== 0) stop('La construction du serveur a échoué : la raison est au-dessus.', server);
  writeStamp(stampPath, stamp);
}

const sourceStamp = () => digest(sources, [process.version]);
