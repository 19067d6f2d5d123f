/**
 * Where a card held by a pointer would land, read from the page itself: no component renders while
 * the pointer moves, whatever the number of cards.
 */
import type { Place } from '../../../shared/board/commands/actions.ts';
import { type ActionId, isId, type PriorityId } from '../../../shared/ids.ts';

export interface DropTarget {
  readonly place: Place;
  /** The line to draw, in viewport pixels. */
  readonly line: { readonly left: number; readonly top: number; readonly width: number };
}

/** The target under a point, null outside of every column. */
export function dropTargetAt(x: number, y: number, held: ActionId): DropTarget | null {
  const column = columnAt(x, y);
  const list = column?.querySelector<HTMLElement>('[data-cards]');
  const priorityId = column?.dataset.column;
  if (!list || !isId(priorityId)) return null;
  const cards = [...list.querySelectorAll<HTMLElement>('[data-card]')]
    .filter((card) => card.dataset.card !== held)
    .map((card) => ({ id: card.dataset.card as ActionId, box: card.getBoundingClientRect() }));
  const next = cards.findIndex(({ box }) => y < box.top + box.height / 2);
  const [above, below] = next < 0 ? [cards.at(-1), undefined] : [cards[next - 1], cards[next]];
  const frame = list.getBoundingClientRect();
  return {
    place: { priorityId: priorityId as PriorityId, before: below?.id ?? nextUnrendered(list) },
    line: {
      left: frame.left,
      width: frame.width,
      top: lineTop(above?.box, below?.box, frame),
    },
  };
}

/** The column under a point of the window, whatever is held above it. */
export const columnAt = (x: number, y: number): HTMLElement | undefined =>
  document
    .elementsFromPoint(x, y)
    .map((element) => element.closest<HTMLElement>('[data-column]'))
    .find((element) => element !== null);

/** In a long column only a window of cards exists: below the last one is the next that is not drawn. */
const nextUnrendered = (list: HTMLElement): ActionId | null => {
  const { after } = list.dataset;
  return isId(after) ? (after as ActionId) : null;
};

const lineTop = (above: DOMRect | undefined, below: DOMRect | undefined, frame: DOMRect): number =>
  above && below
    ? (above.bottom + below.top) / 2
    : above
      ? above.bottom + 4
      : below
        ? below.top - 4
        : frame.top + 4;
