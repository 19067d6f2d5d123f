/** What is behind a link, asked of the server until it answers. */
import { useEffect, useState } from 'react';
import type { BoardId } from '../../shared/ids.ts';
import type { BoardDoor } from '../../shared/protocol/http.ts';
import type { openDoor, Problem } from '../entry/workshops.ts';

/** @param ask always the same function: another one asks again */
export function useDoor(ask: typeof openDoor, boardId: BoardId, token: string) {
  const [door, setDoor] = useState<BoardDoor>();
  const [problem, setProblem] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    let left = false;
    setProblem(undefined);
    void ask(boardId, token).then((answer) => {
      if (left) return;
      if (answer.ok) setDoor(answer.value);
      else setProblem(answer.error);
    });
    return () => {
      left = true;
    };
  }, [ask, boardId, token, attempt]);
  return { door, problem, retry: () => setAttempt((last) => last + 1) };
}
