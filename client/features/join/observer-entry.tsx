/**
 * Observers are nobody in particular: they enter as soon as they arrive. Drawing the door for that
 * moment would make a slow machine wait for the board: it is drawn when they cannot enter at once.
 */
import { type ReactNode, useEffect, useRef } from 'react';
import { joinWorkshop } from '../../entry/workshops.ts';
import type { OpenedWorkshop } from '../../state/device.ts';
import { useSending } from '../../state/use-sending.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { WaitNotice } from '../../ui/wait-notice.tsx';

export interface ObserverEntryProps {
  readonly workshop: OpenedWorkshop;
  /** Until they are in. */
  readonly waiting: ReactNode;
  /** The door, with what is said at it. */
  readonly door: (said: ReactNode) => ReactNode;
}

export function ObserverEntry({ workshop, waiting, door }: ObserverEntryProps) {
  const { app, common } = useWords();
  const { problem, waits, send } = useSending();
  const entered = useRef<boolean>(false);

  // This page then gives way to the board.
  const enter = () => void send(() => joinWorkshop(workshop, {}));
  useEffect(() => {
    // An effect may run twice; each time would be one more person in the room.
    if (entered.current) return;
    entered.current = true;
    enter();
  });

  if (waits !== null) return door(<WaitNotice seconds={waits} words={app.tooOften} />);
  if (!problem) return waiting;
  const retry = <Button onClick={enter}>{common.retry}</Button>;
  return door(<Notice tone="error" title={problem} action={retry} />);
}
