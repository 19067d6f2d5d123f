/**
 * Text as a board can keep it. Yjs sends UTF-8, where a lone surrogate cannot exist: it would be
 * itself for its author and U+FFFD for everybody else, for ever. So it is replaced at the door.
 */

/** The same text with each lone surrogate replaced by U+FFFD. Everything else is kept. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

/** A title or a name: one line, ends trimmed. */
export const singleLine = (text: string): string =>
  wellFormed(text)
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .trim();

/** The first `max` UTF-16 units at most; a character that would be cut in two is left out whole. */
export const clip = (text: string, max: number): string =>
  text.length <= max ? text : text.slice(0, splitsPair(text, max) ? max - 1 : max);

/** Whether a place between two UTF-16 units falls inside one character. */
export const splitsPair = (text: string, index: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, index - 1), index + 1));

/** Whether people would see nothing in it: spaces, controls, joiners, marks of direction, fillers. */
export const isBlank = (text: string): boolean =>
  text.replace(/[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/gu, '') === '';
