/** What a step must be to be believed, whoever says it: a request or a workshop file. */
import * as v from 'valibot';
import { LIMITS } from '../board/schema.ts';
import { isId, type PriorityId } from '../ids.ts';
import { STEP_KINDS, STEP_LIMITS, type StepId } from './step.ts';
import { VOTE_LIMITS } from './votes.ts';

export const id = <Kind extends string>() =>
  v.custom<Kind>((value) => isId(value), 'an identifier is expected');
export const whole = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
export const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
export const title = text(STEP_LIMITS.titleCharacters);

export const voteSetup = v.pipe(
  v.strictObject({
    budget: whole(1, VOTE_LIMITS.budget),
    cap: whole(1, VOTE_LIMITS.budget),
    basis: v.picklist(['person', 'direction']),
    priorityIds: v.nullable(
      v.pipe(
        v.array(id<PriorityId>()),
        v.minLength(1),
        v.maxLength(LIMITS.priorities),
        v.readonly(),
      ),
    ),
  }),
  v.check(({ budget, cap }) => cap <= budget, 'a cap above the budget means nothing'),
);

export const rules = v.strictObject({
  add: v.picklist(['anyone', 'nobody']),
  edit: v.picklist(['all', 'own', 'none']),
  move: v.picklist(['anyone', 'nobody']),
  comment: v.picklist(['anyone', 'nobody']),
  vote: v.picklist(['open', 'closed']),
  writing: v.picklist(['open', 'hidden']),
});

export const kind = v.picklist(STEP_KINDS);
export const stepFields = {
  kind,
  title,
  instruction: text(STEP_LIMITS.instructionCharacters),
  minutes: whole(0, STEP_LIMITS.minutes),
  rules,
  anonymous: v.boolean(),
  vote: voteSetup,
};
export const step = v.strictObject({ id: id<StepId>(), ...stepFields });
