/**
 * The session as this device last heard it, noted beside the copy of the board: with it a board that
 * opens without the server knows who one is and what the step allows. It is one's own view, so that
 * nothing is in it that others hide. What only makes sense at once is left out: who is here, the
 * timer, the code to come in by, what is shown to all.
 */
import * as v from 'valibot';
import type {
  ActionId,
  ActorId,
  DirectionId,
  GroupId,
  PersonId,
  PriorityId,
} from '../../shared/ids.ts';
import type { StepId } from '../../shared/session/agenda/step.ts';
import { rules, step } from '../../shared/session/agenda/step-schema.ts';
import { id } from '../../shared/session/fields.ts';
import { ROLES } from '../../shared/session/roles.ts';
import type { SessionView } from '../../shared/session/view.ts';
import { voteSetup } from '../../shared/session/votes/setup-schema.ts';
import type { RoundId } from '../../shared/session/votes/votes.ts';

/** Of the note below: one of another shape is not read. */
const VERSION = 1;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const byId = <Key extends string>() =>
  v.pipe(
    v.record(id<Key>(), count),
    v.transform((counts) => counts as Record<Key, number>),
  );
const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly());
const round = v.object({
  id: id<RoundId>(),
  title: v.string(),
  setup: voteSetup,
  openedAt: v.number(),
  closedAt: v.nullable(v.number()),
  mine: v.exactOptional(v.object({ budget: count, cap: count, dots: byId<ActionId>() })),
  progress: v.exactOptional(v.object({ finished: count, expected: count })),
  room: v.exactOptional(byId<ActionId>()),
  result: v.exactOptional(
    v.object({
      ballots: count,
      groups: count,
      actions: list(v.object({ actionId: id<ActionId>(), dots: count, voices: v.number() })),
    }),
  ),
});
const noted = v.object({
  version: v.literal(VERSION),
  /** This browser's clock when it was heard, milliseconds since 1970. */
  heardAt: v.number(),
  /** What to add to this browser's clock to have the server's, milliseconds. */
  offset: v.number(),
  me: id<PersonId>(),
  role: v.picklist(ROLES),
  rules,
  steps: list(step),
  current: v.nullable(id<StepId>()),
  visits: list(v.object({ stepId: id<StepId>(), from: v.number(), to: v.nullable(v.number()) })),
  frozen: v.nullable(v.picklist(['facilitator', 'timer'])),
  people: list(
    v.object({
      id: id<PersonId>(),
      role: v.picklist(ROLES),
      name: v.nullable(v.string()),
      directionId: v.nullable(id<DirectionId>()),
      actorId: v.nullable(id<ActorId>()),
      seats: count,
      groupId: v.exactOptional(id<GroupId>()),
      done: v.boolean(),
      follows: v.boolean(),
    }),
  ),
  groups: v.optional(
    list(
      v.object({
        id: id<GroupId>(),
        letter: v.string(),
        name: v.string(),
        people: v.exactOptional(count),
      }),
    ),
    [],
  ),
  drafts: v.object({
    mine: list(
      v.object({
        id: id<ActionId>(),
        priorityId: id<PriorityId>(),
        title: v.string(),
        description: v.string(),
        anonymous: v.exactOptional(v.literal(true)),
      }),
    ),
    counts: byId<PriorityId>(),
    writers: count,
  }),
  rounds: list(round),
});

export interface LastSession {
  readonly view: SessionView;
  readonly heardAt: number;
  readonly offset: number;
}

/** @returns what is noted: plain data without anything that the schema above does not name */
export const noteOf = ({ view, heardAt, offset }: LastSession): unknown => {
  const read = v.safeParse(noted, { ...view, version: VERSION, heardAt, offset });
  return read.success ? read.output : undefined;
};

/** @param me whose device it is now @returns null for what is no such note, or of somebody else */
export function readNote(note: unknown, me: PersonId): LastSession | null {
  const read = v.safeParse(noted, note);
  if (!read.success || read.output.me !== me) return null;
  const { version: _, heardAt, offset, people, groups, ...known } = read.output;
  const view: SessionView = {
    ...known,
    now: heardAt + offset,
    groups: groups.map((group) => ({ ...group, hand: null })),
    messages: [],
    people: people.map((person) => ({ ...person, clients: [], hand: null })),
    timer: null,
    focus: null,
    summonedAt: null,
    revealedAt: null,
    lastReveal: null,
  };
  return { view, heardAt, offset };
}
