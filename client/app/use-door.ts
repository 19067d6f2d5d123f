/** What is behind a link, asked of the server until it answers. */
import { useEffect, useState } from 'react';
import type { BoardId } from '../../shared/ids.ts';
import type { BoardDoor } from '../../shared/protocol/http.ts';
import type { openDoor, Problem } from '../entry/workshops.ts';
import { useInTurn } from '../state/use-sending.ts';

/** How long a door that was seen is not asked for again, milliseconds: from its link to its form. */
const freshMs = 5_000;
/** Out of reach, it is asked for again after so long, milliseconds. */
const againMs = 3_000;
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
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => setAttempt((last) => last + 1);
    // What is out of reach stays said until there is an answer.
    setProblem((last) => (last?.status === 0 ? last : undefined));
    void inTurn(() => ask(boardId, token)).then((answer) => {
      if (left) return;
      if (answer.ok) {
        seen = { token, door: answer.value, at: performance.now() };
        setDoor(answer.value);
        return setProblem(undefined);
      }
      setProblem(answer.error);
      if (answer.error.status > 0) return;
      timer = setTimeout(again, againMs);
      addEventListener('online', again, { once: true });
    });
    return () => {
      left = true;
      clearTimeout(timer);
      removeEventListener('online', again);
    };
  }, [ask, boardId, token, attempt]);
  return { door, problem, waits, retry: () => setAttempt((last) => last + 1) };
}
