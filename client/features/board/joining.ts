/**
 * A card held still over the middle of another for a moment means both are one: the card below says
 * so, and the one in hand joins it when it is let go. Moved on, it falls between cards again.
 */
import type { ActionId } from '../../../shared/ids.ts';
import type { CardTarget } from './drop-map.ts';

/** Less is a card that passes by; more seems as if nothing came. */
const restMs = 600;

export interface Joining {
  /** Before each frame: the card under the pointer, and how long the frame before lasted. */
  readonly rest: (on: CardTarget | null, elapsedMs: number) => void;
  /** The card that the one in hand would join. */
  readonly target: () => ActionId | null;
  readonly stop: () => void;
}

/** @param sign what stands over the card below, and says what letting go would do */
export function createJoining(sign: HTMLElement | null): Joining {
  let on: ActionId | null = null;
  let restedMs = 0;
  const show = (target: CardTarget | null) => {
    if (!sign) return;
    sign.hidden = target === null;
    if (!target) return;
    const { left, right, top, bottom } = target.box;
    sign.style.width = `${right - left}px`;
    sign.style.height = `${bottom - top}px`;
    sign.style.transform = `translate(${left}px, ${top}px)`;
  };
  const rest: Joining['rest'] = (target, elapsedMs) => {
    const id = target?.id ?? null;
    restedMs = id === on ? restedMs + elapsedMs : 0;
    if (id !== on) show(null);
    on = id;
    if (restedMs >= restMs) show(target);
  };
  return {
    rest,
    target: () => (restedMs >= restMs ? on : null),
    stop: () => rest(null, 0),
  };
}
