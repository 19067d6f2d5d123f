/**
 * Texts as a document shows them: French spaces that do not break, dates and numbers in words, and
 * nothing that an XML or HTML reader, or the next line, could suffer from.
 */
import { isBlank } from '../../board/text.ts';
import { safeText } from '../../table/safe-text.ts';
import type { Language } from '../input.ts';

/** The lines of a text that say something, each typeset. */
export const linesOf = (text: string | undefined, language: Language): readonly string[] =>
  safeText(text ?? '')
    .replace(/ {2,}/g, ' ')
    .split('\n')
    .filter((line) => !isBlank(line))
    .map((line) => spaced(line.trim(), language));

/** A text on one line; empty when it says nothing. */
export const lineOf = (text: string | undefined, language: Language): string =>
  linesOf(text, language).join(' ');

/** In French, signs made of two parts never begin a line, nor does what counts leave its number. */
const spaced = (line: string, language: Language): string =>
  language === 'fr'
    ? line
        .replace(/ (?=[;:!?»%€])/g, '\u00A0')
        .replace(/« /g, '«\u00A0')
        .replace(/(?<=€) (?=HT|TTC)/g, '\u00A0')
        .replace(/(?<=\d) (?=\d{3}(?!\d))/g, '\u202F')
    : line;

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };
const numberFormats = perLanguage(
  (locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 12 }),
);
const monthFormats = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }),
);
/** The day it is for the people of the workshop. */
const dayFormat = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Paris' });

/** "1 234,5". Numbers too large or too small for that stay as programs write them. */
export function numberText(value: number, language: Language): string {
  const size = Math.abs(value);
  const isUsual = size === 0 || (size >= 1e-6 && size < 1e15);
  return isUsual ? numberFormats[language].format(value + 0) : String(value);
}

/** "1er mars 2027". @param day `YYYY-MM-DD` */
export function dayText(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const name = monthFormats[language].format(new Date(`2000-${month}-01T00:00:00Z`));
  const first = language === 'fr' && date === '01' ? 'er' : '';
  return `${Number(date)}${first}\u00A0${name}\u00A0${Number(year)}`;
}

/** Day of a moment, `YYYY-MM-DD`. @param moment milliseconds since 1970 */
export const dayOf = (moment: number): string => dayFormat.format(moment);

/** "9 h", "12 h 30". @param time `HH:MM` */
export function timeText(time: string, language: Language): string {
  if (language === 'en') return time;
  const [hours = '', minutes = ''] = time.split(':');
  return [String(Number(hours)), 'h', ...(minutes === '00' ? [] : [minutes])].join('\u00A0');
}

/** Language tag with the country whose habits are followed. */
export const localeOf = (language: Language): string => locales[language];

function perLanguage<Made>(make: (locale: string) => Made): Readonly<Record<Language, Made>> {
  return { fr: make(locales.fr), en: make(locales.en) };
}
