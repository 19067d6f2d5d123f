/**
 * Kept work: what somebody did or wrote on this device and the board has not taken. Plain data, one
 * item for each thing, kept under the board and the person until it is put back or thrown away.
 */
import * as v from 'valibot';
import { WORK } from '../../../shared/board/work/work.ts';
import { type Id, isId } from '../../../shared/ids.ts';
import { REFUSALS, type RefusalReason } from '../../../shared/protocol/messages.ts';
import { REQUEST_REFUSALS, type RequestRefusal } from '../../../shared/session/refusals.ts';

/** Why the board has not taken it. */
export const KEPT_REASONS = [
  /** A change of the board, or a request such as an idea or a vote, was refused with this answer. */
  ...new Set<RefusalReason | RequestRefusal>([...REFUSALS, ...REQUEST_REFUSALS]),
  /** A request was sent and its answer never came. */
  'unanswered',
  /** The server has the board as it was at another time, or begun anew. */
  'other-epoch',
  /** The program was updated: the copy that this device had is of the one before. */
  'older-copy',
  /** The person was taken out, or their link was renewed: a page is not told which. */
  'access-ended',
  /** The server ended the connection for another reason, and coming back would not help. */
  'closed',
  /** The person left the workshop on purpose. */
  'left',
  /** The workshop was taken off the list of this device. */
  'forgotten',
  /** What it was typed in has gone: a step that ended, a card that was removed. */
  'field-gone',
] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];

const id = <Kind extends string>() => v.custom<Id<Kind>>(isId);

/** Text of a field that was never committed: it can only be copied. */
const TYPED = v.strictObject({
  kind: v.literal('typed'),
  /** Unique among the fields of a person in a board. */
  key: v.string(),
  /** The label of the field it was typed in. */
  field: v.string(),
  text: v.string(),
});
/** A hidden idea that the session has not taken. */
const IDEA = v.strictObject({
  kind: v.literal('idea'),
  id: id<'action'>(),
  priorityId: id<'priority'>(),
  title: v.string(),
  description: v.string(),
});
/** Dots that were not counted: how many there should be on the action. */
const VOTES = v.strictObject({
  kind: v.literal('votes'),
  roundId: id<'round'>(),
  actionId: id<'action'>(),
  dots: v.number(),
});
const KEPT_THING = v.variant('kind', [WORK, TYPED, IDEA, VOTES]);
export type KeptThing = Readonly<v.InferOutput<typeof KEPT_THING>>;

/** Where it stood on the board when it was last seen there; empty for what had no place. */
const WHERE = v.strictObject({
  /** "1.3" */
  number: v.optional(v.string()),
  /** Title of the action, or of the entity of the frame. */
  title: v.optional(v.string()),
  /** Title of the priority. */
  priority: v.optional(v.string()),
  /** Key of the field, and of the field within a part: `means`, `indicators.label`. */
  field: v.optional(v.string()),
});
export type Where = Readonly<v.InferOutput<typeof WHERE>>;

export const KEPT_WORK = v.strictObject({
  key: v.string(),
  boardId: id<'board'>(),
  /** Who did it: somebody else may use this device by now. */
  personId: id<'person'>(),
  /** Title of the workshop. */
  workshop: v.string(),
  work: KEPT_THING,
  /** When it was kept, this device's clock, milliseconds since 1970. */
  at: v.number(),
  why: v.picklist(KEPT_REASONS),
  where: WHERE,
});
export type KeptWork = Readonly<v.InferOutput<typeof KEPT_WORK>>;

/** What the page hands over to be kept; the store adds the rest. */
export type ToKeep = Pick<KeptWork, 'work' | 'why'> & { readonly where?: Where };
