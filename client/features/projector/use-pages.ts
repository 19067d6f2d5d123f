/**
 * Pages that turn by themselves, or with the remote of a presentation: PageUp and PageDown, arrows,
 * space. After a hand has turned one, they wait a minute before going on alone.
 */
import { useEffect, useState } from 'react';

const turnMs = 12_000;
const afterHandMs = 60_000;

/** @param key of what is shown: another one begins at its first page */
export function usePages(key: string, count: number): number {
  const [turned, setTurned] = useState({ key, page: 0, byHand: false });
  const page = turned.key === key ? Math.min(turned.page, Math.max(0, count - 1)) : 0;
  const byHand = turned.key === key && turned.byHand;
  useEffect(() => {
    if (count < 2) return;
    const turn = (by: number, hand: boolean) =>
      setTurned({ key, page: (page + by + count) % count, byHand: hand });
    const timer = setTimeout(() => turn(1, false), byHand ? afterHandMs : turnMs);
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
  }, [key, count, page, byHand]);
  return page;
}

const KEYS: Readonly<Record<string, number>> = {
  PageDown: 1,
  ArrowRight: 1,
  ArrowDown: 1,
  ' ': 1,
  PageUp: -1,
  ArrowLeft: -1,
  ArrowUp: -1,
};
