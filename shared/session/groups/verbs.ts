/** What is asked of tables and sub-groups: that they are there, who is in them, their hands, what is said to them. */
import * as v from 'valibot';
import type { GroupId, PersonId } from '../../ids.ts';
import { err } from '../../result.ts';
import { withEntry, without } from '../collections.ts';
import { id, text, whole } from '../fields.ts';
import { isOverspent } from '../seats.ts';
import type { SessionState } from '../state.ts';
import { type Act, ALREADY, type Decision, type Folds, record, verbsTo } from '../verb.ts';
import { GROUP_LIMITS, type Group, lettered } from './group.ts';
import { type Message, type MessageId, maxMessageCharacters } from './message.ts';

type Dealt = { readonly groupId: GroupId; readonly personIds: readonly PersonId[] };
/** `people`: null when each has a device. */
type GroupChange = { readonly name?: string; readonly people?: number | null };

export type GroupEvent =
  | { readonly type: 'groups-added'; readonly groups: readonly Group[] }
  | { readonly type: 'group-changed'; readonly id: GroupId; readonly change: GroupChange }
  | Act<'group-removed', { readonly id: GroupId }>
  | {
      readonly type: 'member-set';
      readonly personId: PersonId;
      readonly groupId: GroupId | null;
    }
  | Act<'members-dealt', { readonly groups: readonly Dealt[] }>
  | {
      readonly type: 'group-hand-set';
      readonly groupId: GroupId;
      readonly raisedAt: number | null;
    }
  | { readonly type: 'message-set'; readonly message: Message };
const { facilitator, participant, member } = verbsTo<GroupEvent>();

const groupId = id<GroupId>();
const groupOrNone = v.nullable(groupId);
const name = text(GROUP_LIMITS.nameCharacters);
const has = ({ groups }: Pick<SessionState, 'groups'>, wanted: GroupId | null): boolean =>
  wanted === null || groups.some((group) => group.id === wanted);

export const GROUP_VERBS = {
  /** Each gets the next letter that is free. Those that are there already are not made again. */
  'groups-add': facilitator(
    {
      groups: v.pipe(
        v.array(v.strictObject({ id: groupId, name })),
        v.minLength(1),
        v.maxLength(GROUP_LIMITS.groups),
        v.readonly(),
      ),
    },
    (state, asked) => {
      if (new Set(asked.groups.map((group) => group.id)).size < asked.groups.length)
        return err('invalid');
      const added = asked.groups.filter((group) => !has(state, group.id));
      if (added.length === 0) return ALREADY;
      if (state.groups.length + added.length > GROUP_LIMITS.groups) return err('full');
      return record({ type: 'groups-added', groups: lettered(state.groups, added) });
    },
  ),

  'group-change': facilitator(
    {
      id: groupId,
      change: v.partial(
        v.strictObject({ name, people: v.nullable(whole(1, GROUP_LIMITS.people)) }),
      ),
    },
    (state, asked) => {
      const group = state.groups.find((one) => one.id === asked.id);
      if (!group) return err('gone');
      const { name: given = group.name, people = group.people ?? null } = asked.change;
      if (given === group.name && people === (group.people ?? null)) return ALREADY;
      return unlessOverspent(state, {
        type: 'group-changed',
        id: group.id,
        change: { name: given, people },
      });
    },
  ),

  /** Its people are in no group then, and its sheets nobody's. */
  'group-remove': facilitator({ id: groupId }, (state, asked, { now, asker }) =>
    has(state, asked.id)
      ? unlessOverspent(state, { type: 'group-removed', id: asked.id, at: now, by: asker.id })
      : ALREADY,
  ),

  /** Chosen by whoever takes part; null to be in none. */
  'group-join': participant({ groupId: groupOrNone }, (state, asked, { asker }) =>
    membership(state, asker.id, asked.groupId),
  ),

  'member-set': facilitator({ personId: id<PersonId>(), groupId: groupOrNone }, (state, asked) =>
    membership(state, asked.personId, asked.groupId),
  ),

  /** Many people at once, taken back at once; whoever is not named stays where they are. */
  'members-deal': facilitator(
    {
      groups: v.pipe(
        v.array(
          v.strictObject({
            groupId,
            personIds: v.pipe(v.array(id<PersonId>()), v.maxLength(1_000), v.readonly()),
          }),
        ),
        v.maxLength(GROUP_LIMITS.groups),
        v.readonly(),
      ),
    },
    (state, { groups }, { now, asker }) => {
      if (!groups.every((dealt) => has(state, dealt.groupId))) return err('gone');
      const isSo = groups.every((dealt) =>
        dealt.personIds.every((personId) => state.members.get(personId) === dealt.groupId),
      );
      if (isSo) return ALREADY;
      return unlessOverspent(state, { type: 'members-dealt', groups, at: now, by: asker.id });
    },
  ),

  /** Raised and lowered by any of its people; facilitators lower it. */
  'group-hand': member({ groupId, up: v.boolean() }, (state, asked, { asker, now }) => {
    const leads = asker.role === 'facilitator';
    if (!leads && state.members.get(asker.id) !== asked.groupId) return err('gone');
    if (leads && asked.up) return err('role');
    if (state.groupHands.has(asked.groupId) === asked.up) return ALREADY;
    const raisedAt = asked.up ? now : null;
    return record({ type: 'group-hand-set', groupId: asked.groupId, raisedAt });
  }),

  /** Takes the place of what was said to the same before; an empty one takes it back. */
  message: facilitator(
    { id: id<MessageId>(), to: groupOrNone, text: text(maxMessageCharacters) },
    (state, asked, { now }) => {
      if (!has(state, asked.to)) return err('gone');
      const before = state.messages.find(({ to }) => to === asked.to);
      if (before ? before.id === asked.id : asked.text.trim() === '') return ALREADY;
      const message = { id: asked.id, to: asked.to, text: asked.text.trim(), at: now };
      return record({ type: 'message-set', message });
    },
  ),
};

function membership(
  state: SessionState,
  personId: PersonId,
  wanted: GroupId | null,
): Decision<GroupEvent> {
  if (!has(state, wanted)) return err('gone');
  if ((state.members.get(personId) ?? null) === wanted) return ALREADY;
  return unlessOverspent(state, { type: 'member-set', personId, groupId: wanted });
}

type Seating = Extract<
  GroupEvent,
  { readonly type: 'group-changed' | 'group-removed' | 'member-set' | 'members-dealt' }
>;
/** Fewer people under dots already put would be a budget overrun that nobody caused. */
function unlessOverspent(state: SessionState, event: Seating): Decision<GroupEvent> {
  const fold = GROUP_FOLDS[event.type] as (state: SessionState, event: Seating) => SessionState;
  return isOverspent(fold(state, event)) ? err('round') : record<GroupEvent>(event);
}

export const GROUP_FOLDS: Folds<GroupEvent> = {
  'groups-added': (state, { groups }) =>
    settled({ ...state, groups: [...state.groups, ...groups] }),
  'group-changed': (state, { id: changed, change }) =>
    settled({
      ...state,
      groups: state.groups.map((group) =>
        group.id === changed ? changedBy(group, change) : group,
      ),
    }),
  'group-removed': (state, { id: removed }) => ({
    ...state,
    groups: state.groups.filter((group) => group.id !== removed),
    members: new Map([...state.members].filter(([, of]) => of !== removed)),
    groupHands: without(state.groupHands, [removed]),
    messages: state.messages.filter(({ to }) => to !== removed),
  }),
  'member-set': (state, { personId, groupId: of }) =>
    settled({ ...state, members: withMembers(state.members, [personId], of) }),
  'members-dealt': (state, { groups }) => ({
    ...state,
    members: groups.reduce(
      (members, dealt) => withMembers(members, dealt.personIds, dealt.groupId),
      state.members,
    ),
  }),
  'group-hand-set': (state, { groupId: of, raisedAt }) => ({
    ...state,
    groupHands:
      raisedAt === null
        ? without(state.groupHands, [of])
        : withEntry(state.groupHands, of, state.groupHands.get(of) ?? raisedAt),
  }),
  'message-set': (state, { message }) => {
    const others = state.messages.filter(({ to }) => to !== message.to);
    return { ...state, messages: message.text === '' ? others : [...others, message] };
  },
};

function changedBy(group: Group, { name: given = group.name, people }: GroupChange): Group {
  const { people: before, ...rest } = group;
  const count = people === undefined ? before : people;
  return { ...rest, name: given, ...(count != null && { people: count }) };
}

/** Whoever comes to a group comes last; whoever is in it already keeps their place. */
function withMembers(
  members: SessionState['members'],
  personIds: readonly PersonId[],
  of: GroupId | null,
): SessionState['members'] {
  const after = new Map(members);
  for (const personId of personIds) {
    if (after.get(personId) === of) continue;
    after.delete(personId);
    if (of !== null) after.set(personId, of);
  }
  return after;
}

/** What others did to the groups since is not taken back with an act on them. */
const settled = (state: SessionState): SessionState =>
  state.undoable && 'members' in state.undoable.before ? { ...state, undoable: null } : state;
