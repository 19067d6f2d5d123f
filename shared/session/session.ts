/**
 * The session put together: every verb people may ask, and what every event changes. A request
 * travels on the board's socket, is decided by the server (`decide.ts`) and answered: accepted once
 * it is durable, or a reason.
 */
import * as v from 'valibot';
import { AGENDA_FOLDS, AGENDA_VERBS, type AgendaEvent } from './agenda/verbs.ts';
import { ATTENTION_FOLDS, ATTENTION_VERBS, type AttentionEvent } from './attention/verbs.ts';
import { GROUP_FOLDS, GROUP_VERBS, type GroupEvent } from './groups/verbs.ts';
import { ASIDE_FOLDS, ASIDE_VERBS, type AsideEvent } from './ideas/aside.ts';
import { IDEA_FOLDS, IDEA_VERBS, type IdeaEvent } from './ideas/verbs.ts';
import { PEOPLE_FOLDS, PEOPLE_VERBS, type PeopleEvent } from './people/verbs.ts';
import { PLEDGE_FOLDS, PLEDGE_VERBS, type PledgeEvent } from './pledges/verbs.ts';
import { PROJECTION_FOLDS, PROJECTION_VERBS, type ProjectionEvent } from './projection/verbs.ts';
import type { Role } from './roles.ts';
import { TIMER_FOLDS, TIMER_VERBS, type TimerEvent } from './timer/verbs.ts';
import { UNDO_FOLDS, UNDO_VERBS, type UndoEvent } from './undo.ts';
import type { Folds } from './verb.ts';
import { VOTE_FOLDS, VOTE_VERBS, type VoteEvent } from './votes/verbs.ts';

export const VERBS = {
  ...AGENDA_VERBS,
  ...TIMER_VERBS,
  ...IDEA_VERBS,
  ...VOTE_VERBS,
  ...ATTENTION_VERBS,
  ...PEOPLE_VERBS,
  ...ASIDE_VERBS,
  ...GROUP_VERBS,
  ...PROJECTION_VERBS,
  ...PLEDGE_VERBS,
  ...UNDO_VERBS,
};

export type SessionEvent =
  | AgendaEvent
  | TimerEvent
  | IdeaEvent
  | VoteEvent
  | AttentionEvent
  | PeopleEvent
  | AsideEvent
  | GroupEvent
  | ProjectionEvent
  | PledgeEvent
  | UndoEvent;
export type EventOf<Type extends SessionEvent['type']> = Extract<
  SessionEvent,
  { readonly type: Type }
>;

export const FOLDS: Folds<SessionEvent> = {
  ...AGENDA_FOLDS,
  ...TIMER_FOLDS,
  ...IDEA_FOLDS,
  ...VOTE_FOLDS,
  ...ATTENTION_FOLDS,
  ...PEOPLE_FOLDS,
  ...ASIDE_FOLDS,
  ...GROUP_FOLDS,
  ...PROJECTION_FOLDS,
  ...PLEDGE_FOLDS,
  ...UNDO_FOLDS,
};

export type RequestType = keyof typeof VERBS;
type FieldsOf<One> = One extends { readonly fields: infer Fields extends v.ObjectEntries }
  ? v.InferOutput<v.StrictObjectSchema<Fields, undefined>>
  : never;
type RequestOf<Type extends RequestType> = { readonly type: Type } & FieldsOf<(typeof VERBS)[Type]>;
export type Request = { readonly [Type in RequestType]: RequestOf<Type> }[RequestType];

const request = v.variant(
  'type',
  Object.entries(VERBS).map(([type, { fields }]) =>
    v.strictObject({ type: v.literal(type), ...fields }),
  ),
);

/** What somebody sent, as a request; undefined when it is none. */
export function readRequest(value: unknown): Request | undefined {
  // The first fault is enough: thousands of them would be found, and written down, before the answer.
  const read = v.safeParse(request, value, { abortEarly: true });
  // Each schema was made of its verb; the compiler cannot follow that through a list.
  return read.success ? (read.output as Request) : undefined;
}

export const mayAsk = (role: Role, type: RequestType): boolean =>
  role !== 'observer' && (VERBS[type].askers === 'member' || VERBS[type].askers === role);
