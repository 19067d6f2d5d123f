/** Which files are mutated, and which tests reach them by their imports. */
import { allImports, type Tree } from '../unit/house/tree.ts';

/** They start threads from the sources, or count what goes on meanwhile: neither holds in a copy. */
const ofThreads = ['tests/unit/http/boards.test.ts', 'tests/unit/http/export.test.ts'];

/** @param asked files and folders, from the root of the repository */
export const mutatedFiles = (tree: Tree, asked: readonly string[]): string[] =>
  [...tree.keys()].filter(
    (path) =>
      /\.tsx?$/.test(path) &&
      asked.some((each) => path === each || path.startsWith(`${each.replace(/\/$/, '')}/`)),
  );

/**
 * The unit tests, contracts and fuzz tests that import one of the files, through others too. Tests
 * of screens count for files of the client alone: a rule of the domain or of the server is held by
 * its own tests, and those of screens take ten times as long and only meet it by chance.
 */
export function testsReaching(tree: Tree, files: readonly string[]): string[] {
  const importers = new Map<string, string[]>();
  for (const { from, target } of allImports(tree))
    importers.set(target, [...(importers.get(target) ?? []), from]);
  const reached = new Set(files);
  for (const file of reached) for (const from of importers.get(file) ?? []) reached.add(from);
  const kind = files.some((path) => path.startsWith('client/')) ? /\.test\.tsx?$/ : /\.test\.ts$/;
  return [...reached].filter(
    (path) =>
      /^tests\/(unit|contracts|fuzz)\//.test(path) &&
      // These read the repository as git has it, and the copy that is mutated has no git.
      !path.startsWith('tests/unit/house/') &&
      kind.test(path) &&
      !ofThreads.includes(path),
  );
}
