/**
 * Where a held card may land: the boxes of the wall, of its columns and of the cards under the
 * pointer. They are read when a card is taken and when something of the wall has changed, never
 * because the pointer moved: a page that is asked where things stand must lay itself out first.
 */
import type { Place } from '../../../shared/board/commands/actions.ts';
import { type ActionId, isId, type PriorityId } from '../../../shared/ids.ts';
import type { Point } from './press.ts';

export interface DropTarget {
  readonly place: Place;
  /** The line to draw, in viewport pixels. */
  readonly line: { readonly left: number; readonly top: number; readonly width: number };
}

/** A card under the pointer, and where it stands. */
export interface CardTarget {
  readonly id: ActionId;
  readonly box: Box;
}

/** The part of an element that the window shows, in viewport pixels. */
export type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

interface MappedColumn {
  readonly id: PriorityId;
  readonly box: Box;
  /** What scrolls its cards, when it does: on a phone the page does. */
  readonly scroller: { readonly element: Element; readonly box: Box } | null;
  readonly list: HTMLElement;
  readonly listBox: Box;
}

interface MappedCard {
  readonly id: ActionId;
  readonly top: number;
  readonly bottom: number;
}

export interface DropMap {
  /** Reads again what has changed; in a frame this comes before anything is written. */
  readonly refresh: () => void;
  readonly wall: () => { readonly element: Element; readonly box: Box } | null;
  readonly columnAt: (point: Point) => MappedColumn | undefined;
  /** Null outside of every column. */
  readonly targetAt: (point: Point) => DropTarget | null;
  /** The card whose middle is under the pointer: nearer its edge one means the place beside it. */
  readonly cardAt: (point: Point) => CardTarget | null;
  readonly stop: () => void;
}

/** The share of a card's height at each edge that is the place beside it. */
const edgeShare = 0.25;

/** @param nextOf the action after another one in a priority, which may not be drawn; null at the end */
export function createDropMap(
  held: ActionId,
  nextOf: (priorityId: PriorityId, id: ActionId) => ActionId | null,
): DropMap {
  const wall = document.querySelector('.wall');
  let isStale = true;
  let wallBox: Box | null = null;
  let columns: readonly MappedColumn[] = [];
  const cards = new Map<MappedColumn, readonly MappedCard[]>();

  const refresh = () => {
    if (!isStale || !wall) return;
    isStale = false;
    wallBox = shownBox(wall);
    columns = [...wall.querySelectorAll<HTMLElement>('[data-column]')].flatMap(readColumn);
    cards.clear();
  };
  const cardsOf = (column: MappedColumn) => {
    const known = cards.get(column) ?? readCards(column.list, held);
    cards.set(column, known);
    return known;
  };
  const columnAt = (point: Point) =>
    wallBox && isIn(wallBox, point) ? columns.find(({ box }) => isIn(box, point)) : undefined;
  const stopWatching = watch(wall, () => {
    isStale = true;
  });
  return {
    refresh,
    wall: () => wall && wallBox && { element: wall, box: wallBox },
    columnAt,
    targetAt: (point) => {
      const column = columnAt(point);
      if (!column) return null;
      const known = cardsOf(column);
      const next = known.findIndex(({ top, bottom }) => point.y < (top + bottom) / 2);
      const above = known[next < 0 ? known.length - 1 : next - 1];
      const below = next < 0 ? undefined : known[next];
      const { left, right, top } = column.listBox;
      return {
        place: {
          priorityId: column.id,
          // In a long column what follows a card on the screen need not be what follows it.
          before: above ? nextOf(column.id, above.id) : (below?.id ?? null),
        },
        line: { left, width: right - left, top: lineTop(above, below, top) },
      };
    },
    cardAt: (point) => {
      const column = columnAt(point);
      const card = column && cardsOf(column).find((one) => isInMiddle(one, point));
      if (!card) return null;
      const { left, right } = column.listBox;
      const { id, top, bottom } = card;
      return { id, box: { left, right, top, bottom } };
    },
    stop: stopWatching,
  };
}

function readColumn(element: HTMLElement): readonly MappedColumn[] {
  const list = element.querySelector<HTMLElement>('[data-cards]');
  const scroll = element.querySelector('.column-scroll');
  const id = element.dataset.column;
  if (!list || !isId(id)) return [];
  const scrolls = scroll !== null && scroll.scrollHeight > scroll.clientHeight;
  return [
    {
      id: id as PriorityId,
      box: element.getBoundingClientRect(),
      scroller: scrolls ? { element: scroll, box: shownBox(scroll) } : null,
      list,
      listBox: list.getBoundingClientRect(),
    },
  ];
}

const readCards = (list: HTMLElement, held: ActionId): readonly MappedCard[] =>
  [...list.querySelectorAll<HTMLElement>('[data-card]')]
    .filter((card) => card.dataset.card !== held)
    .map((card) => {
      const { top, bottom } = card.getBoundingClientRect();
      return { id: card.dataset.card as ActionId, top, bottom };
    });

function shownBox(element: Element): Box {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return {
    left: Math.max(left, 0),
    right: Math.min(right, window.innerWidth),
    top: Math.max(top, 0),
    bottom: Math.min(bottom, window.innerHeight),
  };
}

const isIn = ({ left, right, top, bottom }: Box, { x, y }: Point): boolean =>
  x >= left && x < right && y >= top && y < bottom;

const isInMiddle = ({ top, bottom }: MappedCard, { y }: Point): boolean => {
  const edge = (bottom - top) * edgeShare;
  return y >= top + edge && y < bottom - edge;
};

const lineTop = (above: MappedCard | undefined, below: MappedCard | undefined, top: number) =>
  above && below
    ? (above.bottom + below.top) / 2
    : above
      ? above.bottom + 4
      : below
        ? below.top - 4
        : top + 4;

/** Calls whenever boxes of the wall may be others: it scrolls, somebody writes, a window of cards moves. */
function watch(wall: Element | null, call: () => void): () => void {
  const changes = new MutationObserver(call);
  if (wall)
    changes.observe(wall, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['style'],
    });
  document.addEventListener('scroll', call, { capture: true, passive: true });
  return () => {
    changes.disconnect();
    document.removeEventListener('scroll', call, { capture: true });
  };
}
