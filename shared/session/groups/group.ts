/**
 * Tables and sub-groups of a workshop: people who work apart on the same board. A sheet is given to
 * a group by its id, in the document (`assignedTo`), so that it is kept, undone and merged as all
 * that is written; who is in a group is of the session.
 */
import type { GroupId } from '../../ids.ts';

/** One for each group, so that two are told apart without their colour. */
export const GROUP_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const GROUP_LIMITS = {
  groups: GROUP_LETTERS.length,
  nameCharacters: 40,
  /** People of one group. */
  people: 50,
} as const;

export interface Group {
  readonly id: GroupId;
  /** One of {@link GROUP_LETTERS}, which stays its own while others come and go. */
  readonly letter: string;
  /** As given; empty for « Table A » and its kin, said in the language of whoever reads. */
  readonly name: string;
  /** How many people there are in all, when some have no device; absent when each has one. */
  readonly people?: number;
}

/** The hue of its letter, from 1 to 8 and around. */
export const hueOfGroup = ({ letter }: Pick<Group, 'letter'>): number =>
  (Math.max(0, GROUP_LETTERS.indexOf(letter)) % 8) + 1;

type Unlettered = Omit<Group, 'letter'> & { readonly letter?: string };

/** Gives new groups the first letters that are free. */
export function lettered(groups: readonly Group[], added: readonly Unlettered[]): readonly Group[] {
  const taken = new Set(groups.map(({ letter }) => letter));
  return added.flatMap((group) => {
    const isFree = (letter: string) => !taken.has(letter) && GROUP_LETTERS.includes(letter);
    const own = group.letter !== undefined && group.letter.length === 1 && isFree(group.letter);
    const letter = own ? group.letter : [...GROUP_LETTERS].find(isFree);
    if (letter === undefined) return [];
    taken.add(letter);
    return [{ ...group, letter }];
  });
}
