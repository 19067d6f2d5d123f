/**
 * Days and hours as people read them. A day is `YYYY-MM-DD` and has no time zone: read and written
 * as UTC, it cannot slip into the day before. A moment is in milliseconds since 1970, and is read
 * in the time zone of the device.
 */
import type { Language } from './words.ts';

type Style = Intl.DateTimeFormatOptions;

/** "30 juin 2026". */
export const longDay = (day: string, language: Language): string =>
  formatDay(day, language, { dateStyle: 'long' });

/** Short months: "30 sept. 2026". */
export const mediumDay = (day: string, language: Language): string =>
  formatDay(day, language, { dateStyle: 'medium' });

/** "juil. 2024": enough to order actions at a glance. */
export const monthOf = (day: string, language: Language): string =>
  MONTHS[language].format(midnightOf(day));

/** A moment as a clock on the wall shows it: "11:40". */
export const clockTime = (at: number, language: Language): string =>
  formatMoment(at, language, { hour: '2-digit', minute: '2-digit' });

/** The day of a moment: "30 juin 2026". */
export const longDate = (at: number, language: Language): string =>
  formatMoment(at, language, { dateStyle: 'long' });

/** The day and the hour of a moment: "30 juin 2026 à 11:40". */
export const longDateTime = (at: number, language: Language): string =>
  formatMoment(at, language, { dateStyle: 'long', timeStyle: 'short' });

const month: Style = { month: 'short', year: 'numeric', timeZone: 'UTC' };
// Kept: each card of a wall asks for one, and making a format takes longer than using it.
const MONTHS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  fr: new Intl.DateTimeFormat('fr', month),
  en: new Intl.DateTimeFormat('en-GB', month),
};

const midnightOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

const formatDay = (day: string, language: Language, style: Style): string =>
  new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' }).format(midnightOf(day));

const formatMoment = (at: number, language: Language, style: Style): string =>
  new Intl.DateTimeFormat(language, style).format(at);

/** This device's day, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
