/** What is asked of the agenda: its steps, and which one is in progress. */
import * as v from 'valibot';
import { err } from '../../result.ts';
import { id } from '../fields.ts';
import type { Visit } from '../state.ts';
import { withoutTimerPause } from '../timer/change.ts';
import { maxTimerSeconds } from '../timer/timer.ts';
import type { TimerEvent } from '../timer/verbs.ts';
import { type Act, ALREADY, type Folds, record, verbsTo } from '../verb.ts';
import type { VoteEvent } from '../votes/verbs.ts';
import { type Round, type RoundId, VOTE_LIMITS } from '../votes/votes.ts';
import { type Phase, STEP_LIMITS, type Step, type StepId, stepOfPhase } from './step.ts';
import { step, stepFields } from './step-schema.ts';

export type AgendaEvent =
  /** Of the time when steps had no rules of their own. */
  | { readonly type: 'agenda-set'; readonly phases: readonly Phase[] }
  | { readonly type: 'steps-set'; readonly steps: readonly Step[]; readonly at: number }
  | { readonly type: 'step-added'; readonly step: Step; readonly after: StepId | null }
  | {
      readonly type: 'step-changed';
      readonly id: StepId;
      readonly change: Partial<Omit<Step, 'id'>>;
      readonly at: number;
    }
  | { readonly type: 'step-moved'; readonly id: StepId; readonly after: StepId | null }
  | { readonly type: 'step-removed'; readonly id: StepId }
  | Act<'step-started', { readonly id: StepId | null }>;
/** A step, and its time and its vote with it. */
type StartEvent =
  | AgendaEvent
  | Extract<TimerEvent, { readonly type: 'timer-started' }>
  | Extract<VoteEvent, { readonly type: 'round-opened' }>;
const { facilitator } = verbsTo<StartEvent>();
const stepId = id<StepId>();
const stepOrNone = v.nullable(stepId);

export const AGENDA_VERBS = {
  /** Replaces the whole agenda, by a preset or by that of a file; no step is in progress then. */
  'steps-set': facilitator(
    { steps: v.pipe(v.array(step), v.maxLength(STEP_LIMITS.steps), v.readonly()) },
    (_state, { steps }, { now }) =>
      new Set(steps.map(({ id }) => id)).size < steps.length
        ? err('invalid')
        : record({ type: 'steps-set', steps, at: now }),
  ),

  /** `after`: the step it follows, null for the first place. */
  'step-add': facilitator({ step, after: stepOrNone }, ({ steps }, { step, after }) => {
    if (steps.some(({ id }) => id === step.id)) return ALREADY;
    if (steps.length >= STEP_LIMITS.steps) return err('full');
    return record({ type: 'step-added', step, after });
  }),

  'step-change': facilitator(
    { id: stepId, change: v.partial(v.strictObject(stepFields)) },
    ({ steps }, { id, change }, { now }) => {
      if (!steps.some((step) => step.id === id)) return err('gone');
      return record({ type: 'step-changed', id, change: defined(change), at: now });
    },
  ),

  'step-move': facilitator({ id: stepId, after: stepOrNone }, ({ steps }, { id, after }) => {
    const place = steps.findIndex((step) => step.id === id);
    if (place < 0 || (after !== null && !steps.some((step) => step.id === after)))
      return err('gone');
    if (after === id || (steps[place - 1]?.id ?? null) === after) return ALREADY;
    return record({ type: 'step-moved', id, after });
  }),

  'step-remove': facilitator({ id: stepId }, ({ steps, current }, { id }) => {
    if (!steps.some((step) => step.id === id)) return ALREADY;
    // The rules in force would change under everybody's hands without anybody having led there.
    if (current === id) return err('step');
    return record({ type: 'step-removed', id });
  }),

  /**
   * `from` is the step in progress as the asker saw it: two facilitators never skip one together.
   * `timed`: its planned minutes begin to run with it, if it has any.
   */
  'step-start': facilitator(
    { id: stepOrNone, from: stepOrNone, timed: v.optional(v.boolean()) },
    ({ steps, current, groups, rounds }, { id, from, timed = false }, { now, asker }) => {
      if (current === id) return ALREADY;
      if (current !== from) return err('stale');
      const step = steps.find((one) => one.id === id);
      if (id !== null && !step) return err('gone');
      const act = { at: now, by: asker.id };
      return record<StartEvent>(
        // Before the step, so that it is the step that can be taken back.
        ...roundOf(step, rounds, act),
        { type: 'step-started', id, ...act },
        ...timeOf(timed ? step : undefined, groups.length > 0, act),
      );
    },
  ),
};

type When = Pick<Act<string>, 'at' | 'by'>;

/** The round of a step that opens it at once, unless another is open. */
function roundOf(
  step: Step | undefined,
  rounds: readonly Round[],
  act: When,
): readonly Extract<StartEvent, { readonly type: 'round-opened' }>[] {
  const mayOpen =
    rounds.length < VOTE_LIMITS.rounds && rounds.every(({ closedAt }) => closedAt !== null);
  if (step?.kind !== 'vote' || !step.opensVote || !mayOpen) return [];
  const id = `vote-${act.at.toString(36)}` as RoundId;
  const title = step.title.slice(0, VOTE_LIMITS.titleCharacters);
  return [{ type: 'round-opened', id, title, setup: step.vote, ...act }];
}

/**
 * The planned time of a step, if it has any.
 * @param isApart whether there are groups: where they work apart they come back when it is over
 */
function timeOf(
  step: Step | undefined,
  isApart: boolean,
  act: When,
): readonly Extract<StartEvent, { readonly type: 'timer-started' }>[] {
  if (!step || step.minutes === 0) return [];
  const seconds = Math.min(step.minutes * 60, maxTimerSeconds);
  const effect = step.kind === 'sheets' && isApart ? 'return' : 'nothing';
  return [{ type: 'timer-started', seconds, effect, endsAt: act.at + seconds * 1_000, ...act }];
}

export const AGENDA_FOLDS: Folds<AgendaEvent> = {
  'agenda-set': (state, { phases }) => ({ ...state, steps: phases.map(stepOfPhase) }),
  'steps-set': (state, { steps, at }) => ({
    ...state,
    steps,
    current: null,
    done: new Set(),
    undoable: null,
    timer: null,
    frozen: withoutTimerPause(state),
    visits: ended(state.visits, at),
  }),
  'step-added': (state, { step, after }) => ({
    ...state,
    steps: placedAfter(state.steps, step, after),
  }),
  'step-changed': (state, { id, change }) => ({
    ...state,
    steps: state.steps.map((step) => (step.id === id ? { ...step, ...change } : step)),
  }),
  'step-moved': (state, { id, after }) => {
    const step = state.steps.find((one) => one.id === id);
    const others = state.steps.filter((one) => one.id !== id);
    return step ? { ...state, steps: placedAfter(others, step, after) } : state;
  },
  'step-removed': (state, { id }) => ({
    ...state,
    steps: state.steps.filter((step) => step.id !== id),
    // Nobody can be taken back to a step that is not there any more.
    undoable: state.undoable?.before.current === id ? null : state.undoable,
  }),
  'step-started': (state, { id, at }) => {
    const before = ended(state.visits, at);
    return {
      ...state,
      current: id,
      done: new Set(),
      // What was asked, and what people were called to, belonged to the step before.
      hands: new Map(),
      groupHands: new Map(),
      messages: [],
      summonedAt: null,
      // It counted for the step it was started in; another would take it for its own.
      timer: null,
      frozen: withoutTimerPause(state),
      // So did what was revealed, and what was chosen for the screen of the room.
      ...(state.shownIdeas && { shownIdeas: null }),
      ...(state.projection && { projection: null }),
      visits: id === null ? before : [...before, { stepId: id, from: at, to: null }],
    };
  },
};

const ended = (visits: readonly Visit[], at: number): readonly Visit[] =>
  visits.map((visit) => (visit.to === null ? { ...visit, to: at } : visit));

function placedAfter(steps: readonly Step[], step: Step, after: StepId | null): readonly Step[] {
  // Behind a step that was removed meanwhile: at the end rather than nowhere.
  const place = after === null ? 0 : steps.findIndex(({ id }) => id === after) + 1 || steps.length;
  return [...steps.slice(0, place), step, ...steps.slice(place)];
}

/** Without the keys that are there and say nothing: they would empty what they name. */
const defined = <Change extends object>(
  change: Change,
): { [Key in keyof Change]: Defined<Change[Key]> } =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Change]: Defined<Change[Key]>;
  };
type Defined<Value> = Exclude<Value, undefined>;
