/**
 * A strict reader of XML 1.0, as far as our files and LibreOffice's go: anything that is not
 * well-formed throws. No document type: files of ours have none.
 */

export interface XmlElement {
  /** With its prefix: `table:table-cell`. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

/** @throws Error that says where, when the text is not well-formed */
export function readXml(text: string): XmlElement {
  const illegal = illegalCharacter.exec(text);
  if (illegal) throw fault(text, illegal.index, 'illegal character');
  const root: Open = { name: '', attributes: new Map(), children: [] };
  const open: Open[] = [root];
  let at = 0;
  for (const token of text.matchAll(tokens)) {
    if (token.index !== at) throw fault(text, at, 'unreadable');
    at += token[0].length;
    const parent = open.at(-1);
    const { end, name, attributes = '', alone, data, characters = '' } = token.groups ?? {};
    if (!parent) throw fault(text, token.index, 'after the end');
    if (end !== undefined) {
      if (parent.name !== end || parent === root) throw fault(text, token.index, 'ends another');
      open.pop();
    } else if (name !== undefined) {
      const element = {
        name,
        attributes: attributesOf(text, token.index, attributes),
        children: [],
      };
      parent.children.push(element);
      if (alone === '') open.push(element);
    } else if (data !== undefined) parent.children.push(data);
    else if (characters !== '') {
      if (characters.includes(']]>')) throw fault(text, token.index, ']]>');
      parent.children.push(resolved(text, token.index, characters));
    }
  }
  const [only, ...others] = root.children.filter((child) => typeof child !== 'string');
  const stray = root.children.filter((child) => typeof child === 'string').join('');
  const isOne = others.length === 0 && stray.trim() === '' && open.length === 1;
  if (!only || !isOne || at !== text.length) throw fault(text, at, 'unfinished');
  return only;
}

/** Every element of that name below this one, in order. */
export function findAll(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) =>
    typeof child === 'string'
      ? []
      : [...(child.name === name ? [child] : []), ...findAll(child, name)],
  );
}

/** All the text of an element. */
export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

interface Open extends XmlElement {
  readonly children: (XmlElement | string)[];
}

const name = '[\\p{L}_][\\p{L}\\p{N}_.-]*(?::[\\p{L}_][\\p{L}\\p{N}_.-]*)?';
const attribute = `\\s+(${name})\\s*=\\s*(?:"([^<"]*)"|'([^<']*)')`;
const tokens = new RegExp(
  [
    '<\\?[^>]*\\?>',
    '<!--(?:(?!--)[^])*-->',
    '<!\\[CDATA\\[(?<data>(?:(?!\\]\\]>)[^])*)\\]\\]>',
    `</(?<end>${name})\\s*>`,
    `<(?<name>${name})(?<attributes>(?:${attribute})*)\\s*(?<alone>/?)>`,
    '(?<characters>[^<]+)',
  ].join('|'),
  'gu',
);
// Of XML 1.0, §2.2: lone surrogates, controls and the two noncharacters of the plane are not in it.
const illegalCharacter = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

function attributesOf(text: string, at: number, source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, key = '', double, single] of source.matchAll(new RegExp(attribute, 'gu'))) {
    if (attributes.has(key)) throw fault(text, at, `${key} twice`);
    attributes.set(key, resolved(text, at, double ?? single ?? ''));
  }
  return attributes;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const resolved = (text: string, at: number, source: string): string =>
  source.replace(/\r\n?/g, '\n').replace(/&([^;&]{0,10};)?/g, (whole, reference = '') => {
    const code = /^#(?:x([\da-f]+)|(\d+));$/i.exec(reference);
    if (code)
      return String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? '', code[1] ? 16 : 10));
    const known = entities[reference.slice(0, -1)];
    if (known === undefined) throw fault(text, at, whole);
    return known;
  });

const fault = (text: string, at: number, what: string): Error =>
  new Error(`XML, ${what} at ${at}: ${text.slice(at, at + 60)}`);
