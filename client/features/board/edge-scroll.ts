/**
 * Scrolls what lies under a held card while the pointer waits near an edge: the column it is over,
 * the wall from side to side, and on a phone the page.
 */
import type { Box, DropMap } from './drop-map.ts';
import type { Point } from './press.ts';

const edgePx = 64;
const topSpeedPxPerMs = 1.2;

/** One step, by the boxes that were read before: it only writes. */
export function scrollNearEdges(map: DropMap, point: Point, elapsedMs: number): void {
  const down = map.columnAt(point)?.scroller;
  const page = document.scrollingElement;
  if (down) scrollBy(down.element, 0, towards(point.y, down.box.top, down.box.bottom) * elapsedMs);
  else if (page) scrollBy(page, 0, towards(point.y, 0, window.innerHeight) * elapsedMs);
  const wall = map.wall();
  if (wall && point.y >= wall.box.top)
    scrollBy(wall.element, aside(wall.box, point) * elapsedMs, 0);
}

const aside = ({ left, right }: Box, { x }: Point): number => towards(x, left, right);

/** Pixels a millisecond, negative towards the start; faster the nearer to the edge. */
function towards(at: number, start: number, end: number): number {
  const beforeEnd = Math.max(0, Math.min(1, (at - (end - edgePx)) / edgePx));
  const beforeStart = Math.max(0, Math.min(1, (start + edgePx - at) / edgePx));
  return (beforeEnd - beforeStart) * topSpeedPxPerMs;
}

function scrollBy(element: Element, left: number, top: number): void {
  if (left !== 0 || top !== 0) element.scrollBy({ left, top, behavior: 'instant' });
}
