/**
 * The session: what facilitators decide. Events are appended to the board's log and folded here,
 * by the server, by tests, and by whoever replays the log.
 */
import { FREE_RULES, type Phase, type StepRules, VISIBILITIES } from './rules.ts';

export type SessionEvent = { readonly type: 'agenda-set'; readonly phases: readonly Phase[] };

export interface SessionState {
  readonly phases: readonly Phase[];
  readonly currentPhase: number | null;
}

export const EMPTY_SESSION: SessionState = { phases: [], currentPhase: null };

/** Folds one event. Events of the log were decided once: they are never refused here. */
export function evolve(state: SessionState, event: SessionEvent): SessionState {
  switch (event.type) {
    case 'agenda-set':
      return { ...state, phases: event.phases };
  }
}

/** The rules in force now. */
export function rulesOf(state: SessionState): StepRules {
  const phase = state.currentPhase === null ? undefined : state.phases[state.currentPhase];
  return phase ? VISIBILITIES[phase.visibility] : FREE_RULES;
}
