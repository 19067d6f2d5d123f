/** A session without a server: requests are decided and folded by the real functions, at a time tests set. */
import type { Board } from '../../shared/board/board.ts';
import { LIMITS } from '../../shared/board/schema.ts';
import { ok, type Result } from '../../shared/result.ts';
import { decide } from '../../shared/session/decide.ts';
import { evolve } from '../../shared/session/evolve.ts';
import type { Present } from '../../shared/session/present.ts';
import type { RequestRefusal } from '../../shared/session/refusals.ts';
import type { Request, SessionEvent } from '../../shared/session/session.ts';
import { EMPTY_SESSION, type SessionState } from '../../shared/session/state.ts';
import type { BoardFacts } from '../../shared/session/verb.ts';
import { type SessionView, viewFor } from '../../shared/session/view.ts';

export interface SessionStage {
  readonly state: () => SessionState;
  /** What happened, in order. */
  readonly events: () => readonly SessionEvent[];
  readonly ask: (asker: Present, request: Request) => Result<void, RequestRefusal>;
  /** Records what nobody asks for, such as the end of a timer. */
  readonly record: (event: SessionEvent) => void;
  readonly viewFor: (viewer: Present, present: readonly Present[]) => SessionView;
  readonly setNow: (ms: number) => void;
}

export function createSessionStage(board: () => Board): SessionStage {
  let state = EMPTY_SESSION;
  let now = 1_900_000_000_000;
  const events: SessionEvent[] = [];
  const record = (event: SessionEvent) => {
    events.push(event);
    state = evolve(state, event);
  };
  return {
    state: () => state,
    events: () => events,
    record,
    ask: (asker, request) => {
      const decision = decide(state, request, { asker, now, board: factsOf(board()) });
      if (!decision.ok) return decision;
      for (const event of decision.value) record(event);
      return ok(undefined);
    },
    viewFor: (viewer, present) => viewFor(viewer, { state, present, entryCode: null, now }),
    setNow: (ms) => {
      now = ms;
    },
  };
}

const factsOf = (board: Board): BoardFacts => ({
  hasPriority: (id) => board.priorities.some((priority) => priority.id === id),
  hasAction: (id) => board.actions.has(id),
  priorityOf: (id) => (board.numbers.has(id) ? board.actions.get(id)?.priorityId : undefined),
  leadOf: (id) => {
    const lead = board.actions.get(id)?.leadDirectionId;
    return lead !== undefined && board.directions.has(lead) ? lead : undefined;
  },
  actionsOf: (person) =>
    [...board.actions.values()]
      .filter(({ id, authorId }) => authorId === person && board.numbers.has(id))
      .map(({ id }) => id),
  room: () => LIMITS.actions - board.actions.size,
});
