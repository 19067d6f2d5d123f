/**
 * Texts as files with pages and cells can hold them: readable, and harmless to whatever stands
 * beside them.
 */

/** Breaks of all kinds. */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Controls, which XML 1.0 cannot hold, and marks that turn the direction of what follows them. */
const unsafe = /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;
/** Halves of characters, and the two codes that XML 1.0 forbids. */
const broken = /[\p{Surrogate}\uFFFE\uFFFF]/gu;

/** The text with newlines as its only control character. */
export const safeText = (text: string): string =>
  text.replace(lineEnds, '\n').replace(/\t/g, ' ').replace(unsafe, '').replace(broken, '\uFFFD');

/** The same on one line. */
export const safeLine = (text: string): string => safeText(text).replace(/\s+/g, ' ').trim();

/** The beginning of a text, ended by a mark when something is missing; no character is halved. */
export function clipped(text: string, maxCharacters: number, mark = '…'): string {
  if (text.length <= maxCharacters) return text;
  const kept = text.slice(0, maxCharacters - mark.length);
  return kept.replace(/[\uD800-\uDBFF]$/, '') + mark;
}
