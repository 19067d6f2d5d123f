/**
 * What people ask of the session, and who may ask it. A request travels on the board's socket, is
 * decided by the server (`decide.ts`) and answered: accepted once it is durable, or a reason.
 * Ids of what is created come with the request, so that one sent twice is done once.
 */
import * as v from 'valibot';
import { LIMITS } from '../board/schema.ts';
import type { ActionId, PersonId, PriorityId } from '../ids.ts';
import type { Role } from './roles.ts';
import { STEP_LIMITS, type StepId } from './step.ts';
import { id, step, stepFields, text, title, voteSetup, whole } from './step-schema.ts';
import { maxTimerSeconds, TIMER_EFFECTS } from './timer.ts';
import { type RoundId, VOTE_LIMITS } from './votes.ts';

/** What is put before everybody's eyes. */
export const FOCUS_VIEWS = [
  'board',
  'coverage',
  'matrix',
  'deadlines',
  'indicators',
  'missing',
  'ranking',
] as const;
const focus = v.variant('kind', [
  v.strictObject({ kind: v.literal('action'), id: id<ActionId>() }),
  v.strictObject({ kind: v.literal('priority'), id: id<PriorityId>() }),
  v.strictObject({ kind: v.literal('view'), view: v.picklist(FOCUS_VIEWS) }),
]);
export type Focus = v.InferOutput<typeof focus>;

const ask = <Type extends string, Fields extends v.ObjectEntries>(type: Type, fields: Fields) =>
  v.strictObject({ type: v.literal(type), ...fields });

const REQUEST = v.variant('type', [
  /** Replaces the whole déroulé, by a preset or by that of a file; no step is in progress then. */
  ask('steps-set', {
    steps: v.pipe(v.array(step), v.maxLength(STEP_LIMITS.steps), v.readonly()),
  }),
  /** `after`: the step it follows, null for the first place. */
  ask('step-add', { step, after: v.nullable(id<StepId>()) }),
  ask('step-change', { id: id<StepId>(), change: v.partial(v.strictObject(stepFields)) }),
  ask('step-move', { id: id<StepId>(), after: v.nullable(id<StepId>()) }),
  ask('step-remove', { id: id<StepId>() }),
  /** `from` is the step in progress as the asker saw it: two facilitators never skip one together. */
  ask('step-start', { id: v.nullable(id<StepId>()), from: v.nullable(id<StepId>()) }),

  ask('timer-start', { seconds: whole(1, maxTimerSeconds), effect: v.picklist(TIMER_EFFECTS) }),
  /** Negative to shorten. One that ended runs again, and a pause it caused ends. */
  ask('timer-add', { seconds: whole(-maxTimerSeconds, maxTimerSeconds) }),
  ask('timer-pause', {}),
  ask('timer-resume', {}),
  ask('timer-stop', {}),
  /** Pauses everybody, the timer with them; `on: false` lets all go on. */
  ask('freeze', { on: v.boolean() }),

  /** Hidden ideas become actions: those under a priority, or all. */
  ask('reveal', { priorityId: v.nullable(id<PriorityId>()) }),

  ask('round-open', { id: id<RoundId>(), title, setup: voteSetup }),
  ask('round-close', { id: id<RoundId>() }),
  ask('room-votes', {
    roundId: id<RoundId>(),
    actionId: id<ActionId>(),
    votes: whole(0, VOTE_LIMITS.roomVotes),
  }),

  ask('focus', { target: v.nullable(focus) }),
  /** Calls everybody to what is in focus, those who had left it too. */
  ask('summon', {}),
  /** Null lowers every hand. */
  ask('hands-lower', { personId: v.nullable(id<PersonId>()) }),
  /** For how many people somebody writes: the scribe of a table. */
  ask('seats-set', { personId: id<PersonId>(), seats: whole(1, VOTE_LIMITS.seats) }),
  /** Takes back the last act, named by its number so that nobody takes back another's instead. */
  ask('undo', { act: whole(1, Number.MAX_SAFE_INTEGER) }),

  /** Writes or rewrites one's own idea; its id becomes that of the action. */
  ask('draft-write', {
    id: id<ActionId>(),
    priorityId: id<PriorityId>(),
    title: text(LIMITS.titleCharacters),
    description: text(LIMITS.descriptionCharacters),
  }),
  ask('draft-remove', { id: id<ActionId>() }),
  /** How many dots there shall be, not how many more: said twice, it is done once. */
  ask('vote-cast', {
    roundId: id<RoundId>(),
    actionId: id<ActionId>(),
    dots: whole(0, VOTE_LIMITS.budget * VOTE_LIMITS.seats),
  }),
  ask('hand', { up: v.boolean() }),
  ask('done', { on: v.boolean() }),
  ask('follow', { on: v.boolean() }),
]);
export type Request = v.InferOutput<typeof REQUEST>;
export type RequestType = Request['type'];
export type RequestOf<Type extends RequestType> = Extract<Request, { readonly type: Type }>;

/** What somebody sent, as a request; undefined when it is none. */
export function readRequest(value: unknown): Request | undefined {
  // The first fault is enough: thousands of them would be found, and written down, before the answer.
  const read = v.safeParse(REQUEST, value, { abortEarly: true });
  return read.success ? read.output : undefined;
}

type Asker = 'facilitator' | 'participant' | 'member';
/** `member`: whoever leads or takes part. Observers, the projector among them, ask nothing. */
const ASKERS: Readonly<Record<RequestType, Asker>> = {
  'steps-set': 'facilitator',
  'step-add': 'facilitator',
  'step-change': 'facilitator',
  'step-move': 'facilitator',
  'step-remove': 'facilitator',
  'step-start': 'facilitator',
  'timer-start': 'facilitator',
  'timer-add': 'facilitator',
  'timer-pause': 'facilitator',
  'timer-resume': 'facilitator',
  'timer-stop': 'facilitator',
  freeze: 'facilitator',
  reveal: 'facilitator',
  'round-open': 'facilitator',
  'round-close': 'facilitator',
  'room-votes': 'facilitator',
  focus: 'facilitator',
  summon: 'facilitator',
  'hands-lower': 'facilitator',
  'seats-set': 'facilitator',
  undo: 'facilitator',
  'draft-write': 'member',
  'draft-remove': 'member',
  // Facilitators lead and do not weigh: they abstain without anybody waiting for them.
  'vote-cast': 'participant',
  hand: 'member',
  done: 'member',
  follow: 'member',
};

export const mayAsk = (role: Role, type: RequestType): boolean =>
  role !== 'observer' && (ASKERS[type] === 'member' || ASKERS[type] === role);

/** Why a request was not granted. The client says it in the person's language. */
export const REQUEST_REFUSALS = [
  /** It is no request. */
  'invalid',
  'role',
  /** The rules of the step do not allow it now. */
  'step',
  /** What it speaks of is not there any more. */
  'gone',
  /** Somebody else acted meanwhile: what was asked no longer fits. */
  'stale',
  /** There is nothing to do. */
  'nothing',
  'budget',
  'cap',
  /** The round is closed, or one is open already. */
  'round',
  /** A limit is reached. */
  'full',
  'storage',
] as const;
export type RequestRefusal = (typeof REQUEST_REFUSALS)[number];
