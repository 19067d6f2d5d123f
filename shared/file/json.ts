/** Looking into parsed JSON that may be anything. Nothing here throws. */

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A property of the object's own: `__proto__` and `constructor` are keys like others. */
export const own = (object: JsonObject, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** Whether a file says nothing there: absent, `null` or an empty text. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '';

/** Parses JSON, with or without a byte order mark; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

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
