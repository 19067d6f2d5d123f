/** Tables and sub-groups for the screens: what they are called, which one is one's own, who counts. */
import type { Group } from '../../shared/session/groups/group.ts';
import type { GroupView } from '../../shared/session/groups/view.ts';
import { headCount, seatsIn } from '../../shared/session/heads.ts';
import type { PersonView } from '../../shared/session/present.ts';
import { groupsWords } from '../../shared/text/fr/groups.ts';
import { useMe, usePeople, useSession } from './hooks.ts';
import { useWords } from './words.ts';

const NONE: readonly never[] = [];

export const useGroups = (): readonly GroupView[] =>
  useSession((session) => session?.groups ?? NONE);

/** The group one is in; null outside of all. */
export function useMyGroup(): GroupView | null {
  const me = useMe();
  const groups = useGroups();
  return groups.find(({ id }) => id === me?.groupId) ?? null;
}

type Named = Pick<Group, 'letter' | 'name'>;
/** As it was named, or by its letter. */
export function useGroupName(): (group: Named) => string {
  const { unnamed } = useWords(groupsWords);
  return ({ letter, name }) => name || unnamed(letter);
}

/** Everybody who takes part and is counted as here, with a device or without. */
export const useHeadCount = (): number => headCount(usePeople(), useGroups());

/** Those of a group, and how many people they are. */
export function membersOf(
  people: readonly PersonView[],
  { id, people: heads }: Pick<Group, 'id' | 'people'>,
): { readonly members: readonly PersonView[]; readonly heads: number } {
  const members = people.filter(({ groupId }) => groupId === id);
  return { members, heads: members.length === 0 ? (heads ?? 0) : seatsIn(members) };
}
