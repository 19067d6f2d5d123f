/** What the builders of a document share: its language, its words, and texts typeset for it. */
import { documentEn } from '../../text/en/document.ts';
import { documentFr } from '../../text/fr/document.ts';
import type { Translated } from '../../text/texts.ts';
import type { Term } from '../../vocabulary/term.ts';
import type { Language } from '../input.ts';
import { dayText, lineOf, linesOf, numberText } from './typeset.ts';

export interface Wording {
  readonly language: Language;
  readonly words: Translated<typeof documentFr>;
  /** A text on one line. */
  readonly line: (text: string | undefined) => string;
  readonly lines: (text: string | undefined) => readonly string[];
  readonly day: (day: string) => string;
  readonly number: (value: number) => string;
  /** Label of a code of a vocabulary. */
  readonly label: (terms: readonly Term[], code: string | undefined) => string | undefined;
  /** "a, b et c". */
  readonly enumerate: (items: readonly string[]) => string;
}

const words = { fr: documentFr, en: documentEn };

export const wordingIn = (language: Language): Wording => ({
  language,
  words: words[language],
  line: (text) => lineOf(text, language),
  lines: (text) => linesOf(text, language),
  day: (day) => dayText(day, language),
  number: (value) => numberText(value, language),
  label: (terms, code) => terms.find((term) => term.code === code)?.[language],
  enumerate: (items) =>
    items.length < 2
      ? items.join('')
      : `${items.slice(0, -1).join(', ')} ${words[language].and} ${items.at(-1)}`,
});

/** "Première lettre en capitale." */
export const capitalised = (text: string): string =>
  text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
