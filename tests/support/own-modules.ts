/**
 * Component tests share one window and our modules, since starting them again took half of the time.
 * What our modules remember and what they listen to ends with each file: texts that one file held in
 * memory made the page of the next ask before it closed, and its guard of keys held back keys.
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

afterAll(async () => {
  await vi.dynamicImportSettled(); // a part still being fetched would listen among the next file's
  file.abort();
  window.addEventListener = listen;
  vi.resetModules();
});
