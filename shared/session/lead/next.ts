/**
 * What the workshop needs next from whoever leads: one act, which changes as things go. A pure
 * table over kinds of steps and what has happened in them; the cockpit puts it forward and nothing
 * else, and never hides the other acts.
 */
import { spentMs } from '../agenda/pace.ts';
import type { Step } from '../agenda/step.ts';
import type { PersonView } from '../present.ts';
import type { Timer } from '../timer/timer.ts';
import {
  type Course,
  hasClosedRound,
  hiddenIdeas,
  isRevealed,
  momentOf,
  stepIn,
} from './moment.ts';

/** As a facilitator sees the session. */
export type Led = Course & {
  readonly timer: Timer | null;
  readonly people: readonly Pick<PersonView, 'role' | 'clients'>[];
  /** Null while nobody can enter by code. */
  readonly entryCode?: string | null;
  /** Whether there are sheets that nobody at all was asked to fill; unknown to some. */
  readonly isUndealt?: boolean;
};

export type Next =
  /** There is no déroulé yet. */
  | { readonly act: 'prepare' }
  | { readonly act: 'open-entry' }
  | { readonly act: 'begin'; readonly step: Step }
  /** Everybody is paused, and goes on. */
  | { readonly act: 'unfreeze' }
  | { readonly act: 'reveal'; readonly ideas: number }
  | { readonly act: 'open-vote' | 'close-vote' }
  /** Sheets are given to groups or directions, each to fill its own. */
  | { readonly act: 'deal' }
  | { readonly act: 'start-time'; readonly minutes: number }
  /** People have begun nothing yet, and their time runs. */
  | { readonly act: 'wait' }
  | { readonly act: 'go'; readonly step: Step }
  /** Pauses everybody for good, and offers the files. */
  | { readonly act: 'end' }
  /** All is over: the files are what is left. */
  | { readonly act: 'export' };

/** @param now server clock, milliseconds since 1970 */
export function nextAct(led: Led, now: number): Next {
  const { steps, frozen, rounds } = led;
  const [first] = steps;
  if (!first) return frozen === 'facilitator' ? { act: 'unfreeze' } : { act: 'prepare' };
  const step = stepIn(led);
  const after = followingStep(led);
  if (momentOf(led) === 'ended') return { act: 'export' };
  if (frozen === 'facilitator') return { act: 'unfreeze' };
  if (rounds.some(({ closedAt }) => closedAt === null)) return { act: 'close-vote' };
  const ideas = hiddenIdeas(led);
  if (ideas > 0) return { act: 'reveal', ideas };
  if (isShut(led) && (!step || step.kind === 'welcome')) return { act: 'open-entry' };
  if (!step) return { act: 'begin', step: first };
  if (step.kind === 'vote' && !hasClosedRound(led)) return { act: 'open-vote' };
  // Between the close and the step that fills the sheets comes dealing them.
  if (led.isUndealt && (step.kind === 'sheets' || (step.kind === 'vote' && hasSheetsAhead(led))))
    return { act: 'deal' };
  if (isTimeLeft(led, step, now)) return { act: 'start-time', minutes: step.minutes };
  if (step.rules.writing === 'hidden' && isRunning(led) && !isRevealed(led)) return { act: 'wait' };
  return after ? { act: 'go', step: after } : { act: 'end' };
}

/** The step behind the one in progress, or the first; undefined in the last. */
export function followingStep({ steps, current }: Pick<Course, 'steps' | 'current'>) {
  return steps[steps.findIndex(({ id }) => id === current) + 1];
}

const hasSheetsAhead = ({ steps, current }: Pick<Course, 'steps' | 'current'>): boolean =>
  steps
    .slice(steps.findIndex(({ id }) => id === current) + 1)
    .some(({ kind }) => kind === 'sheets');

export interface LeftOpen {
  /** Ideas that would stay hidden. */
  readonly ideas: number;
  /** The round that would stay open. */
  readonly round: string | null;
}

/** What would be left as it is if the next step began now. */
export const leftOpen = (course: Course): LeftOpen => ({
  ideas: hiddenIdeas(course),
  round: course.rounds.find(({ closedAt }) => closedAt === null)?.title ?? null,
});

/** Nobody can come in, and nobody has. */
const isShut = ({ entryCode, people }: Led): boolean =>
  !entryCode && !people.some(({ role, clients }) => role === 'participant' && clients.length > 0);

/** The time of the step was never started, or was taken away, and there is some left. */
const isTimeLeft = (led: Led, step: Step, now: number): boolean =>
  led.timer === null && spentMs(led, step.id, now) < step.minutes * 60_000;

const isRunning = ({ timer }: Led): boolean => timer !== null && timer.state !== 'ended';
