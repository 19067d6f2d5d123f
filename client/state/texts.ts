/** The dictionary in use. French comes with the page; another language is fetched by who reads it. */
import { createStore } from 'zustand/vanilla';
import { firstFr, type Texts } from '../../shared/text/first.ts';

export type Language = 'fr' | 'en';

export const textsStore = createStore<Texts>(() => firstFr);

const FETCH: Readonly<Record<Language, () => Promise<Texts>>> = {
  fr: () => Promise.resolve(firstFr),
  en: () => import('../../shared/text/en.ts').then(({ en }) => en),
};

/** Puts the page in a language; it stays in the former one when the dictionary cannot be fetched. */
export async function speak(language: Language): Promise<void> {
  try {
    textsStore.setState(await FETCH[language](), true);
    document.documentElement.lang = language;
  } catch {
    // A cut network: the page goes on in the language it has, and tries again at the next opening.
  }
}
