/** Language, theme and keys of this device, the same choices on every screen. */
import { SunMoon } from 'lucide-react';
import type { PageWords } from '../../shared/text/fr/page.ts';
import { usePreferences } from '../state/hooks.ts';
import { type Preferences, setPreference, THEMES } from '../state/preferences.ts';
import type { Language } from '../state/words.ts';
import { useWords } from '../state/words.ts';
import { Menu } from '../ui/menu.tsx';
import type { MenuSection } from '../ui/menu-items.ts';

export function PreferencesMenu() {
  const texts = useWords();
  const sections = preferenceSections(texts, usePreferences());
  return (
    <Menu variant="quiet" icon={<SunMoon />} sections={sections}>
      {texts.app.preferences}
    </Menu>
  );
}

/** For a menu that holds other things too. */
export const preferenceSections = (
  { app }: PageWords,
  { language, theme, keys }: Preferences,
): readonly MenuSection[] => [
  choice(
    'theme',
    app.theme,
    THEMES.map((id) => [id, app.themes[id]] as const),
    theme,
  ),
  choice('language', app.language, LANGUAGES, language),
  choice(
    'keys',
    app.keys,
    [
      [true, app.keysOn],
      [false, app.keysOff],
    ],
    keys,
  ),
];

function choice<Key extends keyof Preferences>(
  key: Key,
  label: string,
  values: readonly (readonly [Preferences[Key], string])[],
  now: Preferences[Key],
): MenuSection {
  const items = values.map(([value, words]) => ({
    id: `${key}-${value}`,
    label: words,
    selected: value === now,
    onSelect: () => setPreference({ [key]: value }),
  }));
  return { id: key, label, items };
}

/** Each in its own words: whoever looks for theirs cannot read the others. */
const LANGUAGES: readonly (readonly [Language, string])[] = [
  ['fr', 'Français'],
  ['en', 'English'],
];
