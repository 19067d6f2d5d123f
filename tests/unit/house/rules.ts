/**
 * The architecture as tables, and the faults of a tree against them. Everything is judged on a tree
 * given as data, so that the test can plant faults.
 */
import type { Fault } from './fault.ts';
import { folderLoops } from './folders.ts';
import { sharedLines } from './shared-lines.ts';
import { syntaxFaults } from './syntax.ts';
import { allImports, type Import, type Tree } from './tree.ts';

/** Packages that run the same in Node and in a browser, the only ones `shared` may use. */
const everywhere = [
  'fflate',
  'fractional-indexing',
  'hucre',
  'lib0',
  'papaparse',
  'uqr',
  'valibot',
  'yjs',
];

/** Packages with a home: outside these folders (and the tests) nobody imports them. */
const homes: Readonly<Record<string, readonly string[]>> = {
  yjs: ['shared/board/', 'client/sync/', 'server/rooms/', 'server/work/'],
  'y-protocols': ['client/sync/', 'server/rooms/'],
  'y-websocket': ['client/sync/'],
  'better-sqlite3': ['server/store/'],
  ws: ['server/rooms/socket/', 'server/http/'],
  'engine.io': ['server/rooms/socket/', 'server/http/'],
  'engine.io-client': ['client/sync/polling/'],
  sirv: ['server/http/'],
  pino: ['server/observability/'],
  'prom-client': ['server/observability/'],
  react: ['client/app/', 'client/features/', 'client/ui/', 'client/state/', 'client/main.tsx'],
  'react-dom': ['client/'],
  zustand: ['client/state/', 'client/sync/', 'client/ui/'],
  '@dnd-kit/core': ['client/features/'],
  '@base-ui/react': ['client/ui/'],
};

/** From one folder, what may not be reached. The three parts of the product, then their layers. */
const forbidden: readonly { rule: Fault['rule']; from: string; to: readonly string[] }[] = [
  { rule: 'HO1', from: 'shared/', to: ['client/', 'server/', 'tests/'] },
  { rule: 'HO1', from: 'server/', to: ['client/', 'tests/'] },
  { rule: 'HO1', from: 'client/', to: ['server/', 'tests/'] },
  ...layers('shared/vocabulary/', ['shared/board/', 'shared/session/', 'shared/file/']),
  ...layers('shared/board/', ['shared/file/', 'shared/export/']),
  ...layers('shared/session/', ['shared/file/', 'shared/export/']),
  ...layers('server/store/', ['server/rooms/', 'server/http/', 'server/app.ts', 'server/main.ts']),
  ...layers('server/observability/', ['server/rooms/', 'server/http/', 'server/store/']),
  ...layers('server/rooms/', ['server/http/', 'server/app.ts', 'server/main.ts', 'server/cli/']),
  ...layers('server/http/', ['server/app.ts', 'server/main.ts', 'server/cli/']),
  ...layers('client/ui/', ['client/features/', 'client/app/', 'client/sync/']),
  ...layers('client/sync/', ['client/ui/', 'client/features/', 'client/app/']),
  ...layers('client/state/', ['client/ui/', 'client/features/', 'client/app/']),
  ...layers('client/entry/', ['client/ui/', 'client/features/', 'client/app/']),
  ...layers('client/features/', ['client/sync/', 'client/app/']),
];

function layers(from: string, to: readonly string[]) {
  return [{ rule: 'HO3' as const, from, to }];
}

/** The launcher runs before anything is parsed; the configuration is where everything else is. */
const environmentReaders = ['server/config.ts', 'server/run.mjs', 'server/run/'];

/** Vite and vitest ask for a default export. */
const configurations = ['vite.config.ts', 'tests/mutate/vitest.config.mjs'];

/** @param exists whether a path that is no source (a style, an image, data) is there */
export function faultsOf(tree: Tree, exists: (path: string) => boolean): Fault[] {
  const imports = allImports(tree);
  const product = imports.filter(({ from }) => !from.startsWith('tests/'));
  const code = new Map([...tree].filter(([path]) => isProductCode(path)));
  return [
    ...product.flatMap(directionFaults),
    ...product.flatMap(homeFaults),
    ...[...tree].flatMap(([path, text]) => textFaults(path, text)),
    ...imports
      .filter((each) => each.isRelative)
      .flatMap((each) => targetFaults(each, tree, exists)),
    ...cycleFaults(imports),
    ...folderLoops(product).map(({ folders, ways }) => ({
      rule: 'HO17' as const,
      file: folders.join(' ↔ '),
      why: ways.join(', '),
    })),
    ...syntaxFaults(tree, isProductCode),
    ...lengthFaults(code),
    ...sharedLines(code, mostSharedLines).map((each) => ({ rule: 'HO22' as const, ...each })),
  ];
}

function directionFaults({ from, target, isRelative, specifier }: Import): Fault[] {
  const fault = (rule: Fault['rule']) => [{ rule, file: from, why: `imports ${specifier}` }];
  if (!isRelative) {
    return from.startsWith('shared/') && !everywhere.includes(target) ? fault('HO1') : [];
  }
  const broken = forbidden.find(
    (line) => from.startsWith(line.from) && line.to.some((to) => target.startsWith(to)),
  );
  if (broken) return fault(broken.rule);
  const [own, other] = [featureOf(from), featureOf(target)];
  return own !== undefined && other !== undefined && own !== other ? fault('HO3') : [];
}

const featureOf = (path: string) => /^client\/features\/([^/]+)\//.exec(path)?.[1];

function homeFaults({ from, target, isRelative }: Import): Fault[] {
  if (isRelative || !Object.hasOwn(homes, target)) return [];
  const isHome = homes[target]?.some((home) => from.startsWith(home));
  return isHome ? [] : [{ rule: 'HO2', file: from, why: `${target} has its home elsewhere` }];
}

function textFaults(file: string, text: string): Fault[] {
  const faults: Fault[] = [];
  const reads = /\bprocess\.env\b|from 'node:process'|= process;/.test(text);
  const mayRead =
    file.startsWith('tests/') || environmentReaders.some((path) => file.startsWith(path));
  if (reads && !mayRead) faults.push({ rule: 'HO4', file, why: 'names the environment' });
  if (/^export default\b|\bas default\b/m.test(text) && !configurations.includes(file)) {
    faults.push({ rule: 'HO5', file, why: 'default export' });
  }
  if (/(^|\/)index\.[a-z]+$/.test(file)) faults.push({ rule: 'HO5', file, why: 'barrel by name' });
  if (/^export (type )?(\*|\{[^}]*\}) from\b/m.test(text)) {
    faults.push({ rule: 'HO5', file, why: 're-exports another file' });
  }
  return faults;
}

const isProductCode = (path: string) => /^(client|server|shared)\/.*\.tsx?$/.test(path);

/** Lines of one file, of the file in the middle, and that two places may share. */
const [mostLines, mostMedianLines, mostSharedLines] = [250, 80, 12];

function lengthFaults(code: Tree): Fault[] {
  const lengths = [...code].map(([file, text]) => ({ file, lines: text.split('\n').length - 1 }));
  const median = lengths.map(({ lines }) => lines).sort((a, b) => a - b)[code.size >> 1] ?? 0;
  const tooLong = lengths.filter(({ lines }) => lines > mostLines);
  return [
    ...tooLong.map(({ file, lines }) => ({ rule: 'HO20' as const, file, why: `${lines} lines` })),
    ...(median > mostMedianLines
      ? [{ rule: 'HO20' as const, file: 'the file in the middle', why: `${median} lines` }]
      : []),
  ];
}

function targetFaults(each: Import, tree: Tree, exists: (path: string) => boolean): Fault[] {
  if (tree.has(each.target) || exists(each.target)) return [];
  return [{ rule: 'HO7', file: each.from, why: `${each.specifier} leads nowhere` }];
}

/** One fault per file that can reach itself, with the way. */
function cycleFaults(imports: readonly Import[]): Fault[] {
  const next = new Map<string, Set<string>>();
  for (const { from, target, isRelative } of imports) {
    if (isRelative) next.set(from, (next.get(from) ?? new Set()).add(target));
  }
  const settled = new Set<string>();
  const faults: Fault[] = [];
  const walk = (file: string, way: readonly string[]) => {
    const start = way.indexOf(file);
    if (start >= 0) {
      faults.push({ rule: 'HO6', file, why: [...way.slice(start), file].join(' → ') });
    } else if (!settled.has(file)) {
      for (const target of next.get(file) ?? []) walk(target, [...way, file]);
      settled.add(file);
    }
  };
  for (const file of next.keys()) walk(file, []);
  return faults;
}
