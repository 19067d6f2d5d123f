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
  {
    id: 'theme',
    label: app.theme,
    items: THEMES.map((id) => ({
      id: `theme-${id}`,
      label: app.themes[id],
      selected: id === theme,
      onSelect: () => setPreference({ theme: id }),
    })),
  },
  {
    id: 'language',
    label: app.language,
    items: LANGUAGES.map(([id, label]) => ({
      id: `language-${id}`,
      label,
      selected: id === language,
      onSelect: () => setPreference({ language: id }),
    })),
  },
  {
    id: 'keys',
    label: app.keys,
    items: [true, false].map((on) => ({
      id: `keys-${on}`,
      label: on ? app.keysOn : app.keysOff,
      selected: on === keys,
      onSelect: () => setPreference({ keys: on }),
    })),
  },
];

/** Each in its own words: whoever looks for theirs cannot read the others. */
const LANGUAGES: readonly (readonly [Language, string])[] = [
  ['fr', 'Français'],
  ['en', 'English'],
];
