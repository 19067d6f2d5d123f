/** Hidden ideas as they are shown before the reveal: one's own, and how many there are. */
import type { PersonId, PriorityId } from '../../ids.ts';
import type { Viewer } from '../present.ts';
import { madeFrom, type Scene } from '../scene.ts';
import { type Idea, isWritten } from './idea.ts';

export interface IdeasView {
  /** One's own, in the order in which they were first written. */
  readonly mine: readonly Omit<Idea, 'personId'>[];
  /** How many everybody together has written something in, by priority. */
  readonly counts: Readonly<Record<PriorityId, number>>;
  /** How many people have at least one. */
  readonly writers: number;
}

export function ideasFor({ id }: Viewer, scene: Scene): IdeasView {
  const { counts, byWriter, writers } = ideasOf(scene);
  const mine = (byWriter.get(id) ?? []).map(({ personId: _mine, ...idea }) => idea);
  return { mine, counts, writers };
}

const ideasOf = madeFrom(
  ({ state: { ideas } }) => [ideas],
  ({ state: { ideas } }) => {
    const counts = new Map<PriorityId, number>();
    const byWriter = new Map<PersonId, Idea[]>();
    const writers = new Set<PersonId>();
    for (const idea of ideas.values()) {
      const { priorityId, personId } = idea;
      const own = byWriter.get(personId) ?? [];
      byWriter.set(personId, own);
      own.push(idea);
      if (!isWritten(idea)) continue;
      writers.add(personId);
      counts.set(priorityId, (counts.get(priorityId) ?? 0) + 1);
    }
    return {
      counts: Object.fromEntries(counts) as IdeasView['counts'],
      byWriter,
      writers: writers.size,
    };
  },
);
