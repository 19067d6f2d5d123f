/** What is behind a link, asked of the server until it answers. */
import { useEffect, useState } from 'react';
import type { BoardId } from '../../shared/ids.ts';
import type { BoardDoor } from '../../shared/protocol/http.ts';
import type { openDoor, Problem } from '../entry/workshops.ts';
import { useInTurn } from '../state/use-sending.ts';

/** How long a door that was seen is not asked for again, milliseconds: from its link to its form. */
const freshMs = 5_000;
let seen: { readonly token: string; readonly door: BoardDoor; readonly at: number } | null = null;

/** The door that its link has just told; undefined when that was another one, or long ago. */
export const doorJustSeen = (token: string): BoardDoor | undefined =>
  seen?.token === token && performance.now() - seen.at < freshMs ? seen.door : undefined;

/**
 * @param ask always the same function: another one asks again
 * @param known what is behind the link, when that is known already
 */
export function useDoor(
  ask: typeof openDoor,
  boardId: BoardId,
  token: string,
  known?: BoardDoor | undefined,
) {
  const [door, setDoor] = useState(known);
  const [problem, setProblem] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);
  const { waits, inTurn } = useInTurn();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    if (attempt === 0 && door && door === known) return;
    let left = false;
    setProblem(undefined);
    void inTurn(() => ask(boardId, token)).then((answer) => {
      if (left) return;
      if (answer.ok) {
        seen = { token, door: answer.value, at: performance.now() };
        setDoor(answer.value);
      } else setProblem(answer.error);
    });
    return () => {
      left = true;
    };
  }, [ask, boardId, token, attempt]);
  return { door, problem, waits, retry: () => setAttempt((last) => last + 1) };
}
