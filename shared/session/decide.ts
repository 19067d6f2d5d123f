/**
 * What a request leads to. Pure: the server decides with it, and tests fold what it gives. Only the
 * server supplies the time, who asks, and what the board holds.
 */
import { err } from '../result.ts';
import { mayAsk, type Request, type SessionEvent, VERBS } from './session.ts';
import type { SessionState } from './state.ts';
import type { DecideContext, Decision } from './verb.ts';

export function decide(
  state: SessionState,
  request: Request,
  context: DecideContext,
): Decision<SessionEvent> {
  if (!mayAsk(context.asker.role, request.type)) return err('role');
  // The table says which request goes with which decision; the compiler cannot follow a type through it.
  const verbDecide = VERBS[request.type].decide as (
    state: SessionState,
    request: Request,
    context: DecideContext,
  ) => Decision<SessionEvent>;
  return verbDecide(state, request, context);
}
