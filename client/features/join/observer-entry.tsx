/** Observers are nobody in particular: they enter as soon as they arrive. */
import { useEffect, useRef, useState } from 'react';
import { joinWorkshop, type Problem } from '../../entry/workshops.ts';
import type { OpenedWorkshop } from '../../state/device.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

export function ObserverEntry({ workshop }: { readonly workshop: OpenedWorkshop }) {
  const { app, common, join } = useWords();
  const [problem, setProblem] = useState<Problem>();
  const entered = useRef<boolean>(false);

  const enter = async () => {
    setProblem(undefined);
    const joined = await joinWorkshop(workshop, { name: common.observer });
    if (!joined.ok) setProblem(joined.error); // else this page gives way to the board
  };
  useEffect(() => {
    // An effect may run twice; each time would be one more person in the room.
    if (entered.current) return;
    entered.current = true;
    void enter();
  });

  if (!problem) return <p role="status">{join.asObserver}</p>;
  return (
    <Notice
      tone="error"
      title={app.problem(problem.code, problem.message)}
      action={<Button onClick={() => void enter()}>{common.retry}</Button>}
    />
  );
}
