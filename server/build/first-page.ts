/**
 * What the first page needs, in one file: modules reached from the entry without a dynamic import.
 * Left to itself the build makes a file of every handful of modules that two screens share, and a
 * slow line pays a round trip for each.
 */
interface Module {
  readonly isEntry: boolean;
  /** Ids of the modules that import it statically. */
  readonly importers: readonly string[];
}
interface Context {
  readonly getModuleInfo: (id: string) => Module | null;
}

/** Names the chunk of a module: `page` for the first page's, none for the others. */
export const firstPage = (id: string, context: Context): string | null =>
  isReached(id, context, new Set()) ? 'page' : null;

function isReached(id: string, context: Context, asked: Set<string>): boolean {
  if (asked.has(id)) return false; // a circle of imports adds nothing
  asked.add(id);
  const module = context.getModuleInfo(id);
  if (module === null) return false;
  return module.isEntry || module.importers.some((importer) => isReached(importer, context, asked));
}
