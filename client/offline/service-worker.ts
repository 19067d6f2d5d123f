/**
 * The service worker: what lets a page that was opened once open again without network or server.
 * Each version of the page has a cache of its own, filled whole before it counts; the files of the
 * version before stay for the pages that are still open, which are never reloaded nor replaced.
 */
import { PrecacheController } from 'workbox-precaching';
import { answerPage, CACHE, isTakenBack, kindOf, outdated } from './answer.ts';

declare const self: ServiceWorkerGlobalScope & {
  /** Files of this version, written here by the build. */
  readonly __WB_MANIFEST: readonly { readonly url: string; readonly revision: string | null }[];
};

const files = [...self.__WB_MANIFEST];
/** The page names all other files by their digests, so that its own is that of the version. */
const version = files.find(({ url }) => url === 'index.html')?.revision ?? '';
const cacheName = CACHE + version;
const stored = new PrecacheController({ cacheName });
stored.addToCacheList(files);

self.addEventListener('install', (event) => {
  // Nothing waits for pages to close: they go on with the files they have, which stay.
  void self.skipWaiting();
  void stored.install(event);
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

async function takeOver(): Promise<void> {
  for (const name of outdated(await caches.keys(), cacheName)) await caches.delete(name);
  await self.registration.navigationPreload?.enable(); // the server is asked while this wakes up
  await self.clients.claim();
}

self.addEventListener('fetch', (event) => {
  const kind = kindOf(event.request, self.location.origin);
  if (kind === 'page') {
    event.respondWith(answerPage(preloadedOf(event), keptPage));
    event.waitUntil(leaveIfGone());
  }
  if (kind === 'file') event.respondWith(fileOf(event.request));
});

/** Since when the server is without this worker is noted here. */
const [NOTES, MISSED] = ['gommette-notes', '/missed-at'] as const;

/** A server that has no such worker any more is to be asked for everything again, from the next page on. */
async function leaveIfGone(): Promise<void> {
  const own = await fetch(self.location.href, { method: 'HEAD', cache: 'no-store' }).catch(
    () => undefined,
  );
  if (!own) return;
  const notes = await caches.open(NOTES);
  const missedAt = await notes.match(MISSED).then((note) => note?.text());
  if (!isTakenBack(own.status, missedAt === undefined ? undefined : Number(missedAt), Date.now())) {
    if (own.status !== 404) await notes.delete(MISSED);
    else if (missedAt === undefined) await notes.put(MISSED, new Response(String(Date.now())));
    return;
  }
  await caches.delete(NOTES);
  await self.registration.unregister();
  for (const name of await caches.keys()) if (name.startsWith(CACHE)) await caches.delete(name);
}

const preloadedOf = async (event: FetchEvent): Promise<Response> =>
  ((await event.preloadResponse) as Response | undefined) ?? fetch(event.request);

const keptPage = () => stored.matchPrecache('index.html');

const fileOf = async (request: Request): Promise<Response> =>
  (await caches.match(request.url, { ignoreVary: true })) ?? fetch(request);
