/**
 * Parts of the page that are fetched apart from it. Each names itself here when the file that may want
 * it is read, so that all of them can be fetched while the page has nothing to do.
 */
type Load<Part> = () => Promise<Part>;

const known = new Set<Load<unknown>>();

/** @returns the same function: whoever asks by it gets the part, at once when it is here already */
export function late<Part>(load: Load<Part>): Load<Part> {
  known.add(load);
  return load;
}

/** All that are known by now: a part that comes may bring others. */
export const lateParts = (): ReadonlySet<Load<unknown>> => known;
