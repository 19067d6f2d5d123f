/** One request to the server at a time: whether it runs, and in words why the last was refused. */
import { useState } from 'react';
import type { Answer } from '../sync/http.ts';
import { useWords } from './words.ts';

export function useSending() {
  const { app } = useWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  return {
    busy,
    problem,
    /** Says what this page itself found wrong; undefined takes back what was said. */
    setProblem,
    send: async <Value>(request: Promise<Answer<Value>>): Promise<Answer<Value>> => {
      setProblem(undefined);
      setBusy(true);
      const answer = await request;
      setBusy(false);
      if (!answer.ok) setProblem(app.problem(answer.error.code, answer.error.message));
      return answer;
    },
  };
}
