/**
 * What a step may ask people to fill in a sheet, field by field. A step keeps a list of these words
 * in the log and in the workshop file, so one that exists is never renamed.
 */
import { EXPECTED_FIELDS, type ExpectedField, hasExpected } from './completeness.ts';
import type { Action } from './schema.ts';

/** In the order in which a sheet asks for them; each is the name of a field of an action. */
export const SHEET_ASKS = [
  'leadDirectionId',
  'deadline',
  'indicators',
  'constraints',
  'supportingDirections',
  'partners',
  'electedSponsor',
  'means',
  'levers',
  'ambition',
  'impact',
  'feasibility',
] as const satisfies readonly (keyof Action)[];
export type SheetAsk = (typeof SHEET_ASKS)[number];

/** Asked where a step says nothing: without these four nobody carries an action or can judge it. */
export const USUAL_ASKS: readonly SheetAsk[] = [
  'leadDirectionId',
  'deadline',
  'indicators',
  'constraints',
];

/** Which of the nine things a field answers for; those that answer for none only have to be filled. */
const ANSWERS: Readonly<Partial<Record<SheetAsk, ExpectedField>>> = {
  leadDirectionId: 'leadDirection',
  deadline: 'deadline',
  indicators: 'indicator',
  levers: 'lever',
  ambition: 'ambition',
};

/** Whether an action has what a step asks for: an indicator is one once it says how much (BD14). */
export function isAnswered(action: Action, ask: SheetAsk): boolean {
  const item = ANSWERS[ask];
  if (item) return hasExpected(action, item);
  const value = action[ask];
  if (ask === 'constraints') return action.constraints.some(({ text = '' }) => text.trim() !== '');
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';
}

/** Of the nine things, those that none of the fields asked for answers, in the order of the sheet. */
export const besideAsks = (asks: readonly SheetAsk[]): readonly ExpectedField[] =>
  EXPECTED_FIELDS.filter((item) =>
    item === 'partner'
      ? !asks.includes('partners') && !asks.includes('constraints')
      : !asks.some((ask) => ANSWERS[ask] === item),
  );
