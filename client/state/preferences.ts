/** What a person chose for this device: language, theme, keys. Kept, never sent. */
import * as v from 'valibot';
import { createStore } from 'zustand/vanilla';
import { deviceTexts } from '../browser/texts.ts';
import { readStored } from './stored.ts';
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

const DEFAULTS: Preferences = { language: 'fr', theme: 'auto', keys: true };
const preferencesSchema = v.object({
  language: v.fallback(v.picklist(['fr', 'en']), DEFAULTS.language),
  theme: v.fallback(v.picklist(THEMES), DEFAULTS.theme),
  keys: v.fallback(v.boolean(), DEFAULTS.keys),
});

export const preferencesStore = createStore<Preferences>(
  () => readStored(preferencesSchema, storageKey) ?? DEFAULTS,
);

/** Changes a preference, keeps it and shows it at once. */
export function setPreference(change: Partial<Preferences>): void {
  preferencesStore.setState(change);
  void showPreferences();
  deviceTexts.set(storageKey, JSON.stringify(preferencesStore.getState()));
}

/** Puts the page in the chosen theme at once, and in the chosen language once its words are here. */
export function showPreferences(): Promise<void> {
  const { language, theme } = preferencesStore.getState();
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  return speak(language);
}
