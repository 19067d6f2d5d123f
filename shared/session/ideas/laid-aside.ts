/** What of somebody was set aside as a whole: kept to come back, by their id. */
import type { ActionId, PersonId } from '../../ids.ts';
import { withEntry } from '../collections.ts';
import type { Idea } from './idea.ts';

export interface LaidAside {
  readonly actionIds: readonly ActionId[];
  readonly ideas: readonly Idea[];
}
export type AllAside = ReadonlyMap<PersonId, LaidAside>;

/** A hidden idea that is set aside with all of its author's work. */
export const asideIdea = (aside: AllAside, id: ActionId): Idea | undefined =>
  [...aside.values()].flatMap(({ ideas }) => ideas).find((idea) => idea.id === id);

/** The same without one idea, which its author wrote anew or took back. */
export function asideWithout(aside: AllAside, id: ActionId): AllAside {
  const idea = asideIdea(aside, id);
  const before = idea && aside.get(idea.personId);
  if (!before) return aside;
  const ideas = before.ideas.filter((one) => one.id !== id);
  return withEntry(aside, idea.personId, { ...before, ideas });
}
