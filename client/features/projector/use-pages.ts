/**
 * Pages that turn by themselves, with the remote of a presentation (PageUp and PageDown, arrows,
 * space), or from the cockpit. After a hand has turned one, they wait a minute before going on alone;
 * held from the cockpit, they wait for a hand.
 */
import { useEffect, useState } from 'react';
import { type Projection, UNLED } from '../../../shared/session/projection/projection.ts';

const turnMs = 12_000;
const afterHandMs = 60_000;

interface Turned {
  readonly key: string;
  readonly page: number;
  readonly byHand: boolean;
  /** When what was last asked from the cockpit was asked; null before. */
  readonly ledAt: number | null;
}

/**
 * @param key of what is shown: another one begins at its first page
 * @param led what was asked from the cockpit
 */
export function usePages(key: string, count: number, led: Projection | null): number {
  const [last, setTurned] = useState<Turned>({ key, page: 0, byHand: false, ledAt: null });
  const turned = afterLead(last.key === key ? last : { ...last, key, page: 0, byHand: false }, led);
  const page = count === 0 ? 0 : turned.page % count;
  const { byHand, ledAt } = turned;
  const { held } = led ?? UNLED;
  useEffect(() => {
    if (count < 2) return;
    const turn = (by: number, hand: boolean) =>
      setTurned({ key, page: (page + by + count) % count, byHand: hand, ledAt });
    const timer = held
      ? undefined
      : setTimeout(() => turn(1, false), byHand ? afterHandMs : turnMs);
    const press = (event: KeyboardEvent) => {
      const by = KEYS[event.key];
      if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      turn(by, true);
    };
    addEventListener('keydown', press);
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', press);
    };
  }, [key, count, page, byHand, held, ledAt]);
  return page;
}

/** What was asked counts once: from then on the page turns from there. */
const afterLead = (turned: Turned, led: Projection | null): Turned =>
  !led || led.at === turned.ledAt
    ? turned
    : {
        ...turned,
        ledAt: led.at,
        ...(led.page !== null && { page: led.page, byHand: true }),
      };

const KEYS: Readonly<Record<string, number>> = {
  PageDown: 1,
  ArrowRight: 1,
  ArrowDown: 1,
  ' ': 1,
  PageUp: -1,
  ArrowLeft: -1,
  ArrowUp: -1,
};
