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

/** Whether people would see nothing in it. */
export const isBlank = (text: string): boolean =>
  text.replace(/[\s\u200B-\u200D\u2060\uFEFF]/g, '') === '';
