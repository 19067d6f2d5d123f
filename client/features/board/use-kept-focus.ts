/**
 * Keeps the focus on a card when the card moves: its element leaves one column and another is drawn
 * elsewhere. Nobody's reading place is lost because a neighbour moved the card (RGAA 12.8).
 */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useBoard } from '../../state/hooks.ts';
import { useWallState } from './wall-store.ts';

export function useKeptFocus(wall: RefObject<HTMLElement | null>): void {
  const focused = useRef<string | null>(null);
  const places = useBoard((board) => board.numbers);
  const grab = useWallState((state) => state.grab);
  const tab = useWallState((state) => state.tab);

  useEffect(() => {
    const onFocusIn = ({ target }: FocusEvent) => {
      const inWall = target instanceof HTMLElement && wall.current?.contains(target);
      const card = inWall ? target.closest<HTMLElement>('[data-card]') : null;
      focused.current = card?.dataset.card ?? null;
    };
    document.addEventListener('focusin', onFocusIn);
    return () => document.removeEventListener('focusin', onFocusIn);
  }, [wall]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs after whatever can redraw a card elsewhere
  useLayoutEffect(() => {
    if (focused.current === null || document.activeElement !== document.body) return;
    const selector = `[data-open-action="${CSS.escape(focused.current)}"]`;
    wall.current?.querySelector<HTMLElement>(selector)?.focus({ preventScroll: grab === null });
  }, [places, grab, tab, wall]);
}
