/**
 * A pointer that carries something: from a press to the moment it lets go. The library's sensors know
 * when a press is meant as a drag, and keep the page from scrolling, selecting or clicking meanwhile.
 * Where the pointer is, is told once a frame, however often it moves: the library's own context would
 * render for each move.
 */
import { MouseSensor, type SensorContext, TouchSensor } from '@dnd-kit/core';
import type { Point, Press } from './press.ts';

/** A mouse that moves less is a click. */
const mouse = { distance: 6 } as const;
/** A finger that waits, nearly still, takes the card; a quicker one scrolls. */
const finger = { delay: 250, tolerance: 8 } as const;
/** After a frame that came late, one step must not jump over several cards. */
const longestStepMs = 50;

export interface Carrying {
  /** It is a drag, which began at this point. False gives it up. */
  readonly begin: (from: Point) => boolean;
  /** Before each frame: where the pointer is, and how long the frame before lasted. */
  readonly frame: (at: Point, elapsedMs: number) => void;
  /** It is over, once for each that began: let go here, or given up (null). */
  readonly end: (at: Point | null) => void;
}

/** @returns gives it up; the library lets go of the page once the pointer does */
// One press: all its listeners come and go together.
export function carry({ id, kind, event, element }: Press, carrying: Carrying): () => void {
  const isTouch = kind === 'onTouchStart';
  const pressed = pointOf(event);
  if (!pressed || (event as MouseEvent).button > 0) return () => undefined;
  let at = pressed;
  let state: 'pressed' | 'held' | 'over' = 'pressed';
  let frame = 0;

  const finish = (where: Point | null) => {
    const wasHeld = state === 'held';
    if (state !== 'over') stop();
    state = 'over';
    cancelAnimationFrame(frame);
    if (wasHeld) carrying.end(where);
  };
  const giveUp = () => finish(null);
  const begin = (from: Point) => {
    if (state !== 'pressed') return;
    if (!carrying.begin(from)) return giveUp();
    state = 'held';
    let last = performance.now();
    const next = (now: number) => {
      carrying.frame(at, Math.min(now - last, longestStepMs));
      last = now;
      if (state === 'held') frame = requestAnimationFrame(next);
    };
    frame = requestAnimationFrame(next);
  };
  // The library says neither where the first move led nor where the pointer is let go.
  const note = (moved: Event) => {
    at = pointOf(moved) ?? at;
  };
  const second = (touched: Event) => pointOf(touched) ?? giveUp();
  const press = (key: Event) => {
    if (state !== 'held' || (key as KeyboardEvent).key !== 'Escape') return;
    key.stopPropagation();
    giveUp();
  };
  const stop = listen([
    [isTouch ? 'touchmove' : 'mousemove', note],
    [isTouch ? 'touchend' : 'mouseup', note],
    ['touchstart', second],
    ['keydown', press],
  ]);
  const Sensor = isTouch ? TouchSensor : MouseSensor;
  new Sensor({
    active: id,
    activeNode: {
      id,
      key: id,
      node: { current: element },
      activatorNode: { current: element },
      data: { current: {} },
    },
    event,
    context: { current: {} as SensorContext }, // of the library's own tree, which sensors of a pointer do not read
    options: { activationConstraint: isTouch ? finger : mouse },
    onStart: begin,
    onMove: () => undefined,
    onEnd: () => finish(at),
    onCancel: giveUp,
    onAbort: giveUp,
    onPending: () => undefined,
  });
  return giveUp;
}

type Listened = readonly [type: string, hear: (event: Event) => void];

function listen(listeners: readonly Listened[]): () => void {
  for (const [type, hear] of listeners) document.addEventListener(type, hear, true);
  return () => {
    for (const [type, hear] of listeners) document.removeEventListener(type, hear, true);
  };
}

/** Undefined for more than one finger, and for what is no pointer. */
function pointOf(event: Event): Point | undefined {
  if ('touches' in event) {
    const { touches, changedTouches } = event as TouchEvent;
    const point = touches[0] ?? changedTouches[0];
    return touches.length > 1 || !point ? undefined : { x: point.clientX, y: point.clientY };
  }
  const { clientX: x, clientY: y } = event as MouseEvent;
  return { x, y };
}
