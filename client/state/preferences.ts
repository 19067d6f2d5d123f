/** What a person chose for this device: language and theme. Kept, never sent. */
import { createStore } from 'zustand/vanilla';

export type Language = 'fr' | 'en';
/** `auto` follows the system's wishes for dark and for contrast. */
export type Theme = 'auto' | 'clair' | 'sombre' | 'contraste';
export const THEMES: readonly Theme[] = ['auto', 'clair', 'sombre', 'contraste'];

export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
}

const storageKey = 'gommette.preferences';

export const preferencesStore = createStore<Preferences>(() => load());

/** Changes a preference, keeps it and shows it at once. */
export function setPreference(change: Partial<Preferences>): void {
  preferencesStore.setState(change);
  showPreferences();
  try {
    localStorage.setItem(storageKey, JSON.stringify(preferencesStore.getState()));
  } catch {
    // A forbidden store: the choice lasts as long as the page.
  }
}

/** Writes language and theme on the document, where styles and screen readers look. */
export function showPreferences(): void {
  const { language, theme } = preferencesStore.getState();
  document.documentElement.lang = language;
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

function load(): Preferences {
  let stored: unknown = null;
  try {
    stored = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
  } catch {
    // Damaged or forbidden: the defaults hold.
  }
  const { language, theme } = (stored ?? {}) as { language?: unknown; theme?: unknown };
  return {
    language: language === 'en' ? 'en' : 'fr',
    theme: THEMES.find((known) => known === theme) ?? 'auto',
  };
}
