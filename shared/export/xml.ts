/** What every XML file we write by hand begins with, and how a text goes into it. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * A text inside an element or an attribute. What XML 1.0 cannot hold at all, control characters and
 * halves of characters, was taken out before (`document/typeset.ts`).
 */
export const xmlText = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
