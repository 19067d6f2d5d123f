/**
 * What component tests need around jsdom: matchers, a clean page after each test, and the few
 * browser functions jsdom lacks, each as small as what our components ask of it.
 */
import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

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
