/** The page at the door: what this workshop is, and who is coming in. */
import { useEffect, useState } from 'react';
import type { BoardDoor } from '../../shared/protocol/http.ts';
import { openDoor, type Problem } from '../entry/workshops.ts';
import { JoinForm } from '../features/join/join-form.tsx';
import { ObserverEntry } from '../features/join/observer-entry.tsx';
import { WorkshopCard } from '../features/join/workshop-card.tsx';
import type { OpenedWorkshop } from '../state/device.ts';
import { useWords } from '../state/words.ts';
import { DoorClosedPage } from './message-page.tsx';
import { Page } from './page.tsx';
import { Waiting } from './waiting.tsx';

export function JoinPage({ workshop }: { readonly workshop: OpenedWorkshop }) {
  const { home } = useWords();
  const { boardId, token } = workshop;
  const [door, setDoor] = useState<BoardDoor>();
  const [problem, setProblem] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    let left = false;
    setProblem(undefined);
    void openDoor(boardId, token).then((answer) => {
      if (left) return;
      if (answer.ok) setDoor(answer.value);
      else setProblem(answer.error);
    });
    return () => {
      left = true;
    };
  }, [boardId, token, attempt]);

  if (problem)
    return <DoorClosedPage problem={problem} onRetry={() => setAttempt((last) => last + 1)} />;
  if (!door) return <Waiting />;
  return (
    <Page title={door.title || home.untitled} lead={<WorkshopCard door={door} />} width="narrow">
      {door.role === 'observer' ? (
        <ObserverEntry workshop={workshop} />
      ) : (
        <JoinForm workshop={workshop} door={door} />
      )}
    </Page>
  );
}
