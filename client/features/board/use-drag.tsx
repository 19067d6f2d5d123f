/**
 * Takes the presses on cards to what carries them, which is fetched once the board is shown to
 * somebody who may move cards: it weighs 13 kB, and most people read first. A press that comes before
 * it waits for it, as long as it lasts.
 */
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { late } from '../../browser/late.ts';
import { useCan } from '../../state/hooks.ts';
import { useFetched } from '../../ui/lazy-part.tsx';
import { type Press, pressIn } from './press.ts';
import './drag.css';

const dragMachine = late(() => import('./drag-machine.tsx').then((file) => file.DragMachine));

type Take = (press: Press) => void;
interface Pressed {
  readonly nativeEvent: Event;
}

/** Handlers for the wall, and what stands beside it. */
export function useDrag() {
  const mayMove = useCan('move');
  const [isWanted, setWanted] = useState(false);
  const Machine = useFetched(dragMachine, isWanted, () => setWanted(false));
  const take = useRef<Take | null>(null);
  const waiting = useRef<Press | null>(null);

  useEffect(() => {
    if (!mayMove) return;
    const timer = setTimeout(() => setWanted(true), whenQuietMs);
    return () => clearTimeout(timer);
  }, [mayMove]);
  useEffect(() => {
    const letGo = () => {
      waiting.current = null;
    };
    for (const end of ends) addEventListener(end, letGo, true);
    return () => {
      for (const end of ends) removeEventListener(end, letGo, true);
    };
  }, []);

  const onReady = useCallback((ready: Take) => {
    take.current = ready;
    // Not within the effect that says it is ready: the grip draws itself anew for each press.
    setTimeout(() => {
      if (waiting.current) ready(waiting.current);
      waiting.current = null;
    });
  }, []);
  const handlers = useMemo(() => {
    const hear =
      (kind: Press['kind']) =>
      ({ nativeEvent }: Pressed) => {
        const press = pressIn(kind, nativeEvent);
        if (!press) return;
        if (take.current) return take.current(press);
        waiting.current = press;
        setWanted(true);
      };
    return { onMouseDown: hear('onMouseDown'), onTouchStart: hear('onTouchStart') };
  }, []);
  const machine: ReactNode = useMemo(
    () => Machine && <Machine onReady={onReady} />,
    [Machine, onReady],
  );
  return { handlers, machine };
}

/** Once the first cards are drawn and the board is saved, milliseconds. */
const whenQuietMs = 1_000;
const ends = ['mouseup', 'touchend', 'touchcancel'] as const;
