/**
 * Where a step stands: what is possible now, beyond what its rules allow. Consigne, rule line and
 * projection follow it, for every role alike; it says nothing that is hidden.
 */
import type { Step } from '../agenda/step.ts';
import type { StepRules } from '../rules.ts';
import type { SessionView } from '../view.ts';

export type Moment =
  /** Everybody is paused. */
  | 'paused'
  /** Paused in the last step: the workshop is over. */
  | 'ended'
  /** A step of votes whose round has not been opened yet. */
  | 'vote-ahead'
  | 'voting'
  /** Its round is closed. */
  | 'voted'
  /** Ideas are written and hidden. */
  | 'hidden'
  /** Those of this step have been revealed, and none is hidden. */
  | 'revealed'
  /** What the rules say, and nothing more. */
  | 'plain';

/** What a moment is read from: the same in every view of a session. */
export type Course = Pick<
  SessionView,
  'steps' | 'current' | 'visits' | 'frozen' | 'rules' | 'rounds' | 'revealedAt' | 'drafts'
>;

export function momentOf(course: Course): Moment {
  const { frozen, rules, rounds } = course;
  const last = course.steps.at(-1);
  if (frozen === 'facilitator' && last && last.id === course.current) return 'ended';
  if (frozen) return 'paused';
  const isOpen = rounds.some(({ closedAt }) => closedAt === null);
  if (rules.vote === 'open' && isOpen) return 'voting';
  if (stepIn(course)?.kind === 'vote') return hasClosedRound(course) ? 'voted' : 'vote-ahead';
  if (rules.writing !== 'hidden') return 'plain';
  return isRevealed(course) && hiddenIdeas(course) === 0 ? 'revealed' : 'hidden';
}

export const stepIn = ({ steps, current }: Pick<Course, 'steps' | 'current'>): Step | undefined =>
  steps.find(({ id }) => id === current);

/** Server clock, milliseconds: since when the step in progress is; 0 while the board is free. */
const stepSince = ({ visits }: Pick<Course, 'visits'>): number =>
  visits.find(({ to }) => to === null)?.from ?? 0;

/** Whether a round was closed since the step in progress began. */
export const hasClosedRound = (course: Pick<Course, 'visits' | 'rounds'>): boolean =>
  course.rounds.some(({ closedAt }) => closedAt !== null && closedAt >= stepSince(course));

/** Whether ideas were revealed since the step in progress began. */
export const isRevealed = (course: Pick<Course, 'visits' | 'revealedAt'>): boolean =>
  course.revealedAt !== null && course.revealedAt >= stepSince(course);

/** How many ideas are hidden, under all priorities together. */
export const hiddenIdeas = ({ drafts }: Pick<Course, 'drafts'>): number =>
  Object.values(drafts.counts).reduce((sum, count) => sum + count, 0);

/**
 * Whether a step asks something that one can be done with. Reading, listening and commenting have
 * no end of their own.
 */
export const hasAnEnd = ({ add, edit, move, vote }: StepRules): boolean =>
  add === 'anyone' || edit !== 'none' || move === 'anyone' || vote === 'open';

/** Whether raising a hand means something: not while nobody is in the room. */
export const takesHands = (step: Pick<Step, 'kind'> | undefined): boolean => step?.kind !== 'break';
