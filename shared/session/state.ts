/**
 * The session: what facilitators decide and what must be counted or hidden. Events make it
 * (`evolve.ts`); people are shown their part of it (`view.ts`).
 */
import type { ActionId, DirectionId, GroupId, PersonId } from '../ids.ts';
import type { Step, StepId } from './agenda/step.ts';
import type { Focus } from './attention/focus.ts';
import type { Group } from './groups/group.ts';
import type { Message } from './groups/message.ts';
import type { Idea } from './ideas/idea.ts';
import type { AllAside } from './ideas/laid-aside.ts';
import type { Projection } from './projection/projection.ts';
import { FREE_RULES, READ_ONLY, type StepRules } from './rules.ts';
import type { Timer } from './timer/timer.ts';
import type { Round } from './votes/votes.ts';

/** A time a step was in progress. */
export interface Visit {
  readonly stepId: StepId;
  readonly from: number;
  /** Null while it is in progress. */
  readonly to: number | null;
}

const ofTimer = ['timer', 'frozen'] as const;
/** Acts that put something in place of something else, and what: so that it can be put back. */
export const REPLACED = {
  'step-started': ['current', 'visits', 'done', 'timer', 'frozen', 'shownIdeas'],
  'timer-started': ofTimer,
  'timer-added': ofTimer,
  'timer-paused': ofTimer,
  'timer-resumed': ofTimer,
  'timer-stopped': ofTimer,
  frozen: ofTimer,
  unfrozen: ofTimer,
  focused: ['focus'],
  'members-dealt': ['members'],
  'group-removed': ['groups', 'members'],
} as const;
export type Replacing = keyof typeof REPLACED;

/** What the last act of facilitation replaced, while it can be put back. */
export interface Undoable {
  readonly act: number;
  readonly type: Replacing;
  readonly by: PersonId;
  readonly at: number;
  /** Only what that act changes: what others did since stays. */
  readonly before: Partial<SessionState>;
}

export interface SessionState {
  readonly steps: readonly Step[];
  /** The step in progress; null while the board is free. */
  readonly current: StepId | null;
  readonly visits: readonly Visit[];
  readonly timer: Timer | null;
  /** Everybody is paused, by whom: a timer's pause ends when the timer is given more time. */
  readonly frozen: 'facilitator' | 'timer' | null;
  readonly focus: Focus | null;
  /** When everybody was last called; null before the first call. */
  readonly summonedAt: number | null;
  /** Who raised a hand, since when. */
  readonly hands: ReadonlyMap<PersonId, number>;
  /** Who said to be done with the step in progress. */
  readonly done: ReadonlySet<PersonId>;
  /** Who left what is in focus. */
  readonly away: ReadonlySet<PersonId>;
  /** Who writes for more than one person. */
  readonly seats: ReadonlyMap<PersonId, number>;
  /** Tables and sub-groups, in the order in which they were made. */
  readonly groups: readonly Group[];
  /** Who is in which group, in the order of their coming: the first of a group writes for it. */
  readonly members: ReadonlyMap<PersonId, GroupId>;
  /** Which groups raised a hand, since when. */
  readonly groupHands: ReadonlyMap<GroupId, number>;
  /** What facilitators say to a group or to all, one for each. */
  readonly messages: readonly Message[];
  /** Hidden ideas, in the order in which they were first written. */
  readonly ideas: ReadonlyMap<ActionId, Idea>;
  /** Whose work was set aside as a whole, and what of it. */
  readonly aside: AllAside;
  /** Ideas that have become actions: what is still written of them belongs to the board. */
  readonly revealed: ReadonlySet<ActionId>;
  /** What was revealed last, and when; null before the first reveal. */
  readonly lastReveal: { readonly at: number; readonly ids: readonly ActionId[] } | null;
  /**
   * What was revealed in the step in progress, and how many people had written, never who. Absent before the first, then null: a page
   * is told what a key has become, never that it went.
   */
  readonly shownIdeas?: {
    readonly ids: readonly ActionId[];
    readonly writers: number;
  } | null;
  readonly rounds: readonly Round[];
  /** How the screen of the room is led; absent before the first time, null in a step that leaves it alone. */
  readonly projection?: Projection | null;
  /** By action, the direction that committed itself to it; absent before the first. */
  readonly pledges?: ReadonlyMap<ActionId, DirectionId>;
  /** How many acts of facilitation there were. */
  readonly acts: number;
  readonly undoable: Undoable | null;
  /** The rules that held until a moment ago, see {@link rulesFor}. */
  readonly former: { readonly rules: StepRules; readonly until: number } | null;
}

export const EMPTY_SESSION: SessionState = {
  steps: [],
  current: null,
  visits: [],
  timer: null,
  frozen: null,
  focus: null,
  summonedAt: null,
  hands: new Map(),
  done: new Set(),
  away: new Set(),
  seats: new Map(),
  groups: [],
  members: new Map(),
  groupHands: new Map(),
  messages: [],
  ideas: new Map(),
  aside: new Map(),
  revealed: new Set(),
  lastReveal: null,
  rounds: [],
  acts: 0,
  undoable: null,
  former: null,
};

/**
 * How long what was allowed is still taken after the rules changed, milliseconds: a text in
 * progress was sent before its author could know, and is never cut (SPEC SE9).
 */
export const graceMs = 3_000;

export const currentStep = ({ steps, current }: SessionState): Step | undefined =>
  steps.find(({ id }) => id === current);

/** The rules in force now, as they are said to people. */
export const rulesOf = (state: SessionState): StepRules =>
  state.frozen ? READ_ONLY : (currentStep(state)?.rules ?? FREE_RULES);

/** The rules by which something that arrives now is judged: any of them may allow it. */
export const rulesFor = (state: SessionState, now: number): readonly StepRules[] =>
  state.former && now < state.former.until
    ? [rulesOf(state), state.former.rules]
    : [rulesOf(state)];
