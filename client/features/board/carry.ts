/**
 * A pointer that carries something: from a press to the moment it lets go. It waits until the press
 * is meant as a drag, then tells once a frame where the pointer is, however often it moves.
 */
import type { Point, Press } from './press.ts';

/** A mouse that moves less is a click. */
const dragAfterPx = 6;
/** A finger that waits this long takes the card; a quicker one scrolls. */
const holdMs = 250;
/** A finger never stands quite still. */
const holdWithinPx = 8;
/** After a frame that came late, one step must not jump over several cards. */
const longestStepMs = 50;
/** The click that follows a drag comes within this time. */
const clickWithinMs = 50;

export interface Carrying {
  /** It is a drag, which began at this point. False gives it up. */
  readonly begin: (from: Point) => boolean;
  /** Before each frame: where the pointer is, and how long the frame before lasted. */
  readonly frame: (at: Point, elapsedMs: number) => void;
  /** It is over, once for each that began: let go here, or given up (null). */
  readonly end: (at: Point | null) => void;
}

/** @returns gives it up */
// One press: all its listeners come and go together.
export function carry({ kind, event, element }: Press, carrying: Carrying): () => void {
  const isTouch = kind === 'onTouchStart';
  const from = pointOf(event);
  if (!from || (event as MouseEvent).button > 0) return () => undefined;
  let at = from;
  let state: 'pressed' | 'held' | 'over' = 'pressed';
  let frame = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const finish = (where: Point | null) => {
    if (state === 'over') return;
    const wasHeld = state === 'held';
    state = 'over';
    clearTimeout(waiting);
    cancelAnimationFrame(frame);
    stop();
    if (!wasHeld) return;
    swallowClick();
    carrying.end(where);
  };
  const giveUp = () => finish(null);
  const begin = () => {
    if (!carrying.begin(from)) return giveUp();
    state = 'held';
    getSelection()?.removeAllRanges();
    let last = performance.now();
    const next = (now: number) => {
      carrying.frame(at, Math.min(now - last, longestStepMs));
      last = now;
      if (state === 'held') frame = requestAnimationFrame(next);
    };
    frame = requestAnimationFrame(next);
  };
  const move = (moved: Event) => {
    const point = pointOf(moved);
    if (!point) return giveUp(); // a second finger
    at = point;
    const distance = Math.hypot(at.x - from.x, at.y - from.y);
    if (state === 'held')
      moved.preventDefault(); // the page would scroll under the finger
    else if (isTouch && distance > holdWithinPx) giveUp();
    else if (!isTouch && distance > dragAfterPx) begin();
  };
  const letGo = (ended: Event) => finish(pointOf(ended) ?? at);
  const press = (pressed: Event) => {
    if (state !== 'held' || (pressed as KeyboardEvent).key !== 'Escape') return;
    pressed.stopPropagation();
    giveUp();
  };
  const refuse = (asked: Event) => state === 'held' && asked.preventDefault();
  const menu = (asked: Event) => {
    if (state === 'held') asked.preventDefault();
    else if (!isTouch) giveUp(); // no button is let go after it
  };

  const target = event.target ?? element;
  const listeners: readonly Listened[] = isTouch
    ? [
        // Of the element itself: one that leaves the page goes on hearing its finger, alone.
        [target, 'touchmove', move],
        [target, 'touchend', letGo],
        [target, 'touchcancel', giveUp],
      ]
    : [
        [document, 'mousemove', move],
        [document, 'mouseup', letGo],
        [document, 'dragstart', (started) => started.preventDefault()],
      ];
  const stop = listen([
    ...listeners,
    [document, 'keydown', press],
    [document, 'contextmenu', menu],
    [document, 'selectstart', refuse],
    [document, 'visibilitychange', giveUp],
    [window, 'resize', giveUp],
  ]);
  if (isTouch) waiting = setTimeout(begin, holdMs);
  return giveUp;
}

type Listened = readonly [target: EventTarget, type: string, hear: (event: Event) => void];

function listen(listeners: readonly Listened[]): () => void {
  for (const [target, type, hear] of listeners)
    target.addEventListener(type, hear, { capture: true, passive: false });
  return () => {
    for (const [target, type, hear] of listeners)
      target.removeEventListener(type, hear, { capture: true });
  };
}

/** Undefined for more than one finger, and for what is no pointer. */
function pointOf(event: Event): Point | undefined {
  if ('touches' in event) {
    const { touches, changedTouches } = event as TouchEvent;
    const finger = touches[0] ?? changedTouches[0];
    return touches.length > 1 || !finger ? undefined : { x: finger.clientX, y: finger.clientY };
  }
  const { clientX: x, clientY: y } = event as MouseEvent;
  return { x, y };
}

/** Letting a card go over another one is no press on it. */
function swallowClick(): void {
  const swallow = (click: Event) => click.stopPropagation();
  addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener('click', swallow, { capture: true }), clickWithinMs);
}
