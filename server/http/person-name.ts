/** How a person's name is cleaned before anybody sees it. */

const maxNameCharacters = 60;

/** Controls, lone surrogates, and the marks that turn the direction of the text around them. */
const unseen = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * The name as it will be shown: on one line, without what cannot be seen.
 * @returns at most 60 characters, as code points; empty when there is nothing to see; undefined for
 *   what is no text or is longer
 */
export function readPersonName(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const name = value.replace(/\s+/gu, ' ').replace(unseen, '').trim();
  if ([...name].length > maxNameCharacters) return undefined;
  return /[\p{L}\p{N}\p{S}]/u.test(name) ? name : '';
}
