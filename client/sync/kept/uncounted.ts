/** Votes that carry something a person made, which would be lost with the answer. */

import type { Request } from '../../../shared/session/session.ts';
import type { RequestProblem } from '../questions.ts';
import type { ToKeep } from './kept-work.ts';

export type Cast = Extract<Request, { readonly type: 'vote-cast' }>;

/** After these the dots are still in one's hand, or were never asked for. */
const NOTHING_LOST: ReadonlySet<string> = new Set(['invalid', 'role', 'nothing', 'cap', 'budget']);

/** Ideas are no matter of this: they are kept where they are written, until their answer. */
export function uncounted(cast: Cast, problem: RequestProblem): readonly ToKeep[] {
  if (NOTHING_LOST.has(problem)) return [];
  const { roundId, actionId, dots } = cast;
  const why = problem === 'offline' ? 'unanswered' : problem;
  return [{ work: { kind: 'votes', roundId, actionId, dots }, why }];
}
