/** Closing a page asks where it alone holds something. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createJournal } from '../../../client/sync/journal.ts';
import { askBeforeClosing } from '../../../client/sync/kept/closing.ts';

const BROWSER = ['window', 'addEventListener', 'removeEventListener'];
let page: EventTarget;
beforeEach(() => {
  page = new EventTarget();
  Object.assign(globalThis, {
    window: page,
    addEventListener: page.addEventListener.bind(page),
    removeEventListener: page.removeEventListener.bind(page),
  });
});
afterEach(() => {
  for (const name of BROWSER) Reflect.deleteProperty(globalThis, name);
});

const isAsked = () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }));

test.each([
  ['the title of the workshop', ['board', 'title']],
  ['a comment', ['comments', 'c1']],
  ['a field of an action', ['actions', 'a1', 'means']],
])('[KW8] while %s waits and no copy takes it', (_what, path) => {
  const journal = createJournal(7, () => {});
  let isCopied = false;
  const stop = askBeforeClosing(() => ({ journal, isCopied: () => isCopied }), {
    isLasting: () => true,
  });
  expect(isAsked()).toBe(false);
  journal.touch([{ path }], 1);
  expect(isAsked()).toBe(true);
  isCopied = true;
  expect(isAsked()).toBe(false);
  isCopied = false;
  journal.saved(1);
  expect(isAsked()).toBe(false);
  stop();
});

test('[KW8] while something is kept by this page alone', () => {
  const journal = createJournal(7, () => {});
  let isLasting = false;
  const stop = askBeforeClosing(() => ({ journal, isCopied: () => true }), {
    isLasting: () => isLasting,
  });
  expect(isAsked()).toBe(true);
  isLasting = true;
  expect(isAsked()).toBe(false);
  isLasting = false;
  stop();
  expect(isAsked()).toBe(false);
});
