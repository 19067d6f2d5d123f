/** Groups as they are shown to all, and what is said to each person. */
import type { GroupId } from '../../ids.ts';
import type { Viewer } from '../present.ts';
import { madeFrom, type Scene } from '../scene.ts';
import type { Group } from './group.ts';
import type { Message } from './message.ts';

export interface GroupView extends Group {
  /** Since when its hand is up, server clock; null while it is down. */
  readonly hand: number | null;
}

export const groupsOf = madeFrom(
  ({ state: { groups, groupHands } }) => [groups, groupHands],
  ({ state: { groups, groupHands } }): readonly GroupView[] =>
    groups.map((group) => ({ ...group, hand: groupHands.get(group.id) ?? null })),
);

/** What is said to a group is for its people and for those who lead: not for the projector. */
export function messagesFor({ id, role }: Viewer, { state }: Scene): readonly Message[] {
  if (role === 'facilitator') return state.messages;
  const own: GroupId | undefined = role === 'participant' ? state.members.get(id) : undefined;
  return state.messages.filter(({ to }) => to === null || to === own);
}
