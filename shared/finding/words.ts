/**
 * Text as it is searched: blind to case, accents, apostrophes and Unicode form. A word is found by
 * how it begins (« eau » is not in « bureau »), and a plural by its singular too.
 */

/** Folded text keeps its signs: only letters are made alike, which is quick over a whole board. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');

/** One word of a search. */
export interface SearchTerm {
  /** Finds every word that begins so. */
  readonly start: string;
  /** Finds these words alone: a shorter beginning would find too much. */
  readonly whole: readonly string[];
}

/** The words of a search, folded; all of them must be found. None in a search of spaces and signs. */
export const searchTerms = (search: string): readonly SearchTerm[] =>
  foldText(search)
    .split(/\s+/)
    .flatMap((word) => word.replace(elision, '').match(searched) ?? [])
    .map((start) => ({ start, whole: singularsOf(start) }));

/** « l’eau » is searched as « eau »: its article says nothing of what is looked for. */
const elision = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’ʼ](?=.)/;
/** A number keeps its points, so that « 1.3 » is one; any other sign is between two words. */
const searched = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{N}]+/gu;

/** Whether a folded text has a term. */
export const hasTerm = (text: string, { start, whole }: SearchTerm): boolean =>
  hasWord(text, start, false) || whole.some((word) => hasWord(text, word, true));

function hasWord(text: string, word: string, isWhole: boolean): boolean {
  let at = text.indexOf(word);
  while (at >= 0) {
    const end = at + word.length;
    if (!isOfWord(text, at - 1) && !(isWhole && isOfWord(text, end))) return true;
    at = text.indexOf(word, at + 1);
  }
  return false;
}

const isOfWord = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));

function singularsOf(word: string): readonly string[] {
  if (word.length < 4) return [];
  if (word.endsWith('aux')) return [word.slice(0, -1), `${word.slice(0, -2)}l`];
  return /[sx]$/.test(word) ? [word.slice(0, -1)] : [];
}
