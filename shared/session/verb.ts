/**
 * A verb is what somebody may ask of the session: who may ask it, what the request carries, and
 * what it leads to. Each domain has its verbs, its events and what these change in one file
 * (`timer/verbs.ts`, `votes/verbs.ts`…); `session.ts` puts them together.
 *
 * Events are appended to the board's log as JSON and never changed: an old one must be understood
 * for ever, so a type of event is only ever added.
 */
import type * as v from 'valibot';
import type { ActionId, DirectionId, PersonId, PriorityId } from '../ids.ts';
import { ok, type Result } from '../result.ts';
import type { Contributor } from './own.ts';
import type { RequestRefusal } from './refusals.ts';
import type { Role } from './roles.ts';
import type { SessionState } from './state.ts';

/** What a decision must know of the board document. */
export interface BoardFacts {
  readonly hasPriority: (id: PriorityId) => boolean;
  /** Those set aside or merged included. */
  readonly hasAction: (id: ActionId) => boolean;
  /** The priority an action stands under; undefined when it is not on show. */
  readonly priorityOf: (id: ActionId) => PriorityId | undefined;
  /** The direction that leads an action; undefined where none of the board does. */
  readonly leadOf: (id: ActionId) => DirectionId | undefined;
  /** What somebody has on the wall that is theirs alone. */
  readonly actionsOf: (person: PersonId) => readonly ActionId[];
  /** How many more actions the board can hold. */
  readonly room: () => number;
}

export interface DecideContext {
  readonly asker: Contributor & { readonly role: Role };
  /** Server clock, milliseconds since 1970. */
  readonly now: number;
  readonly board: BoardFacts;
}

/** Events in order; an empty list when what was asked is so already. */
export type Decision<Event> = Result<readonly Event[], RequestRefusal>;

export const record = <Event>(...events: readonly Event[]): Decision<Event> => ok(events);
/** What is asked is so already: granted, and nothing is recorded. */
export const ALREADY: Decision<never> = ok([]);

/** `member`: whoever leads or takes part. Observers, the projector among them, ask nothing. */
type Askers = 'facilitator' | 'participant' | 'member';
export interface Verb<Fields extends v.ObjectEntries, Event> {
  readonly askers: Askers;
  /** What the request carries besides its type. Ids of what is created come with it, so that one sent twice is done once. */
  readonly fields: Fields;
  readonly decide: (
    state: SessionState,
    asked: v.InferOutput<v.StrictObjectSchema<Fields, undefined>>,
    context: DecideContext,
  ) => Decision<Event>;
}

/**
 * What makes the verbs of a domain, which lead to its events, by who may ask them:
 * `const { facilitator } = verbsTo<TimerEvent>()`.
 */
export function verbsTo<Event>() {
  const askedBy =
    (askers: Askers) =>
    <Fields extends v.ObjectEntries>(
      fields: Fields,
      decide: Verb<Fields, Event>['decide'],
    ): Verb<Fields, Event> => ({ askers, fields, decide });
  return {
    facilitator: askedBy('facilitator'),
    participant: askedBy('participant'),
    member: askedBy('member'),
  };
}

/** What each event of a domain changes. They were decided once, so none is refused here. */
export type Folds<Event extends { readonly type: string }> = {
  readonly [One in Event as One['type']]: (state: SessionState, event: One) => SessionState;
};

/**
 * What facilitators do to everybody: numbered, and where possible taken back. `at` is of the
 * server's clock, milliseconds since 1970, here and in every event; `by` is who asked.
 */
export type Act<Type extends string, Fields = unknown> = {
  readonly type: Type;
  readonly at: number;
  readonly by: PersonId;
} & Fields;
