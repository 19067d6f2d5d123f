/** "juil. 2024" of a day `YYYY-MM-DD`: enough to order actions at a glance. */
import type { Language } from '../../state/words.ts';

const FORMATS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  // A day has no time zone: read and written as UTC, it cannot slip into the day before.
  fr: new Intl.DateTimeFormat('fr', { month: 'short', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }),
};

export const monthOf = (day: string, language: Language): string =>
  FORMATS[language].format(new Date(`${day}T00:00:00Z`));
