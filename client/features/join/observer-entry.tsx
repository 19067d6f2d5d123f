/** Observers are nobody in particular: they enter as soon as they arrive. */
import { useEffect, useRef } from 'react';
import { joinWorkshop } from '../../entry/workshops.ts';
import type { OpenedWorkshop } from '../../state/device.ts';
import { useSending } from '../../state/use-sending.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { WaitNotice } from '../../ui/wait-notice.tsx';

export function ObserverEntry({ workshop }: { readonly workshop: OpenedWorkshop }) {
  const { app, common, join } = useWords();
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

  if (waits !== null) return <WaitNotice seconds={waits} words={app.tooOften} />;
  if (!problem) return <p role="status">{join.asObserver}</p>;
  return (
    <Notice tone="error" title={problem} action={<Button onClick={enter}>{common.retry}</Button>} />
  );
}
