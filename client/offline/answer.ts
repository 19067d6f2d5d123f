/**
 * What the service worker answers by itself, apart from the browser's own objects. The server decides
 * which version of the page somebody gets whenever it can be reached; what this device has stands in
 * only when it cannot. Everything else (the API, frames, exports) is left to the network.
 */

/** How long the page is waited for before the one of this device opens, milliseconds. */
const patienceMs = 3_000;

/** Addresses that are never answered from this device. */
const ofServer = /^\/(?:api|sync)(?:\/|$)/;

/** `page`: an address somebody opens; `file`: one of a version's files; `network`: none of ours. */
export function kindOf(
  { method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>,
  origin: string,
): 'page' | 'file' | 'network' {
  const asked = new URL(url);
  if (method !== 'GET' || asked.origin !== origin || ofServer.test(asked.pathname))
    return 'network';
  if (mode === 'navigate') return 'page';
  // A file names its content, by a digest in its name or after it: of whichever version, it is right.
  return asked.pathname.startsWith('/assets/') || asked.search !== '' ? 'file' : 'network';
}

/**
 * The page as the server gives it, at whatever address; the one of this device when the server is out
 * of reach, too slow, or a proxy says in its place that it has failed (5xx) or has nothing (404): our
 * own pages are marked.
 * @param asked the server's answer, on its way
 * @param kept the page of this device; undefined when it has gone
 */
export async function answerPage(
  asked: Promise<Response>,
  kept: () => Promise<Response | undefined>,
  waitMs = patienceMs,
): Promise<Response> {
  const answer = await Promise.race([asked.catch(() => null), afterMs(waitMs)]);
  if (answer && !isProxys(answer)) return answer;
  return (await kept()) ?? asked;
}

/** As `PAGE_HEADER` of `shared/protocol/http.ts`, which the worker's own build does not reach. */
export const pageHeader = 'gommette-page';

const isProxys = ({ status, headers }: Response): boolean =>
  status >= 500 || (status === 404 && !headers.has(pageHeader));

const afterMs = (ms: number): Promise<null> =>
  new Promise((resolve) => setTimeout(() => resolve(null), ms));

/** Versions whose files stay: the newest, and two before it for pages that are still open. */
const keptVersions = 3;

/** @param names of this device's caches in the order they were made @returns those to delete */
export function outdated(names: readonly string[], own: string): readonly string[] {
  const others = names.filter((name) => name.startsWith(CACHE) && name !== own);
  return others.slice(0, Math.max(0, others.length - (keptVersions - 1)));
}

/**
 * Whether the server has taken its worker back: it says so (410), or has had none for a day. For a
 * moment a proxy without its server, or a server being installed, has none either.
 * @param missedAt since when it is missed, milliseconds since 1970; undefined when it was not yet
 */
export const isTakenBack = (status: number, missedAt: number | undefined, now: number): boolean =>
  status === 410 || (status === 404 && missedAt !== undefined && now - missedAt >= dayMs);
const dayMs = 86_400_000;

/** Before the digest of a version. */
export const CACHE = 'gommette-page-';
