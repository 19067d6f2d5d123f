/**
 * Component tests share one window and our modules, since starting them again took half of the time.
 * What our modules remember and what they listen to ends with each file: texts that one file held in
 * memory made the page of the next ask before it closed, its guard of keys held back keys, and a board
 * that stayed open compared what the next one kept with its own, and dropped it.
 *
 * Only on the window: the document also has the listeners of packages, which stay loaded.
 */
import { afterAll, vi } from 'vitest';

const file = new AbortController();
const listen = window.addEventListener;

window.addEventListener = (
  type: string,
  listener: EventListenerOrEventListenerObject,
  options?: AddEventListenerOptions | boolean,
) => {
  const own = typeof options === 'object' ? options : { capture: options === true };
  const signal = own.signal ? AbortSignal.any([own.signal, file.signal]) : file.signal;
  listen(type, listener, { ...own, signal });
};

/** Tabs of one browser: whoever is left of a former file is none of them. */
const Channel = globalThis.BroadcastChannel;
globalThis.BroadcastChannel = class extends Channel {
  constructor(name: string) {
    super(name);
    file.signal.addEventListener('abort', () => this.close());
  }
  override postMessage(message: unknown): void {
    if (!file.signal.aborted) super.postMessage(message);
  }
};

afterAll(async () => {
  await vi.dynamicImportSettled(); // a part still being fetched would listen among the next file's
  file.abort();
  window.addEventListener = listen;
  globalThis.BroadcastChannel = Channel;
  vi.resetModules();
});
