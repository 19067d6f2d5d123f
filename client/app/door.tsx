/** A link has just been followed: its role is learned, then its secret leaves the address (SPEC AP2). */
import { useEffect, useState } from 'react';
import type { BoardId } from '../../shared/ids.ts';
import { followLink, type Problem } from '../entry/workshops.ts';
import { DoorClosedPage } from './message-page.tsx';
import { correctTo } from './routes.ts';
import { Waiting } from './waiting.tsx';

export interface DoorProps {
  readonly boardId: BoardId;
  readonly token: string;
  /** Where the page goes on, without the secret. */
  readonly path: () => string;
}

export function Door({ boardId, token, path }: DoorProps) {
  const [problem, setProblem] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    let left = false;
    setProblem(undefined);
    void followLink(boardId, token).then((door) => {
      if (left) return;
      if (!door.ok) setProblem(door.error);
      // Until the server has answered the secret stays where a reload finds it.
      else correctTo(path());
    });
    return () => {
      left = true;
    };
  }, [boardId, token, attempt]);

  if (!problem) return <Waiting />;
  return <DoorClosedPage problem={problem} onRetry={() => setAttempt((last) => last + 1)} />;
}
