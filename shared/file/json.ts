/** Values of a file as they are: what says nothing, and how one is shown to people. */

/** Whether a file says nothing there: absent, `null` or an empty text. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '';

/**
 * JSON text of a value on one line. Characters that could hide or turn the text around are written
 * as escapes, so that what people see is what there is.
 */
export function jsonText(value: unknown): string {
  try {
    return JSON.stringify([value])
      .slice(1, -1)
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) =>
        [...Array(character.length).keys()]
          .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
          .join(''),
      );
  } catch {
    // Nested deeper than the stack allows: JSON can be parsed so deep, not written.
    return '(contenu trop imbriqué pour être montré)';
  }
}
