/**
 * Keys of one character. A feature says which it answers to while it is on the page; one listener
 * runs them, and `?` lists them. They can be switched off on this device (SPEC KY3). Like all keys of
 * the page they come past `key-guard.ts` first.
 */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import './key-guard.ts';
import { preferencesStore } from './preferences.ts';
import { isComposed } from './typed-keys.ts';

export interface Key {
  /** One character as it is typed: a small letter, a sign. */
  readonly key: string;
  /** What it does, as listed: « Étape suivante ». */
  readonly label: string;
  readonly run: () => void;
}
export interface KeyGroup {
  readonly label: string;
  readonly keys: readonly Key[];
}

/** Read when a key is pressed, so that what runs is never older than what is on the page. */
type KeySource = () => KeyGroup;
const sources = createStore<readonly KeySource[]>(() => []);

/** What can be pressed now, in the order in which features came to the page. */
export const useKeyGroups = (): readonly KeyGroup[] => groupsOf(useStore(sources));

/** Those of one label stand together, whoever said them. */
function groupsOf(read: readonly KeySource[]): readonly KeyGroup[] {
  const groups = new Map<string, readonly Key[]>();
  for (const { label, keys } of read.map((source) => source()))
    if (keys.length > 0) groups.set(label, [...(groups.get(label) ?? []), ...keys]);
  return [...groups].map(([label, keys]) => ({ label, keys }));
}

/** Answers to these keys for as long as the component is on the page. */
export function useKeys(label: string, keys: readonly Key[]): void {
  const latest = useRef<KeyGroup>({ label, keys });
  useEffect(() => {
    latest.current = { label, keys };
  });
  useEffect(() => {
    const source = () => latest.current;
    sources.setState([...sources.getState(), source], true);
    return () =>
      sources.setState(
        sources.getState().filter((other) => other !== source),
        true,
      );
  }, []);
}

/** Listens for the whole page; to be used once. */
export function useKeyListener(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = keyOf(event);
      if (key === undefined || !preferencesStore.getState().keys) return;
      const found = groupsOf(sources.getState())
        .flatMap(({ keys }) => keys)
        .find((each) => each.key === key);
      if (!found) return;
      event.preventDefault();
      found.run();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

/** The character meant as a command; undefined where it writes, chooses, or goes to a window. */
function keyOf(event: KeyboardEvent): string | undefined {
  const { key, shiftKey, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || isComposed(event)) return undefined;
  // One kept pressed would run through the whole workshop.
  if (event.repeat || event.defaultPrevented || [...key].length !== 1) return undefined;
  if (target instanceof Element && target.matches(WRITES)) return undefined;
  if (document.querySelector('dialog[open], [role="menu"]')) return undefined;
  const isLetter = key.toLowerCase() !== key.toUpperCase();
  if (isLetter && shiftKey) return undefined;
  return key.toLowerCase(); // capitals may be locked
}

const WRITES =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable], [role="tab"]';
