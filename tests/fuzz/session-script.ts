/**
 * Requests of several people as plain numbers, so that a failing script is shrunk and played again;
 * they become real requests by what the asker can know at that moment.
 */
import fc from 'fast-check';
import type { ActionId, GroupId, PersonId, PriorityId } from '../../shared/ids.ts';
import type { Step, StepId } from '../../shared/session/agenda/step.ts';
import { FOCUS_VIEWS } from '../../shared/session/attention/focus.ts';
import type { MessageId } from '../../shared/session/groups/message.ts';
import { FREE_RULES, VISIBILITIES } from '../../shared/session/rules.ts';
import type { Request, RequestType } from '../../shared/session/session.ts';
import { TIMER_EFFECTS } from '../../shared/session/timer/timer.ts';
import type { RoundId } from '../../shared/session/votes/votes.ts';
import { stepOf } from '../support/session-people.ts';

/** Numbers choose among what there is. */
export interface Ask {
  readonly who: number;
  readonly type: RequestType;
  readonly a: number;
  readonly b: number;
}
/** What somebody who asks can know. */
export interface Known {
  readonly steps: readonly StepId[];
  readonly current: StepId | null;
  readonly rounds: readonly RoundId[];
  /** Number of the last act. */
  readonly acts: number;
  readonly actions: readonly ActionId[];
  readonly priorities: readonly PriorityId[];
  readonly people: readonly PersonId[];
  readonly groups: readonly GroupId[];
  /** A text that is said once, to a group or to all. */
  readonly said: (to: GroupId | null) => string;
  /** A text that occurs nowhere else. */
  readonly secret: () => string;
}

/** How often each is asked: what is hidden more than the rest. */
const WEIGHTS: Readonly<Record<RequestType, number>> = {
  'steps-set': 1,
  'step-add': 1,
  'step-change': 2,
  'step-move': 1,
  'step-remove': 1,
  'step-start': 8,
  'timer-start': 2,
  'timer-add': 2,
  'timer-pause': 1,
  'timer-resume': 1,
  'timer-stop': 1,
  freeze: 2,
  reveal: 4,
  'round-open': 4,
  'round-close': 3,
  'room-votes': 2,
  focus: 2,
  summon: 1,
  project: 2,
  pledge: 2,
  'hands-lower': 1,
  'work-aside': 3,
  'seats-set': 2,
  undo: 4,
  'draft-write': 20,
  'draft-remove': 3,
  'vote-cast': 24,
  hand: 2,
  done: 2,
  follow: 1,
  'groups-add': 4,
  'group-change': 3,
  'group-remove': 1,
  'group-join': 4,
  'member-set': 4,
  'members-deal': 2,
  'group-hand': 3,
  message: 6,
};
export const TYPES = (Object.entries(WEIGHTS) as [RequestType, number][]).flatMap(
  ([type, weight]) => Array.from({ length: weight }, () => type),
);

export const scripts = (length: number): fc.Arbitrary<Ask[]> =>
  fc.array(
    fc.record({
      who: fc.nat(9),
      type: fc.constantFrom(...TYPES),
      a: fc.nat(999),
      b: fc.nat(999),
    }),
    { minLength: length, maxLength: length },
  );

export const STEPS: readonly Step[] = [
  stepOf('ideas', VISIBILITIES.masquée),
  stepOf('unsigned', { ...VISIBILITIES.masquée, vote: 'open' }, { anonymous: true }),
  stepOf('vote', VISIBILITIES['votes masqués']),
  stepOf('open', FREE_RULES),
  stepOf('read', VISIBILITIES.lecture),
];

type Maker = (numbers: Ask, known: Known) => Request;
const of = <Item>(items: readonly Item[], number: number): Item | undefined =>
  items[number % Math.max(1, items.length)];
const gone = 'gone';

const MAKERS: Readonly<Record<RequestType, Maker>> = {
  'steps-set': () => ({ type: 'steps-set', steps: STEPS }),
  'step-add': ({ a }) => ({
    type: 'step-add',
    step: { ...stepAt(a), id: `s${a % 9}` as StepId },
    after: null,
  }),
  'step-change': ({ a, b }, { steps }) => ({
    type: 'step-change',
    id: of(steps, a) ?? (gone as StepId),
    change: b % 2 ? { rules: stepAt(b).rules } : { title: `t${b}` },
  }),
  'step-move': ({ a, b }, { steps }) => ({
    type: 'step-move',
    id: of(steps, a) ?? (gone as StepId),
    after: of(steps, b) ?? null,
  }),
  'step-remove': ({ a }, { steps }) => ({
    type: 'step-remove',
    id: of(steps, a) ?? (gone as StepId),
  }),
  'step-start': ({ a, b }, { steps, current }) => ({
    type: 'step-start',
    id: a % 7 === 0 ? null : (of(steps, a) ?? null),
    from: b % 5 === 0 ? (of(steps, b) ?? null) : current,
    timed: b % 2 === 0,
  }),
  'timer-start': ({ a, b }) => ({
    type: 'timer-start',
    seconds: 1 + (a % 30),
    effect: of(TIMER_EFFECTS, b) ?? 'pause',
  }),
  'timer-add': ({ a }) => ({ type: 'timer-add', seconds: (a % 40) - 20 }),
  'timer-pause': () => ({ type: 'timer-pause' }),
  'timer-resume': () => ({ type: 'timer-resume' }),
  'timer-stop': () => ({ type: 'timer-stop' }),
  freeze: ({ a }) => ({ type: 'freeze', on: a % 2 === 0 }),
  reveal: ({ a }, { priorities }) => ({
    type: 'reveal',
    priorityId: a % 2 ? (of(priorities, a >> 1) ?? null) : null,
  }),
  'round-open': ({ a, b }, { priorities }) => ({
    type: 'round-open',
    id: `r${a % 20}` as RoundId,
    title: '',
    setup: {
      budget: 1 + (a % 6),
      cap: 1 + (b % (1 + (a % 6))),
      basis: b % 3 === 0 ? 'direction' : 'person',
      priorityIds: b % 4 === 0 ? priorities.slice(0, 1) : null,
    },
  }),
  'round-close': ({ a }, { rounds }) => ({ type: 'round-close', id: roundAt(rounds, a) }),
  'room-votes': ({ a, b }, { rounds, actions }) => ({
    type: 'room-votes',
    roundId: roundAt(rounds, b),
    votes: a % 9,
    actionId: of(actions, b) ?? (gone as ActionId),
  }),
  focus: ({ a, b }, { actions, priorities }) => ({
    type: 'focus',
    target:
      [
        null,
        { kind: 'action', id: of(actions, b) ?? (gone as ActionId) } as const,
        { kind: 'priority', id: of(priorities, b) ?? (gone as PriorityId) } as const,
        { kind: 'view', view: of(FOCUS_VIEWS, b) ?? 'board' } as const,
      ][a % 4] ?? null,
  }),
  project: ({ a, b }, { priorities }) => ({
    type: 'project',
    view: a % 2 ? { kind: 'priority', id: of(priorities, b) ?? (gone as PriorityId) } : null,
    page: b % 3 ? b % 7 : null,
    held: b % 2 === 0,
  }),
  pledge: ({ a, b }, { actions }) => ({
    type: 'pledge',
    actionId: of(actions, a) ?? (gone as ActionId),
    on: b % 3 > 0,
  }),
  summon: () => ({ type: 'summon' }),
  'hands-lower': ({ a }, { people }) => ({
    type: 'hands-lower',
    personId: a % 2 ? (of(people, a) ?? null) : null,
  }),
  'work-aside': ({ a, b }, { people }) => ({
    type: 'work-aside',
    personId: of(people, a) ?? (gone as PersonId),
    on: b % 3 > 0,
  }),
  'seats-set': ({ a, b }, { people }) => ({
    type: 'seats-set',
    personId: of(people, a) ?? (gone as PersonId),
    seats: 1 + (b % 4),
  }),
  undo: ({ a }, { acts }) => ({ type: 'undo', act: Math.max(1, acts - (a % 5 === 0 ? 1 : 0)) }),
  'draft-write': ({ who, a, b }, { priorities, secret }) => ({
    // Now and then the id of somebody else's.
    type: 'draft-write',
    id: `d${b % 11 === 0 ? a % 10 : who}-${a % 6}` as ActionId,
    priorityId: of(priorities, b) ?? (gone as PriorityId),
    title: b % 3 === 0 ? '' : secret(),
    description: b % 2 === 0 ? secret() : '',
  }),
  'draft-remove': ({ who, a, b }) => ({
    type: 'draft-remove',
    id: `d${b % 5 === 0 ? a % 10 : who}-${a % 6}` as ActionId,
  }),
  'vote-cast': ({ a, b }, { rounds, actions }) => ({
    type: 'vote-cast',
    roundId: roundAt(rounds, a % 10 ? -1 : a),
    dots: b % 5,
    actionId: of(actions, a) ?? (gone as ActionId),
  }),
  hand: ({ a }) => ({ type: 'hand', up: a % 2 === 0 }),
  done: ({ a }) => ({ type: 'done', on: a % 2 === 0 }),
  follow: ({ a }) => ({ type: 'follow', on: a % 2 === 0 }),
  'groups-add': ({ a, b }) => ({
    type: 'groups-add',
    groups: [{ id: `g${a % 5}` as GroupId, name: b % 2 ? '' : `n${b}` }],
  }),
  'group-change': ({ a, b }, { groups }) => ({
    type: 'group-change',
    id: groupAt(groups, a),
    change: b % 3 === 0 ? { name: `n${b}` } : { people: b % 3 === 1 ? null : 1 + (b % 6) },
  }),
  'group-remove': ({ a }, { groups }) => ({ type: 'group-remove', id: groupAt(groups, a) }),
  'group-join': ({ a, b }, { groups }) => ({
    type: 'group-join',
    groupId: b % 4 === 0 ? null : groupAt(groups, a),
  }),
  'member-set': ({ a, b }, { groups, people }) => ({
    type: 'member-set',
    personId: of(people, b) ?? (gone as PersonId),
    groupId: a % 4 === 0 ? null : groupAt(groups, a),
  }),
  'members-deal': ({ a }, { groups, people }) => ({
    type: 'members-deal',
    groups: groups.map((groupId, at) => ({
      groupId,
      personIds: people.filter((_, place) => (place + a) % groups.length === at),
    })),
  }),
  'group-hand': ({ a, b }, { groups }) => ({
    type: 'group-hand',
    groupId: groupAt(groups, a),
    up: b % 2 === 0,
  }),
  message: ({ a, b }, { groups, said }) => {
    const to = b % 3 === 0 ? null : groupAt(groups, b);
    const text = a % 5 === 0 ? '' : said(to);
    return { type: 'message', id: `m${a}` as MessageId, to, text };
  },
};

export const requestOf = (ask: Ask, known: Known): Request => MAKERS[ask.type](ask, known);

const stepAt = (number: number): Step => of(STEPS, number) ?? stepOf('free', FREE_RULES);
const groupAt = (groups: readonly GroupId[], number: number): GroupId =>
  of(groups, number) ?? (gone as GroupId);
/** @param number -1 for the last one */
const roundAt = (rounds: readonly RoundId[], number: number): RoundId =>
  (number < 0 ? rounds.at(-1) : of(rounds, number)) ?? (gone as RoundId);
