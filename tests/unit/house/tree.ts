/** The repository as its tests see it: every file git knows or would add, with its text. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** Path from the root of the repository → text. */
export type Tree = ReadonlyMap<string, string>;

export interface Import {
  readonly from: string;
  /** As written: `./x.ts`, `yjs`, `node:fs`. */
  readonly specifier: string;
  /** The path it leads to, when relative; the package's name otherwise. */
  readonly target: string;
  readonly isRelative: boolean;
}

export const allFiles = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    encoding: 'utf8',
  })
    .split('\0')
    .filter((path) => path !== '' && existsSync(path));

export const readSources = (): Tree =>
  new Map(
    allFiles()
      .filter(isSource)
      .map((path) => [path, readFileSync(path, 'utf8')]),
  );

export const allImports = (tree: Tree): Import[] =>
  [...tree].flatMap(([path, text]) => importsOf(path, text));

const isSource = (path: string): boolean => /\.(ts|tsx|mts|mjs|js|jsx)$/.test(path);

/** Types count too: a cycle of types is read as one, even if it vanishes at run time. */
function importsOf(from: string, text: string): Import[] {
  const found = [...text.matchAll(staticImport), ...text.matchAll(dynamicImport)];
  return found.map(([, specifier = '']) => {
    const isRelative = specifier.startsWith('.');
    const target = isRelative
      ? posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''))
      : packageName(specifier);
    return { from, specifier, target, isRelative };
  });
}

/** `import … from 'x'`, `export … from 'x'`, `import 'x'`, at the start of a line as formatted. */
const staticImport = /^(?:import|export)\s(?:[^'"`;=]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
/** The same called as a function, also for a type; and the URL of a worker, beside its module. */
const dynamicImport =
  /\b(?:import\(\s*|new URL\(\s*(?=['"][^'"]+['"],\s*import\.meta\.url))['"]([^'"]+)['"]/g;

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
