/** Places of the tree that say the same lines twice. */
import type { Tree } from './tree.ts';

/** A line that says something: its number in the file, from 1, and its text without margins. */
interface Line {
  readonly number: number;
  readonly text: string;
}

/**
 * @param most lines two places may share; blank ones, comments, imports and lone punctuation count
 * for nothing, and they may stand between
 * @returns the file that says it again, and where each of the two begins; they may be one file
 */
export function sharedLines(tree: Tree, most: number): { file: string; why: string }[] {
  const first = new Map<string, { readonly path: string; readonly index: number }>();
  const found: { file: string; why: string }[] = [];
  const lines = new Map([...tree].map(([path, text]) => [path, tellingLines(text)]));
  for (const [path, own] of lines) {
    let following = -2;
    for (let index = 0; index + most < own.length; index++) {
      const run = own.slice(index, index + most + 1).map(({ text }) => text);
      const before = first.get(run.join('\n'));
      if (!before) {
        first.set(run.join('\n'), { path, index });
        continue;
      }
      // The lines after the beginning of a longer run are not told again.
      if (index > following + 1) {
        const place = `${before.path}:${lines.get(before.path)?.[before.index]?.number ?? 0}`;
        found.push({ file: path, why: `line ${own[index]?.number ?? 0} stands at ${place} too` });
      }
      following = index;
    }
  }
  return found;
}

function tellingLines(text: string): Line[] {
  const withoutImports = text.replace(/^import\s[^;]*;$/gm, blanked);
  return withoutImports
    .replace(/\/\*[\s\S]*?\*\//g, blanked)
    .split('\n')
    .map((line, index) => ({ number: index + 1, text: line.trim() }))
    .filter((line) => /\w/.test(line.text) && !line.text.startsWith('//'));
}

const blanked = (part: string) => part.replace(/[^\n]/g, '');
