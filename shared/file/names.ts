/** Identifiers for what comes with none, or with one that cannot be: made from what there is. */
import { isId } from '../ids.ts';
import { foldLabel } from '../vocabulary/term.ts';

export interface Identified {
  /** One per item, in their order. */
  readonly ids: readonly string[];
  /** From the identifier in the file, as text, to the one on the board. */
  readonly known: ReadonlyMap<string, string>;
  /** Places of the items whose identifier was replaced. */
  readonly replaced: readonly number[];
}

/**
 * Gives each item an identifier of its own. The same file always gives the same ones.
 * @param raws what the file has as identifiers, in order
 * @param prefix for items without one: "carte" gives `carte-1`
 */
export function identify(raws: readonly unknown[], prefix: string): Identified {
  const nextName = createNames(raws.filter(isId));
  const ids: string[] = [];
  const known = new Map<string, string>();
  const replaced: number[] = [];
  raws.forEach((raw, place) => {
    const isNew = !known.has(textOf(raw));
    const id = isId(raw) && isNew ? raw : nextName(slug(textOf(raw)) || `${prefix}-${place + 1}`);
    if (id !== raw) replaced.push(place);
    if (isNew && textOf(raw) !== '') known.set(textOf(raw), id);
    ids.push(id);
  });
  return { ids, known, replaced };
}

const textOf = (raw: unknown): string =>
  typeof raw === 'string' || typeof raw === 'number' ? String(raw) : '';

/** Gives names not taken yet: `x`, then `x-2`, `x-3`… */
function createNames(taken: Iterable<string>): (base: string) => string {
  const used = new Set(taken);
  const last = new Map<string, number>();
  return (base) => {
    let name = base;
    let n = last.get(base) ?? 1;
    while (used.has(name)) {
      n += 1;
      name = `${base}-${n}`;
    }
    last.set(base, n);
    used.add(name);
    return name;
  };
}

const slugCharacters = 50; // leaves room for a number within the 64 of an identifier

/** A text as an identifier: "Achat réemployé" gives `achat-reemploye`; empty when nothing is left. */
export const slug = (text: string): string =>
  foldLabel(text.slice(0, 4 * slugCharacters))
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, slugCharacters)
    .replace(/^-+|-+$/g, '');
