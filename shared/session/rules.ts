/**
 * The rules a step sets: what participants may do while it runs. Facilitators are never restricted,
 * observers never allowed. Without a step the board is free (`FREE_RULES`).
 */

export interface StepRules {
  readonly add: 'anyone' | 'nobody';
  /** Texts and sheet of actions; `own`: those the person or their direction proposed. */
  readonly edit: 'all' | 'own' | 'none';
  readonly move: 'anyone' | 'nobody';
  readonly comment: 'anyone' | 'nobody';
  /** Whether an open round takes votes now. */
  readonly vote: 'open' | 'closed';
  /** `hidden`: ideas are drafts kept by the server until the reveal. */
  readonly writing: 'open' | 'hidden';
}

export const FREE_RULES: StepRules = {
  add: 'anyone',
  edit: 'all',
  move: 'anyone',
  comment: 'anyone',
  vote: 'open',
  writing: 'open',
};
export const READ_ONLY: StepRules = {
  add: 'nobody',
  edit: 'none',
  move: 'nobody',
  comment: 'nobody',
  vote: 'closed',
  writing: 'open',
};

/** How a workshop file names the rules of a step, in its `visibility`. */
export const VISIBILITIES = {
  ouverte: { ...FREE_RULES, vote: 'closed' },
  lecture: READ_ONLY,
  masquée: { ...READ_ONLY, add: 'anyone', edit: 'own', writing: 'hidden' },
  'votes masqués': { ...READ_ONLY, vote: 'open' },
} as const satisfies Readonly<Record<string, StepRules>>;
export type Visibility = keyof typeof VISIBILITIES;

export const isVisibility = (value: unknown): value is Visibility =>
  typeof value === 'string' && Object.hasOwn(VISIBILITIES, value);

/** The visibility that says these rules best: exactly where it can, else by what it hides or opens. */
export const visibilityNear = (rules: StepRules): Visibility =>
  Object.keys(VISIBILITIES)
    .filter(isVisibility)
    .find((name) => isSameRules(VISIBILITIES[name], rules)) ??
  (rules.writing === 'hidden'
    ? 'masquée'
    : rules.add === 'anyone'
      ? 'ouverte'
      : rules.vote === 'open'
        ? 'votes masqués'
        : 'lecture');

export const isSameRules = (a: StepRules, b: StepRules): boolean =>
  (Object.keys(a) as (keyof StepRules)[]).every((key) => a[key] === b[key]);
