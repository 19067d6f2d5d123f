/**
 * Scrolls what lies under a held card while the pointer waits near an edge: the column it is over,
 * the wall from side to side, and on a phone the page. The library would scroll the column the card
 * came from.
 */
import { columnAt } from './drop-target.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

const edgePx = 64;
const topSpeedPxPerMs = 1.2;
/** After a frame that came late, one step must not jump over several cards. */
const longestStepMs = 50;

/** Scrolls until the returned function is called; `onScrolled` runs after each step that moved something. */
export function scrollNearEdges(
  pointer: () => Point | null,
  onScrolled: (point: Point) => void,
): () => void {
  let last = performance.now();
  let frame = 0;
  const step = (now: number) => {
    const point = pointer();
    if (point && scrollUnder(point, Math.min(now - last, longestStepMs))) onScrolled(point);
    last = now;
    frame = requestAnimationFrame(step);
  };
  frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}

function scrollUnder({ x, y }: Point, elapsedMs: number): boolean {
  const column = columnAt(x, y);
  const wall = document.querySelector('.wall');
  const down = column?.querySelector('.column-scroll');
  const page = document.scrollingElement;
  const movedDown =
    down && down.scrollHeight > down.clientHeight
      ? scrollBy(down, 0, towards(y, edgesOf(down).top, edgesOf(down).bottom) * elapsedMs)
      : page !== null && scrollBy(page, 0, towards(y, 0, window.innerHeight) * elapsedMs);
  const sides = wall && edgesOf(wall);
  const movedAside =
    sides && y >= sides.top && scrollBy(wall, towards(x, sides.left, sides.right) * elapsedMs, 0);
  return movedDown || movedAside === true;
}

/** The part of an element that the window shows. */
function edgesOf(element: Element) {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return {
    left: Math.max(left, 0),
    right: Math.min(right, window.innerWidth),
    top: Math.max(top, 0),
    bottom: Math.min(bottom, window.innerHeight),
  };
}

/** Pixels a millisecond, negative towards the start; faster the nearer to the edge. */
function towards(at: number, start: number, end: number): number {
  const beforeEnd = Math.max(0, Math.min(1, (at - (end - edgePx)) / edgePx));
  const beforeStart = Math.max(0, Math.min(1, (start + edgePx - at) / edgePx));
  return (beforeEnd - beforeStart) * topSpeedPxPerMs;
}

/** Whether it moved: an element at its end does not. */
function scrollBy(element: Element, left: number, top: number): boolean {
  if (left === 0 && top === 0) return false;
  const { scrollLeft, scrollTop } = element;
  element.scrollBy({ left, top, behavior: 'instant' });
  return element.scrollLeft !== scrollLeft || element.scrollTop !== scrollTop;
}
