/**
 * A page that has its board goes on to fetch its other parts, then has the browser keep all of it for
 * the day when there is no network. Nothing of this happens before: what somebody waits for is first.
 */
import { fetchParts, inBrowser } from './idle.ts';
import { lateParts } from './late.ts';

/** How long a board has been there before its page fetches more, milliseconds. */
const settledMs = 3_000;

let isBegun = false;

/** Begins it, once for the page however often it is called. */
export function keepWhole(): void {
  if (isBegun) return;
  isBegun = true;
  setTimeout(
    () => void fetchParts({ parts: lateParts, ...inBrowser }).then(keepForLater),
    settledMs,
  );
}

/** Absent over plain HTTP and in some private windows, which then open only with a network. */
function keepForLater(): void {
  if (!('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/service-worker.js').catch(() => {
    // Refused or cut: the next opening asks again.
  });
}
