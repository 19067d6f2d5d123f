/** Words of a part of the page that is fetched late, and its words with it. */
import type { Translated } from '../../../shared/text/texts.ts';
import { usePreferences } from '../hooks.ts';

/** @returns a hook that gives them in the language of the person */
export const wordsIn =
  <Words>(fr: Words, en: Translated<Words>): (() => Translated<Words>) =>
  () =>
    // French is its own translation: the compiler cannot see it through a type it does not know yet.
    usePreferences().language === 'en' ? en : (fr as Translated<Words>);
