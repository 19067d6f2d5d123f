/**
 * How complete an action sheet is: "6/9". Nine things an assembly expects to read about an action
 * before it is adopted; a workshop begins with the first and fills the others afterwards.
 */
import type { Action } from './schema.ts';
import { isBlank } from './text.ts';

export interface Completeness {
  readonly done: number;
  readonly expected: number;
  /** In the order of the sheet; also the keys of their labels in the dictionaries. */
  readonly missing: readonly ExpectedField[];
}

/** What is expected, in the order of the sheet, and why. */
const EXPECTED = {
  /** What will be done. */
  title: ({ title }) => isFilled(title),
  /** The concrete measures. */
  description: ({ description }) => isFilled(description),
  /** Without a lead nobody carries it after the workshop. */
  leadDirection: ({ leadDirectionId }) => leadDirectionId !== undefined,
  /** How a purchase makes it happen. */
  lever: ({ levers }) => levers.length > 0,
  /** What the law asks a scheme to promote: social, environmental; the élus add the economy. */
  consideration: (action) =>
    isFilled(action.socialConsideration) ||
    isFilled(action.environmentalConsideration) ||
    isFilled(action.economicConsideration) ||
    [...action.decpSocial, ...action.decpEnvironmental, ...action.eforms].some(isPromoted),
  /** Whether it goes beyond what is already an obligation. */
  ambition: ({ ambition }) => ambition !== undefined,
  /** Objectives are followed every year. */
  deadline: ({ deadline }) => deadline !== undefined,
  /** The scheme carries precise indicators with targets; a label alone measures nothing. */
  indicator: ({ indicators }) =>
    indicators.some(
      ({ label, targets }) => isFilled(label) && targets.some(({ value }) => value !== undefined),
    ),
  /** What the economic operators brought: one to act with, or a constraint to reckon with. */
  partner: ({ partners, constraints }) =>
    partners.length > 0 || constraints.some(({ text }) => isFilled(text)),
} as const satisfies Readonly<Record<string, (action: Action) => boolean>>;

export type ExpectedField = keyof typeof EXPECTED;
export const EXPECTED_FIELDS = Object.keys(EXPECTED) as readonly ExpectedField[];

/** Whether an action has one of the nine things. */
export const hasExpected = (action: Action, field: ExpectedField): boolean =>
  EXPECTED[field](action);

/** Counts what an action has of what is expected of it. */
export function completenessOf(action: Action): Completeness {
  const missing = EXPECTED_FIELDS.filter((field) => !hasExpected(action, field));
  const expected = EXPECTED_FIELDS.length;
  return { done: expected - missing.length, expected, missing };
}

const isFilled = (text: string | undefined): boolean => text !== undefined && !isBlank(text);
/** Saying that there is no consideration is an answer to DECP, not yet an action of the scheme. */
const isPromoted = (code: string): boolean => code !== 'none';
