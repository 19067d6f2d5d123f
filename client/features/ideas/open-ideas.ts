/** The ideas of whoever is on this page, once they are there: every priority reads the same ones. */
import { useMemo } from 'react';
import type { PriorityId } from '../../../shared/ids.ts';
import { usePriorities } from '../../state/hooks.ts';
import type { Ideas } from '../../state/ideas.ts';
import type { ShownIdea } from '../../state/shown-ideas.ts';
import { createViewStore, useView } from '../../state/view-store.ts';

const NONE: readonly ShownIdea[] = [];
const NOBODY = createViewStore<readonly ShownIdea[]>(NONE);
const opened = createViewStore<{ readonly ideas: Ideas | null }>({ ideas: null });

export const openIdeas = (ideas: Ideas | null): void => opened.setState({ ideas });
/** Null until they are opened. */
export const useIdeas = (): Ideas | null => useView(opened, ({ ideas }) => ideas);

/** One's own under a priority, newest first; under the first, those whose priority is gone too. */
export function useIdeasUnder(id: PriorityId): readonly ShownIdea[] {
  const all = useView(useIdeas()?.store ?? NOBODY, (ideas) => ideas);
  const priorities = usePriorities();
  return useMemo(() => {
    const isGone = (under: PriorityId) => priorities.every((priority) => priority.id !== under);
    const isFirst = priorities[0]?.id === id;
    return all
      .filter(({ priorityId }) => priorityId === id || (isFirst && isGone(priorityId)))
      .reverse();
  }, [all, id, priorities]);
}
