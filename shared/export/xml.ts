/** How elements and texts go into the XML and HTML we write by hand, and what every XML file begins with. */
import { strToU8 } from 'fflate';
import { memoized } from '../memoized.ts';

/** Markup, ready to stand in a file; a text is still to be escaped. */
export interface Xml {
  readonly source: string;
}

/** What can be put into XML; nothing stands for undefined. */
export type XmlPart = Xml | readonly Xml[] | string | number | undefined;

/**
 * XML as it is read: xml`<b>${text}</b>`. Texts and numbers are escaped, in elements and in
 * attributes. Line breaks, and what begins the lines, are for us: they are left out, or one space
 * before an attribute. What XML 1.0 cannot hold at all, control characters and halves of characters,
 * was taken out of texts before (`document/typeset.ts`).
 */
export const xml = (literals: TemplateStringsArray, ...parts: readonly XmlPart[]): Xml =>
  filled(unbroken(literals), parts);

/** The same for a page of HTML: lines stay as they are. */
export const html = (literals: TemplateStringsArray, ...parts: readonly XmlPart[]): Xml =>
  filled(literals, parts);

const filled = (literals: readonly string[], parts: readonly XmlPart[]): Xml => ({
  source: literals.map((literal, at) => literal + sourceOf(parts[at])).join(''),
});

const unbroken = memoized((literals: TemplateStringsArray) =>
  literals.map((literal) => literal.replace(/\n\s*(?=\w)/g, ' ').replace(/\n\s*/g, '')),
);

function sourceOf(part: XmlPart): string {
  if (typeof part === 'object') return 'source' in part ? part.source : part.map(sourceOf).join('');
  return String(part ?? '').replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The bytes of a file of one element. */
export const xmlFile = ({ source }: Xml): Uint8Array<ArrayBuffer> =>
  strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${source}`);
