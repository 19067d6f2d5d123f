/**
 * The built client: its files as they are, compressed beforehand, and its page for the addresses
 * the page itself understands. Everything else is unknown: somebody who looks for a page gets the
 * page all the same, which says so and offers its ways in.
 */
import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import sirv, { type Options, type RequestHandler } from 'sirv';
import { PAGE_HEADER } from '../../shared/protocol/http.ts';

export type Serve = (incoming: IncomingMessage, outgoing: ServerResponse, path: string) => void;

/** Addresses of the page: home, what is said of the network and of accessibility, a workshop with whatever is shown of it. */
const pages = /^\/(?:(?:reseau|accessibilite)\/?|a\/[^/]+(?:\/.*)?)?$/;

/** @param directory of the build; while it is absent every address is an unknown one */
export function createStatic(directory: string): Serve {
  let files: RequestHandler | undefined;
  let page = '';
  let scannedAt = '';

  return (incoming, outgoing, path) => {
    rescan();
    if (pages.test(path)) incoming.url = '/index.html';
    outgoing.once('pipe', (file: Readable) => letGo(file, incoming, outgoing));
    const sayUnknown = () => send404(outgoing, (isLookedFor(incoming) && page) || barePage);
    if (files) files(incoming, outgoing, sayUnknown);
    else sayUnknown();
  };

  /**
   * A build made under a running server removes files that were listed: streaming one of them
   * would end the process. So the list is made again when the directory has changed.
   */
  function rescan(): void {
    const changedAt = ['index.html', 'assets', 'service-worker.js'].map((name) =>
      changeTime(join(directory, name)),
    );
    if (changedAt.join() === scannedAt) return;
    scannedAt = changedAt.join();
    files = changedAt[0] === undefined ? undefined : sirv(directory, options);
    page = changedAt[0] === undefined ? '' : readFileSync(join(directory, 'index.html'), 'utf8');
  }
}

/**
 * A file is read no longer than somebody takes it: one whose reader has left would stay open for
 * ever, and a file that cannot be read would end the process.
 */
function letGo(file: Readable, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const hasLeft = () => {
    if (incoming.socket.destroyed) file.destroy();
  };
  file.once('open', hasLeft); // meanwhile
  file.once('error', () => outgoing.destroy());
  outgoing.once('close', hasLeft);
  incoming.once('close', hasLeft); // an answer that waits behind others is not told
}

const options: Options = {
  brotli: true,
  gzip: true,
  etag: true,
  extensions: [],
  setHeaders(outgoing, path) {
    // The names of assets hold a digest of their content; the page names the assets.
    const forever = path.startsWith('/assets/');
    outgoing.setHeader(
      'cache-control',
      forever ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
  },
};

const changeTime = (path: string): number | undefined =>
  statSync(path, { throwIfNoEntry: false })?.mtimeMs;

/** By somebody who typed an address or followed a link; scripts and pictures are asked for otherwise. */
const isLookedFor = ({ headers }: IncomingMessage): boolean =>
  headers.accept?.includes('text/html') ?? false;

function send404(outgoing: ServerResponse, page: string): void {
  outgoing.writeHead(404, {
    ...(page !== barePage && { [PAGE_HEADER]: '1' }),
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(page),
    'cache-control': 'no-cache',
  });
  outgoing.end(page);
}

/** Where there is no build, or nobody looks: a few words and the way home. */
const barePage = `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Page introuvable – Gommette</title>
<main>
<h1>Cette page n’existe pas</h1>
<p>L’adresse est peut-être incomplète : reprenez le lien reçu, en entier.</p>
<p><a href="/">Aller à l’accueil</a></p>
</main>
</html>
`;
