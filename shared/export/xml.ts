/** What every XML file we write by hand begins with, and how elements and texts go into it. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * A text inside an element or an attribute. What XML 1.0 cannot hold at all, control characters and
 * halves of characters, was taken out before (`document/typeset.ts`).
 */
export const xmlText = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * An element. An attribute that is undefined is left out.
 * @param content XML between its tags; without it, even empty, the element has one tag alone
 */
export function el(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  content?: string,
): string {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
    .join('');
  return content === undefined ? `<${name}${given}/>` : `<${name}${given}>${content}</${name}>`;
}
