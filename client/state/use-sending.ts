/** One request to the server at a time: whether it runs, and in words why the last was refused. */
import { useEffect, useRef, useState } from 'react';
import type { Answer } from '../sync/http.ts';
import { askInTurn } from './in-turn.ts';
import { useWords } from './words.ts';

export function useSending() {
  const { app } = useWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { waits, inTurn } = useInTurn();
  return {
    busy,
    problem,
    /** Seconds until it is asked again, because too many ask at once; null while it does not wait. */
    waits,
    /** Says what this page itself found wrong; undefined takes back what was said. */
    setProblem,
    /** @param request as a function, it waits for its turn where too many ask at once */
    send: async <Value>(
      request: Promise<Answer<Value>> | (() => Promise<Answer<Value>>),
    ): Promise<Answer<Value>> => {
      setProblem(undefined);
      setBusy(true);
      const answer = await (typeof request === 'function' ? inTurn(request) : request);
      setBusy(false);
      if (!answer.ok) setProblem(app.problem(answer.error.code, answer.error.message));
      return answer;
    },
  };
}

/** Asks until it is one's turn, for as long as the component is there. */
export function useInTurn() {
  const [waits, setWaits] = useState<number | null>(null);
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);
  const inTurn = <Value>(ask: () => Promise<Answer<Value>>): Promise<Answer<Value>> =>
    askInTurn(ask, setWaits, () => isLeft.current);
  return { waits, inTurn };
}
