/**
 * What a request leads to. Pure: the server decides with it, and tests fold what it gives. Only the
 * server supplies the time, who asks, and what the board holds.
 */
import { err } from '../result.ts';
import { decideAgenda } from './decide/agenda.ts';
import { decideAttention } from './decide/attention.ts';
import type { DecideContext, Decision } from './decide/decider.ts';
import { decideDrafts } from './decide/drafts.ts';
import { decideTimer } from './decide/timer.ts';
import { decideVotes } from './decide/votes.ts';
import type { SessionEvent } from './events.ts';
import { mayAsk, type Request, type RequestType } from './requests.ts';
import type { SessionState } from './state.ts';

type Decider = (state: SessionState, request: never, context: DecideContext) => Decision;

const DECIDERS: Readonly<Record<RequestType, Decider>> = {
  ...decideAgenda,
  ...decideTimer,
  ...decideDrafts,
  ...decideVotes,
  ...decideAttention,
};

export function decide(state: SessionState, request: Request, context: DecideContext): Decision {
  if (!mayAsk(context.asker.role, request.type)) return err('role');
  // The table says which request goes with which decision; the compiler cannot follow a type through it.
  const decider = DECIDERS[request.type] as (
    state: SessionState,
    request: Request,
    context: DecideContext,
  ) => Decision;
  return decider(state, request, context);
}

/** What the server does of itself when the alarm of `nextAlarm` rings. */
export function decideAlarm(state: SessionState, now: number): readonly SessionEvent[] {
  const isOver = state.timer?.state === 'running' && now >= state.timer.endsAt;
  return isOver ? [{ type: 'timer-ended', at: now }] : [];
}
