/**
 * How much of something fits the wall, from measured sizes. Cells have a known height (a title is
 * three lines at most), so that no page ever shows a part of a card.
 */
export interface Area {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Size of the text in it, CSS pixels: what cells are measured by. */
  readonly em: number;
}
export interface Cell {
  /** Least width and height of one, in ems; so is the gap. */
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  readonly maxColumns: number;
}

export interface Grid {
  readonly columns: number;
  readonly rows: number;
}

/** At least one of each: a wall too small shows one cell and lets it shrink. */
export function gridFor({ width, height, em }: Area, cell: Cell): Grid {
  const howMany = (room: number, size: number) =>
    Math.max(1, Math.floor((room / em + cell.gap) / (size + cell.gap)));
  return {
    columns: Math.min(cell.maxColumns, howMany(width, cell.width)),
    rows: howMany(height, cell.height),
  };
}

/** Pages of at most `size`, as even as can be: 7 in pages of 6 are 4 and 3, not 6 and 1. */
export function pagesOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / Math.max(1, size));
  if (count <= 1) return items.length === 0 ? [] : [items];
  const even = Math.ceil(items.length / count);
  return Array.from({ length: count }, (_, page) => items.slice(page * even, (page + 1) * even));
}
