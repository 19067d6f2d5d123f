/** What a person chose for this device: language, theme, keys. Kept, never sent. */
import { createStore } from 'zustand/vanilla';
import { type Language, speak } from './words.ts';

/** `auto` follows the system's wishes for dark and for contrast. */
export type Theme = 'auto' | 'clair' | 'sombre' | 'contraste';
export const THEMES: readonly Theme[] = ['auto', 'clair', 'sombre', 'contraste'];

export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  /** Whether keys of one character act (WCAG 2.1.4). */
  readonly keys: boolean;
}

const storageKey = 'gommette.preferences';

export const preferencesStore = createStore<Preferences>(() => load());

/** Changes a preference, keeps it and shows it at once. */
export function setPreference(change: Partial<Preferences>): void {
  preferencesStore.setState(change);
  void showPreferences();
  try {
    localStorage.setItem(storageKey, JSON.stringify(preferencesStore.getState()));
  } catch {
    // A forbidden store: the choice lasts as long as the page.
  }
}

/** Puts the page in the chosen theme at once, and in the chosen language once its words are here. */
export function showPreferences(): Promise<void> {
  const { language, theme } = preferencesStore.getState();
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  return speak(language);
}

function load(): Preferences {
  let stored: unknown = null;
  try {
    stored = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
  } catch {
    // Damaged or forbidden: the defaults hold.
  }
  const { language, theme, keys } = (stored ?? {}) as Readonly<Record<string, unknown>>;
  return {
    language: language === 'en' ? 'en' : 'fr',
    theme: THEMES.find((known) => known === theme) ?? 'auto',
    keys: keys !== false,
  };
}
