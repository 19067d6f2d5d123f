/** The directions, layers and top level of the house, on the real tree and on planted faults. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Fault } from './fault.ts';
import { faultsOf } from './rules.ts';
import { allFiles, allImports, readSources } from './tree.ts';

const topLevel = [
  '.biome.json',
  '.ci',
  '.gitignore',
  '.npmrc',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'publiccode.yml',
  'LICENSE',
  'README.md',
  'client',
  'package-lock.json',
  'package.json',
  'server',
  'shared',
  'tests',
  'tsconfig.base.json',
  'vite.config.ts',
];

describe('the repository', () => {
  const tree = readSources();
  const faults = faultsOf(tree, existsSync);
  const of = (rule: Fault['rule']) => faults.filter((fault) => fault.rule === rule);

  test('[HO9] the sources were really read, and their imports found', () => {
    expect(tree.has('server/store/sqlite.ts')).toBe(true);
    expect(tree.size).toBeGreaterThan(20);
    const found = allImports(tree);
    expect(found.length).toBeGreaterThan(tree.size);
    // Every line that begins as an import must have been understood by the scanner.
    for (const [path, text] of tree) {
      const begun = text.match(/^import\s/gm)?.length ?? 0;
      const understood = found.filter(({ from }) => from === path).length;
      expect(understood, path).toBeGreaterThanOrEqual(begun);
    }
  });

  test('[HO1] imports go one way and shared runs everywhere', () => expect(of('HO1')).toEqual([]));
  test('[HO2] packages stay in their home', () => expect(of('HO2')).toEqual([]));
  test('[HO3] layers and features are kept apart', () => expect(of('HO3')).toEqual([]));
  test('[HO4] the environment is read in one place', () => expect(of('HO4')).toEqual([]));
  test('[HO5] no barrel, no default export', () => expect(of('HO5')).toEqual([]));
  test('[HO6] no import cycle', () => expect(of('HO6')).toEqual([]));
  test('[HO7] every relative import leads to a file', () => expect(of('HO7')).toEqual([]));

  test('[HO17] no circle of folders', () => expect(of('HO17')).toEqual([]));
  test('[HO18] no literal is spread', () => expect(of('HO18')).toEqual([]));
  test('[HO19] nothing is given away before it is made', () => expect(of('HO19')).toEqual([]));
  test('[HO20] files are short', () => expect(of('HO20')).toEqual([]));
  test('[HO21] functions are short, or say why not', () => expect(of('HO21')).toEqual([]));
  test('[HO22] no lines stand twice', () => expect(of('HO22')).toEqual([]));

  test('[HO8] the top level is exactly the list of the architecture', () => {
    const top = new Set(allFiles().map((path) => path.split('/')[0]));
    expect(top).toEqual(new Set(topLevel));
  });
});

describe('planted faults', () => {
  const lazy = 'import'; // apart from its parenthesis, or this file would be read as importing it
  const plant = (files: Record<string, string>) =>
    faultsOf(new Map(Object.entries(files)), (path) => path === 'client/styles/base.css');

  test.each<[Fault['rule'], string, string]>([
    ['HO1', 'shared/board/a.ts', "import { x } from '../../server/b.ts';"],
    ['HO1', 'shared/a.ts', "import { readFileSync } from 'node:fs';"],
    ['HO1', 'shared/a.ts', "import type { ReactNode } from 'react';"],
    ['HO1', 'server/a.ts', "import {\n  x,\n  y,\n} from '../client/b.ts';"],
    ['HO1', 'client/a.tsx', "import '../server/b.ts';"],
    ['HO1', 'client/a.ts', `const late = () => ${lazy}('../server/b.ts');`],
    ['HO1', 'server/a.ts', "import { t } from '../tests/support/b.ts';"],
    ['HO2', 'shared/session/a.ts', "import * as Y from 'yjs';"],
    ['HO2', 'client/features/board/a.tsx', "import { Map } from 'yjs';"],
    ['HO2', 'server/http/a.ts', "import Database from 'better-sqlite3';"],
    ['HO2', 'client/sync/a.ts', "import { useState } from 'react';"],
    ['HO3', 'client/features/board/a.ts', "import { x } from '../join/b.ts';"],
    ['HO3', 'client/features/board/parts/a.ts', "import { x } from '../../../sync/b.ts';"],
    ['HO3', 'client/ui/a.tsx', "import type { X } from '../features/board/b.ts';"],
    ['HO3', 'server/rooms/a.ts', "import { x } from '../http/b.ts';"],
    ['HO3', 'server/store/a.ts', "import { x } from '../rooms/b.ts';"],
    ['HO4', 'server/http/a.ts', 'const home = process.env.HOME;'],
    ['HO4', 'server/http/a.ts', 'const { env } = process;'],
    ['HO5', 'client/ui/a.tsx', 'export default function A() {}'],
    ['HO5', 'shared/board/index.ts', 'export const a = 1;'],
    ['HO5', 'shared/board/all.ts', "export * from './a.ts';"],
    ['HO5', 'shared/board/all.ts', "export type { A } from './a.ts';"],
    ['HO7', 'shared/a.ts', "import { x } from './b';"],
    ['HO7', 'client/a.ts', "import './styles/absent.css';"],
    ['HO9', 'shared/a.ts', 'const a = ;'],
    ['HO18', 'shared/a.ts', 'export const a = make(...[1, 2]);'],
    ['HO18', 'tests/unit/a.ts', 'export const a = { ...({ b } as B), c };'],
    ['HO18', 'client/ui/a.tsx', 'export const a = <p {...{ b }} />;'],
    ['HO19', 'server/a.ts', forward('const later = make();')],
    ['HO19', 'server/a.ts', forward('const { later } = make();')],
    ['HO21', 'shared/a.ts', `export ${long(61)}`],
    ['HO21', 'shared/a.ts', `/** A reason is no docstring. */\n${long(61)}`],
    ['HO21', 'shared/a.ts', `// One table in one piece.\n${long(101)}`],
    ['HO22', 'shared/a.ts', `${numbered(13)}\n// again\n${numbered(13)}`],
  ])('[HO9] a fault against %s in %s is found', (rule, file, text) => {
    const found = plant({ [file]: text }).filter((fault) => fault.rule === rule);
    expect(found).toHaveLength(1);
    expect(found[0]?.file).toBe(file);
  });

  test.each([
    ['a function below the one that uses it', 'server/a.ts', forward('const later = () => 1;')],
    ['a name that the function makes itself', 'server/a.ts', forward('const other = make();')],
    ['a spread that may be none', 'shared/a.ts', 'export const a = [...(b ? [1] : []), ...c];'],
    ['a function with a reason', 'shared/a.ts', `// One table in one piece.\n${long(78)}`],
    ['a function of a test', 'tests/a.ts', long(101)],
    ['twelve lines twice', 'shared/a.ts', `${numbered(12)}\nconst b = 1;\n${numbered(12)}`],
  ])('[HO9] %s is no fault', (_what, file, text) => {
    expect(plant({ [file]: text })).toEqual([]);
  });

  test('[HO9] folders in a circle are found, a folder and what lies in it are one way', () => {
    const faults = plant({
      'server/a/x.ts': "import { y } from '../b/y.ts';",
      'server/b/y.ts': '',
      'server/b/z.ts': "import type { W } from '../c/w.ts';",
      'server/c/w.ts': '',
      'server/c/v.ts': "import { u } from '../a/u.ts';",
      'server/a/u.ts': "import { t } from './deep/t.ts';",
      'server/a/deep/t.ts': "import { s } from '../s.ts';",
      'server/a/s.ts': '',
    });
    expect(faults).toEqual([
      {
        rule: 'HO17',
        file: 'server/a ↔ server/b ↔ server/c',
        why: 'server/a/x.ts → server/b/y.ts, server/b/z.ts → server/c/w.ts, server/c/v.ts → server/a/u.ts',
      },
    ]);
  });

  test('[HO9] a file may have 250 lines, the one in the middle 80', () => {
    const tooLong = (middle: number, longest: number) =>
      plant({
        'shared/a.ts': '',
        'shared/b.ts': ';\n'.repeat(middle),
        'shared/c.ts': ';\n'.repeat(longest),
      }).map(({ rule, file, why }) => `${rule} ${file}: ${why}`);
    expect(tooLong(80, 250)).toEqual([]);
    expect(tooLong(80, 251)).toEqual(['HO20 shared/c.ts: 251 lines']);
    expect(tooLong(81, 250)).toEqual(['HO20 the file in the middle: 81 lines']);
  });

  test('[HO9] a cycle through three files and one on itself are found, a diamond is none', () => {
    const faults = plant({
      'shared/a.ts': "import { b } from './b.ts';\nimport { c } from './c.ts';",
      'shared/b.ts': "import { d } from './d.ts';",
      'shared/c.ts': "import { d } from './d.ts';",
      'shared/d.ts': '',
      'shared/e.ts': "import type { F } from './f.ts';",
      'shared/f.ts': "import { g } from './g.ts';",
      'shared/g.ts': "import { e } from './e.ts';",
      'shared/h.ts': "import { h } from './h.ts';",
    });
    expect(faults.map(({ rule, why }) => `${rule} ${why}`)).toEqual([
      'HO6 shared/e.ts → shared/f.ts → shared/g.ts → shared/e.ts',
      'HO6 shared/h.ts → shared/h.ts',
    ]);
  });

  test('[HO9] a sound tree has no fault', () => {
    const faults = plant({
      'shared/board/doc.ts': "import * as Y from 'yjs';\nimport { isId } from '../ids.ts';",
      'shared/ids.ts': "import { uint32 } from 'lib0/random';\n// the default export of the house",
      'server/config.ts': 'export const read = (environment = process.env) => environment;',
      'client/features/board/board.tsx':
        "import { memo } from 'react';\nimport '../../styles/base.css';\nimport { tile } from './parts/tile.tsx';",
      'client/features/board/parts/tile.tsx': "import { isId } from '../../../../shared/ids.ts';",
      'tests/unit/a.test.ts':
        "import * as Y from 'yjs';\nimport { isId } from '../../shared/ids.ts';",
      'vite.config.ts': 'export default {};',
    });
    expect(faults).toEqual([]);
  });
});

/** `last` comes after a constant whose maker is given a use of `later`. */
function forward(last: string): string {
  return `function open() { const first = make({ now: () => later.now() }); ${last} return first; }`;
}
/** A function of so many lines. */
function long(lines: number): string {
  return `function a() {\n${numbered(lines - 2)}\n}\n`;
}
function numbered(lines: number): string {
  return Array.from({ length: lines }, (_, index) => `  step${index}();`).join('\n');
}
