/** Numbers as people type them: « 1 234,5 » in French, "1,234.5" in English. */
import type { Language } from '../../state/words.ts';

/** The number a text says; null when it says none. A French decimal point is understood too. */
export function parseNumber(text: string, language: Language): number | null {
  const plain = text
    .replace(/\s/gu, '')
    .replace('\u2212', '-')
    .replace(language === 'fr' ? ',' : /,/g, language === 'fr' ? '.' : '');
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/** Every digit of it, grouped. */
export const formatNumber = (value: number, language: Language): string =>
  value.toLocaleString(language, { maximumFractionDigits: 20 });

/** A day as it is read: « 30 juin 2026 ». @param day `YYYY-MM-DD` */
export const formatDay = (day: string, language: Language): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
