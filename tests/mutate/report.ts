/** What a run found, as lines: first each fault that no test noticed, then the score of each file. */

import { relative } from 'node:path';

/** What we read of Stryker's result. */
export interface Planted {
  readonly fileName: string;
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement?: string | undefined;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

/** A fault that makes the tests hang is noticed too; many of them mean that the machine was busy. */
const noticed = ['Killed', 'Timeout'];

/**
 * The score of a file is the share of its faults that a test noticed. With a sample, only faults on
 * lines that some test runs are drawn: the share found among them counts for all of those, and a
 * fault on a line that no test runs counts as unnoticed.
 * @param root of the repository; paths are told from there
 */
export function reportOf(absolute: readonly Planted[], root = ''): string {
  const planted = absolute.map((each) => ({ ...each, fileName: relative(root, each.fileName) }));
  const files = [...new Set(planted.map(({ fileName }) => fileName))];
  return [
    ...planted.filter(({ status }) => isMissed(status)).map(lineOf),
    '',
    'score  tried  hung  of all  no test  file',
    ...files.map((name) =>
      scoreLine(
        name,
        planted.filter(({ fileName }) => fileName === name),
      ),
    ),
    scoreLine('all', planted),
  ].join('\n');
}

const isMissed = (status: string) => status === 'Survived' || status === 'NoCoverage';

function lineOf({ fileName, location, status, mutatorName, replacement = '' }: Planted): string {
  const { line, column } = location.start;
  const text = replacement.replace(/\s+/g, ' ').slice(0, 80);
  return `${fileName}:${line}:${column + 1} ${status} ${mutatorName} → ${text}`;
}

function scoreLine(name: string, faults: readonly Planted[]): string {
  const count = (...statuses: string[]) =>
    faults.filter(({ status }) => statuses.includes(status)).length;
  const [found, missed, unrun] = [count(...noticed), count('Survived'), count('NoCoverage')];
  const all = faults.length - count('Ignored', 'RuntimeError');
  const tried = found + missed;
  const score = tried === 0 ? 0 : (found / tried) * ((all - unrun) / all);
  return [
    tried === 0 && unrun === 0 ? '    –' : `${(score * 100).toFixed(1).padStart(5)}`,
    `${tried}`.padStart(6),
    `${count('Timeout')}`.padStart(5),
    `${all}`.padStart(7),
    `${unrun}`.padStart(8),
    ` ${name}`,
  ].join(' ');
}
