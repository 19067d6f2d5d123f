/** What a step must be to be believed, whoever says it: a request or a workshop file. */
import * as v from 'valibot';
import { SHEET_ASKS } from '../../board/asked.ts';
import { id, text, whole } from '../fields.ts';
import { voteSetup } from '../votes/setup-schema.ts';
import { STEP_KINDS, STEP_LIMITS, type StepId } from './step.ts';

const title = text(STEP_LIMITS.titleCharacters);
export const rules = v.strictObject({
  add: v.picklist(['anyone', 'nobody']),
  edit: v.picklist(['all', 'own', 'none']),
  move: v.picklist(['anyone', 'nobody']),
  comment: v.picklist(['anyone', 'nobody']),
  vote: v.picklist(['open', 'closed']),
  writing: v.picklist(['open', 'hidden']),
});
export const kind = v.picklist(STEP_KINDS);
/** At least one: a step that asks for nothing is of another kind. */
export const asks = v.pipe(
  v.array(v.picklist(SHEET_ASKS)),
  v.minLength(1),
  v.maxLength(SHEET_ASKS.length),
  v.readonly(),
);
export const stepFields = {
  kind,
  title,
  instruction: text(STEP_LIMITS.instructionCharacters),
  minutes: whole(0, STEP_LIMITS.minutes),
  rules,
  anonymous: v.boolean(),
  vote: voteSetup,
  opensVote: v.exactOptional(v.boolean()),
  asks: v.exactOptional(asks),
};
export const step = v.strictObject({ id: id<StepId>(), ...stepFields });
