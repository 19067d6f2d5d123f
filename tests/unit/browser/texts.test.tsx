/** Every way in which a browser may refuse to keep a text × what is done with one. */
import { afterEach, describe, expect, test } from 'vitest';
import { guard, type Texts } from '../../../client/browser/texts.ts';

const refuse = (name: string) => () => {
  throw new DOMException('no', name);
};
/** A store as a browser has it, of which one part may fail. */
function storage(failing: Partial<Storage> = {}): Storage {
  localStorage.clear();
  return new Proxy(localStorage, {
    get: (target, key) => {
      const own = Reflect.get(failing, key) ?? Reflect.get(target, key);
      return typeof own === 'function' ? own.bind(target) : own;
    },
    ownKeys: (target) => {
      if (failing.key) failing.key(0);
      return Reflect.ownKeys(target);
    },
  });
}
const REFUSALS: Readonly<Record<string, () => Storage>> = {
  'its mere name throws': refuse('SecurityError'),
  'it is absent': () => undefined as unknown as Storage,
  'nothing can be read': () => storage({ getItem: refuse('SecurityError') }),
  'nothing can be written': () => storage({ setItem: refuse('QuotaExceededError') }),
  'nothing can be listed': () => storage({ key: refuse('SecurityError') }),
  'nothing can be removed': () => storage({ removeItem: refuse('SecurityError') }),
  'nothing can be done': () =>
    storage({
      getItem: refuse('SecurityError'),
      setItem: refuse('SecurityError'),
      removeItem: refuse('SecurityError'),
      key: refuse('SecurityError'),
    }),
};
const isAskedBeforeClosing = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

afterEach(() => localStorage.clear());

describe.each(Object.entries(REFUSALS))('texts where %s', (why, make) => {
  const opened = (): Texts => {
    const one = why.startsWith('nothing') ? make() : undefined;
    return guard(() => one ?? make());
  };
  test('[AW7] what was written is there for the page, unless the browser lets nothing be read', () => {
    const texts = opened();
    const isTaken = texts.set('a', 'texte');
    expect(texts.get('a')).toBe(isTaken && why === 'nothing can be read' ? null : 'texte');
    texts.remove('a');
    if (why !== 'nothing can be removed') expect(texts.get('a')).toBeNull();
  });

  test('[AW7] listing gives what the page itself has, and never throws', () => {
    const texts = opened();
    const isTaken = texts.set('a', 'texte');
    if (!isTaken) expect(texts.names()).toContain('a');
    else expect(texts.names()).toBeInstanceOf(Array);
    texts.remove('a');
  });

  test('[AW7] closing asks exactly while somebody’s work is nowhere else', () => {
    const texts = opened();
    const isTaken = texts.set('a', 'texte', true);
    expect(isAskedBeforeClosing()).toBe(!isTaken);
    texts.remove('a');
    expect(isAskedBeforeClosing()).toBe(false);
  });
});

test('[AW7] what a browser takes again leaves the page’s own memory', () => {
  const failing: Partial<Storage> = { setItem: refuse('QuotaExceededError') };
  const texts = guard(() => storage(failing));
  expect([texts.set('a', 'un', true), isAskedBeforeClosing()]).toEqual([false, true]);
  delete failing.setItem;
  expect([texts.set('a', 'deux', true), isAskedBeforeClosing()]).toEqual([true, false]);
  expect(localStorage.getItem('a')).toBe('deux');
});

test('[AW7] whether anything is taken is tried, and leaves nothing behind', () => {
  expect(guard(() => localStorage).isTaking()).toBe(true);
  expect(localStorage.length).toBe(0);
  expect(guard(refuse('SecurityError')).isTaking()).toBe(false);
});
