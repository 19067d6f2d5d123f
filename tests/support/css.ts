/**
 * Reads the client's own style sheets: nested blocks, and what the custom properties of the tokens
 * are worth for somebody's theme, scheme and contrast. A value it cannot read throws, so a colour
 * written in a way the contrast tests would miss fails them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Block {
  /** Selector or at-rule, as written. */
  readonly prelude: string;
  readonly declarations: ReadonlyMap<string, string>;
  readonly children: readonly Block[];
}

export interface Viewer {
  /** Value of `data-theme`; absent when nothing was chosen. */
  readonly theme?: 'clair' | 'sombre' | 'contraste';
  readonly scheme: 'light' | 'dark';
  readonly moreContrast?: boolean;
}

export type Tokens = ReadonlyMap<string, string>;

const client = join(import.meta.dirname, '../../client');

/** Every style sheet of the client, by path relative to `client/`. */
export function styleSheets(): ReadonlyMap<string, Block> {
  const paths = readdirSync(client, { recursive: true, encoding: 'utf8' });
  return new Map(
    paths
      .filter((path) => path.endsWith('.css'))
      .sort()
      .map((path) => [path, parse(readFileSync(join(client, path), 'utf8'))]),
  );
}

/** Every block of a sheet, each before those inside it, with the at-rules around it. */
export function blocksOf(block: Block, around: readonly string[] = []): [Block, string[]][] {
  const inside = [...around, block.prelude];
  return [[block, [...around]], ...block.children.flatMap((child) => blocksOf(child, inside))];
}

/** The tokens as that viewer gets them, with `light-dark()` and `var()` worked out. */
export function tokensFor(sheet: Block, viewer: Viewer): Tokens {
  const raw = new Map<string, string>();
  for (const [block, around] of blocksOf(sheet)) {
    if (around.every((at) => holds(at, viewer)) && matchesRoot(block.prelude, viewer)) {
      for (const [name, value] of block.declarations) raw.set(name, value);
    }
  }
  const declared = raw.get('color-scheme');
  const scheme = declared === 'light' || declared === 'dark' ? declared : viewer.scheme;
  const resolve = (value: string): string =>
    value
      .replace(/light-dark\(([^(),]+),([^(),]+)\)/g, (_, light: string, dark: string) =>
        (scheme === 'light' ? light : dark).trim(),
      )
      .replace(/var\((--[\w-]+)\)/g, (_, name: string) => resolve(raw.get(name) ?? fail(name)));
  return new Map([...raw].map(([name, value]) => [name, resolve(value)]));
}

function holds(at: string, viewer: Viewer): boolean {
  switch (at) {
    case '':
      return true;
    case '@media (prefers-contrast: more)':
      return viewer.moreContrast ?? false;
    case '@media (pointer: coarse)':
    case '@media (prefers-reduced-motion: reduce)':
    case '@media print':
      return false;
    default:
      return fail(at);
  }
}

function matchesRoot(selector: string, viewer: Viewer): boolean {
  if (selector === ':root') return true;
  if (selector === ':root:not([data-theme])') return viewer.theme === undefined;
  return selector === `:root[data-theme="${viewer.theme}"]`;
}

function parse(css: string): Block {
  const source = css.replace(/\/\*[\s\S]*?\*\//g, '');
  let at = 0;
  const block = (prelude: string): Block => {
    const declarations = new Map<string, string>();
    const children: Block[] = [];
    while (at < source.length) {
      const end = source.slice(at).search(/[;{}]/);
      if (end < 0) break;
      const text = source.slice(at, at + end).trim();
      const mark = source.charAt(at + end);
      at += end + 1;
      if (mark === '}') break;
      if (mark === '{') children.push(block(text.replace(/\s+/g, ' ')));
      else if (!text.startsWith('@')) {
        const colon = text.indexOf(':');
        declarations.set(text.slice(0, colon).trim(), text.slice(colon + 1).trim());
      }
    }
    return { prelude, declarations, children };
  };
  return block('');
}

function fail(what: string): never {
  throw new Error(`style sheets hold something this reader does not know: ${what}`);
}
