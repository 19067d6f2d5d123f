/**
 * How events make the session: folded by the server, by tests, and by whoever reads a log. They were
 * decided once, so none is refused here.
 */
import type { Idea } from './ideas/idea.ts';
import { isSameRules } from './rules.ts';
import { FOLDS, type SessionEvent } from './session.ts';
import { EMPTY_SESSION, graceMs, rulesOf, type SessionState } from './state.ts';
import { withAct } from './undo.ts';

export function evolve(state: SessionState, event: SessionEvent): SessionState {
  // The table says which event goes with which fold; the compiler cannot follow a type through it.
  const fold = FOLDS[event.type] as (state: SessionState, event: SessionEvent) => SessionState;
  const next = fold(state, event);
  return withFormerRules(state, 'by' in event ? withAct(state, next, event) : next, event);
}

/** Folds many events, as {@link evolve} would one by one: an idea has hundreds of them, and the ideas are copied once. */
export function replay(
  events: Iterable<SessionEvent>,
  from: SessionState = EMPTY_SESSION,
): SessionState {
  let state = from;
  let ideas: Map<Idea['id'], Idea> | undefined;
  for (const event of events) {
    if (event.type === 'draft-written' && state.aside.size === 0) {
      ideas ??= new Map(state.ideas);
      ideas.set(event.draft.id, event.draft);
      continue;
    }
    if (ideas) state = { ...state, ideas };
    ideas = undefined;
    state = evolve(state, event);
  }
  return ideas ? { ...state, ideas } : state;
}

function withFormerRules(
  before: SessionState,
  after: SessionState,
  event: SessionEvent,
): SessionState {
  const rules = rulesOf(before);
  if (isSameRules(rules, rulesOf(after)) || !('at' in event)) return after;
  return { ...after, former: { rules, until: event.at + graceMs } };
}
