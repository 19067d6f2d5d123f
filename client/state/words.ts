/**
 * What the page says, in the language of the person. French comes with whoever says it; another
 * language is fetched whole by those who read it, and stands in for all of it at once.
 */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Translation } from '../../shared/text/en.ts';
import { type PageWords, pageWords } from '../../shared/text/fr/page.ts';
import { late } from '../browser/late.ts';

export type Language = 'fr' | 'en';

/** Words of one part of the page: its name in a translation, and its French. */
interface Words<Part extends keyof Translation> {
  readonly part: Part;
  readonly fr: Translation[Part];
}

/** The translation in use; null for French. */
export const translationStore = createStore<Translation | null>(() => null);

/** Words of the page itself, or those of a part that is fetched late and brings its own. */
export function useWords(): PageWords;
export function useWords<Part extends keyof Translation>(words: Words<Part>): Translation[Part];
export function useWords({ part, fr }: Words<keyof Translation> = pageWords) {
  return useStore(translationStore)?.[part] ?? fr;
}

const FETCH: Readonly<Record<Language, () => Promise<Translation | null>>> = {
  fr: () => Promise.resolve(null),
  en: late(() => import('../../shared/text/en.ts').then(({ en }) => en)),
};

/** Puts the page in a language; it stays in the former one when the words cannot be fetched. */
export async function speak(language: Language): Promise<void> {
  try {
    translationStore.setState(await FETCH[language](), true);
    document.documentElement.lang = language;
  } catch {
    // A cut network: the page goes on in the language it has, and tries again at the next opening.
  }
}
