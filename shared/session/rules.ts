/**
 * A step of the workshop and the rules it sets. The déroulé is the list of steps; without one, or
 * between two, the board is free (`FREE_RULES`).
 */

/** What participants may do; facilitators are never restricted, observers never allowed. */
export interface StepRules {
  readonly add: 'anyone' | 'nobody';
  /** Texts and sheet of actions; `own`: those the person or their direction proposed. */
  readonly edit: 'all' | 'own' | 'none';
  readonly move: 'anyone' | 'nobody';
  readonly comment: 'anyone' | 'nobody';
  readonly vote: 'open' | 'closed';
  /** `hidden`: ideas are drafts kept by the server until the reveal. */
  readonly writing: 'open' | 'hidden';
}

export const FREE_RULES: StepRules = {
  add: 'anyone',
  edit: 'all',
  move: 'anyone',
  comment: 'anyone',
  vote: 'closed',
  writing: 'open',
};
const READ_ONLY: StepRules = {
  add: 'nobody',
  edit: 'none',
  move: 'nobody',
  comment: 'nobody',
  vote: 'closed',
  writing: 'open',
};

/** How a workshop file names the rules of a phase, in its `visibility`. */
export const VISIBILITIES = {
  ouverte: FREE_RULES,
  lecture: READ_ONLY,
  masquée: { ...READ_ONLY, add: 'anyone', edit: 'own', writing: 'hidden' },
  'votes masqués': { ...READ_ONLY, vote: 'open' },
} as const satisfies Readonly<Record<string, StepRules>>;
export type Visibility = keyof typeof VISIBILITIES;

export const isVisibility = (value: unknown): value is Visibility =>
  typeof value === 'string' && Object.hasOwn(VISIBILITIES, value);

/** One step of the déroulé as prepared, in the words of the workshop file. */
export interface Phase {
  readonly name: string;
  /** Planned duration, 0 to 600. */
  readonly minutes: number;
  readonly visibility: Visibility;
  /** What is asked of people, one sentence; absent when the name says enough. */
  readonly instruction?: string;
}
