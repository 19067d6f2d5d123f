/** What the builders of a document share: its language, its words, and texts typeset for it. */
import { documentEn } from '../../text/en/document.ts';
import { documentFr } from '../../text/fr/document.ts';
import type { Translated } from '../../text/texts.ts';
import type { Term } from '../../vocabulary/term.ts';
import type { Language } from '../input.ts';
import { dayText, lineOf, linesOf, numberText } from './typeset.ts';

const words = { fr: documentFr, en: documentEn };

export const wordingIn = (language: Language) => ({
  language,
  words: words[language] as Translated<typeof documentFr>,
  /** A text on one line. */
  line: (text: string | undefined): string => lineOf(text, language),
  lines: (text: string | undefined) => linesOf(text, language),
  day: (day: string): string => dayText(day, language),
  number: (value: number): string => numberText(value, language),
  /** Label of a code of a vocabulary. */
  label: (terms: readonly Term[], code: string | undefined) =>
    terms.find((term) => term.code === code)?.[language],
  /** "a, b et c". */
  enumerate: (items: readonly string[]): string =>
    items.length < 2
      ? items.join('')
      : `${items.slice(0, -1).join(', ')} ${words[language].and} ${items.at(-1)}`,
});
export type Wording = ReturnType<typeof wordingIn>;

/** "Première lettre en capitale." */
export const capitalised = (text: string): string =>
  text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
