/**
 * Keeps the focus on a card when the card moves: its element leaves one column and another is drawn
 * elsewhere. Nobody's reading place is lost because a neighbour moved the card (RGAA 12.8).
 */
import { type RefObject, useEffect, useLayoutEffect } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { useBoard } from '../../state/hooks.ts';
import { useDrawsWhole } from './draw-whole.ts';
import { useWall, useWallState } from './wall-store.ts';

export function useKeptFocus(wall: RefObject<HTMLElement | null>): void {
  const { store } = useWall();
  const places = useBoard((board) => board.numbers);
  const grab = useWallState((state) => state.grab);
  const tab = useWallState((state) => state.tab);
  const isWhole = useDrawsWhole();

  useEffect(() => {
    const onFocusIn = ({ target }: FocusEvent) => {
      const inWall = target instanceof HTMLElement && wall.current?.contains(target);
      const card = inWall ? target.closest<HTMLElement>('[data-card]') : null;
      const focused = (card?.dataset.card as ActionId | undefined) ?? null;
      if (focused !== store.getState().focused) store.setState({ focused });
    };
    document.addEventListener('focusin', onFocusIn);
    return () => document.removeEventListener('focusin', onFocusIn);
  }, [wall, store]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs after whatever can redraw a card elsewhere
  useLayoutEffect(() => {
    const { focused } = store.getState();
    if (focused === null || document.activeElement !== document.body) return;
    const selector = `[data-open-action="${CSS.escape(focused)}"]`;
    wall.current?.querySelector<HTMLElement>(selector)?.focus({ preventScroll: grab === null });
  }, [places, grab, tab, isWhole, wall, store]);
}
