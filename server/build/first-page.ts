/**
 * What the first page needs, in one file: modules reached from the entry without a dynamic import.
 * Left to itself the build makes a file of every handful of modules that two screens share, and a
 * slow line pays a round trip for each. What runs ahead of it is another, which comes long before.
 */
interface Module {
  readonly isEntry: boolean;
  /** Ids of the modules that import it statically. */
  readonly importers: readonly string[];
}
interface Context {
  readonly getModuleInfo: (id: string) => Module | null;
}

/** Names the chunk of a module: `ahead` or `page` for the first page's, none for the others. */
export function firstPage(id: string, context: Context): string | null {
  // What the build itself adds to each file is of no module: alone it would be one more to fetch.
  if (id.includes('rolldown/runtime')) return 'ahead';
  if (isReached(id, context, (from) => from.endsWith('/client/ahead/main.ts'))) return 'ahead';
  return isReached(id, context, (_from, { isEntry }) => isEntry) ? 'page' : null;
}

/** Whether an import, or several one after the other, lead from a start to the module. */
function isReached(
  id: string,
  context: Context,
  isStart: (id: string, module: Module) => boolean,
  asked = new Set<string>(),
): boolean {
  if (asked.has(id)) return false; // a circle of imports adds nothing
  asked.add(id);
  const module = context.getModuleInfo(id);
  if (module === null) return false;
  const { importers } = module;
  return isStart(id, module) || importers.some((from) => isReached(from, context, isStart, asked));
}
