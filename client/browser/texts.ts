/**
 * Texts kept by key in this browser, for the device or for the tab. A browser may forbid them, refuse
 * one, be full, or throw at the mere name: what is not taken then lives as long as the page, and
 * nobody who reads or writes here sees a difference but the answer of `set`.
 */
export interface Texts {
  readonly get: (key: string) => string | null;
  /** All keys, those of this page alone included. */
  readonly names: () => readonly string[];
  /**
   * @param isWork somebody wrote it: closing the page asks first while it is nowhere else
   * @returns false when the browser did not take it: the page remembers it
   */
  readonly set: (key: string, text: string, isWork?: boolean) => boolean;
  /** As one that the browser did not take: work that is too long for it. */
  readonly setHere: (key: string, text: string) => void;
  readonly remove: (key: string) => void;
  /** Whether the browser takes anything now. */
  readonly isTaking: () => boolean;
}

/** @param storage called each time: its mere name may throw */
export function guard(storage: () => Storage): Texts {
  /** What the browser did not take. */
  const here = new Map<string, string>();
  /** Keys of those that somebody wrote. */
  const works = new Set<string>();
  const attempt = <Value>(act: (store: Storage) => Value): Value | undefined => {
    try {
      return act(storage());
    } catch {
      return undefined;
    }
  };
  const take = (key: string, text: string): boolean =>
    attempt((store) => {
      store.setItem(key, text);
      return true;
    }) ?? false;
  const keepHere = (key: string, text: string | undefined, isWork: boolean) => {
    if (text === undefined) here.delete(key);
    else here.set(key, text);
    const wasAsking = works.size > 0;
    if (isWork && text !== undefined) works.add(key);
    else works.delete(key);
    if (!wasAsking && works.size > 0) addEventListener('beforeunload', ask);
    if (wasAsking && works.size === 0) removeEventListener('beforeunload', ask);
  };
  const ask = (event: Event): void => event.preventDefault();
  return {
    get: (key) => here.get(key) ?? attempt((store) => store.getItem(key)) ?? null,
    names: () => [...new Set([...here.keys(), ...(attempt((store) => Object.keys(store)) ?? [])])],
    set: (key, text, isWork = false) => {
      const isTaken = take(key, text);
      keepHere(key, isTaken ? undefined : text, isWork);
      return isTaken;
    },
    setHere: (key, text) => keepHere(key, text, true),
    remove: (key) => {
      keepHere(key, undefined, false);
      attempt((store) => store.removeItem(key));
    },
    isTaking: () => {
      const isTaken = take(PROBE, '1');
      attempt((store) => store.removeItem(PROBE));
      return isTaken;
    },
  };
}
const PROBE = 'gommette.probe';

/** For all tabs of this browser, until they are removed. */
export const deviceTexts = guard(() => localStorage);
/** For this tab, until it is closed. */
export const tabTexts = guard(() => sessionStorage);
