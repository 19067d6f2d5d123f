/**
 * How events make the session: folded by the server, by tests, and by whoever reads a log. They were
 * decided once, so none is refused here.
 */
import type { PersonId } from '../ids.ts';
import type { Draft, EventType, SessionEvent } from './events.ts';
import { FOLDS } from './folds.ts';
import { isSameRules } from './rules.ts';
import { EMPTY_SESSION, graceMs, rulesOf, type SessionState } from './state.ts';

export function evolve(state: SessionState, event: SessionEvent): SessionState {
  // The table says which event goes with which fold; the compiler cannot follow a type through it.
  const fold = FOLDS[event.type] as (state: SessionState, event: SessionEvent) => SessionState;
  const next = fold(state, event);
  return withFormerRules(state, isAct(event) ? withAct(state, next, event) : next, event);
}

/** Folds a whole log, as {@link evolve} would one by one: an idea has hundreds of events, and the ideas are copied once. */
export function replay(events: Iterable<SessionEvent>): SessionState {
  let state = EMPTY_SESSION;
  let drafts: Map<Draft['id'], Draft> | undefined;
  for (const event of events) {
    if (event.type === 'draft-written') {
      drafts ??= new Map(state.drafts);
      drafts.set(event.draft.id, event.draft);
      continue;
    }
    if (drafts) state = { ...state, drafts };
    drafts = undefined;
    state = evolve(state, event);
  }
  return drafts ? { ...state, drafts } : state;
}

const ofTimer = ['timer', 'frozen'] as const;
/** Acts that put something in place of something else, so that it can be put back: what each replaces. */
const REPLACED: Readonly<Partial<Record<EventType, readonly (keyof SessionState)[]>>> = {
  'step-started': ['current', 'visits', 'done', 'timer', 'frozen'],
  'timer-started': ofTimer,
  'timer-added': ofTimer,
  'timer-paused': ofTimer,
  'timer-resumed': ofTimer,
  'timer-stopped': ofTimer,
  frozen: ofTimer,
  unfrozen: ofTimer,
  focused: ['focus'],
};
type ActEvent = Extract<SessionEvent, { readonly by: PersonId }>;
const isAct = (event: SessionEvent): event is ActEvent => 'by' in event;

/** Counts an act, and keeps what it replaced. */
function withAct(before: SessionState, after: SessionState, event: ActEvent): SessionState {
  const { type, by, at } = event;
  const acts = before.acts + 1;
  const keys = REPLACED[type];
  if (!keys) return { ...after, acts, undoable: null };
  const replaced: Partial<SessionState> = Object.fromEntries(keys.map((key) => [key, before[key]]));
  return { ...after, acts, undoable: { act: acts, type, by, at, before: replaced } };
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
