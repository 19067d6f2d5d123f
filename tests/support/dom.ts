/**
 * What component tests need around jsdom: matchers, a new page and a new device after each test, and
 * the few browser functions jsdom lacks, each as small as what our components ask of it.
 */
import './own-modules.ts'; // before any module of ours listens
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import { deviceStore } from '../../client/state/device.ts';
import { preferencesStore } from '../../client/state/preferences.ts';
import { translationStore } from '../../client/state/words.ts';

// Parts are fetched when they are wanted: a busy machine takes its time.
configure({ asyncUtilTimeout: 30_000 });

/** Files share one window and one copy of each module: nothing of a test may reach the next. */
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const element of [document.documentElement, document.body])
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
  document.head.replaceChildren();
  document.body.replaceChildren();
  window.dispatchEvent(new Event('pointerdown')); // releases the guard of keys
  restart(deviceStore);
  restart(preferencesStore);
  restart(translationStore);
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
  // user-event's own, or what a test put there.
  Reflect.deleteProperty(navigator, 'clipboard');
});

const restart = <T>(store: StoreApi<T>) => store.setState(store.getInitialState(), true);

HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

Element.prototype.scrollIntoView = () => undefined;

/** Nothing matches: no dark scheme, no reduced motion, a fine pointer, a wide screen. */
window.matchMedia = (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });

/** Every box in jsdom is 0 × 0 and stays so: there is never a size to report. */
globalThis.ResizeObserver = class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};
