/**
 * A step of the workshop as prepared. The agenda is the list of steps; facilitators start them in
 * any order, and change them while they run.
 */
import type { SheetAsk } from '../../board/asked.ts';
import type { Id } from '../../ids.ts';
import { type StepRules, VISIBILITIES, type Visibility } from '../rules.ts';
import { DEFAULT_VOTE, type VoteSetup } from '../votes/votes.ts';

export type StepId = Id<'step'>;

/** What a step is for: it decides what the projection shows, never what is allowed. */
export const STEP_KINDS = [
  'welcome',
  'priorities',
  'ideas',
  'sharing',
  'break',
  'vote',
  'sheets',
  'report',
  'closing',
  'free',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export interface Step {
  readonly id: StepId;
  readonly kind: StepKind;
  readonly title: string;
  /** What is asked of people, one sentence; empty when the title says enough. */
  readonly instruction: string;
  /** Planned duration, 0 to 600. */
  readonly minutes: number;
  readonly rules: StepRules;
  /** Whether ideas written in this step are revealed without their author. */
  readonly anonymous: boolean;
  /** How a round opened in this step counts, unless said otherwise when opening it. */
  readonly vote: VoteSetup;
  /** Whether its round opens with it; absent where whoever leads opens it. */
  readonly opensVote?: boolean;
  /** What this step asks for in a sheet; absent for the usual four of a step of sheets. */
  readonly asks?: readonly SheetAsk[];
}

export const STEP_LIMITS = {
  steps: 200,
  titleCharacters: 500,
  instructionCharacters: 5_000,
  minutes: 600,
} as const;

/** A step as first versions kept it in logs, and as the oldest workshop files name it. */
export interface Phase {
  readonly name: string;
  readonly minutes: number;
  readonly visibility: Visibility;
  readonly instruction?: string;
}

/** @param place in the agenda, from 0: gives the step an id that reading again gives again */
export function stepOfPhase(
  { name, minutes, visibility, instruction }: Phase,
  place: number,
): Step {
  return {
    id: `step-${place + 1}` as StepId,
    kind: kindOf(name, visibility),
    title: name,
    instruction: instruction ?? '',
    minutes,
    rules: VISIBILITIES[visibility],
    anonymous: false,
    vote: DEFAULT_VOTE,
  };
}

/** Words by which a step that does not say its kind is known, in the order they are tried. */
const KIND_WORDS: readonly (readonly [RegExp, StepKind])[] = [
  [/pause/u, 'break'],
  [/vote|gommette|prioris/u, 'vote'],
  [/orientation|priorit/u, 'priorities'],
  [/commun|regroup|partage/u, 'sharing'],
  [/fiche/u, 'sheets'],
  [/restitution|engagement/u, 'report'],
  [/cloture|conclusion/u, 'closing'],
  [/accueil|bienvenue|introduction/u, 'welcome'],
];

function kindOf(name: string, visibility: Visibility): StepKind {
  if (visibility === 'masquée') return 'ideas';
  if (visibility === 'votes masqués') return 'vote';
  const words = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return KIND_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'free';
}
