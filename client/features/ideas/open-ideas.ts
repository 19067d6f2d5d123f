/** The ideas of whoever is on this page, once they are there: every priority reads the same ones. */
import { useMemo } from 'react';
import type { PriorityId } from '../../../shared/ids.ts';
import { ideasWords } from '../../../shared/text/fr/ideas.ts';
import { useBoardClient, usePriorities, useSession } from '../../state/hooks.ts';
import type { Ideas } from '../../state/ideas.ts';
import type { ShownIdea } from '../../state/shown-ideas.ts';
import { createViewStore, useView } from '../../state/view-store.ts';
import { useWords } from '../../state/words.ts';
import { pageToasts } from '../../ui/toast-queue.ts';

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

/** What is done with a hidden idea beside writing it, and said of it. */
/** Whether hidden ideas are being written now, by this person too. */
export const useCanWrite = (): boolean =>
  useSession(
    (session) =>
      session?.rules.writing === 'hidden' &&
      (session.role === 'facilitator' ||
        (session.role === 'participant' && session.rules.add === 'anyone')),
  );

export function useIdeaActs(ideas: Ideas) {
  const t = useWords(ideasWords);
  const { board } = useBoardClient().stores;
  return {
    move: (idea: ShownIdea, priorityId: PriorityId) => {
      ideas.write({ ...idea, priorityId });
      ideas.flush();
      const name = board.getState().priorities.find(({ id }) => id === priorityId)?.title ?? '';
      pageToasts.show({ text: t.moved(idea.title, name) });
    },
    remove: (idea: ShownIdea) => {
      ideas.remove(idea);
      focusSoon('.idea-composer textarea');
      const putBack = () => {
        ideas.write(idea);
        ideas.flush();
      };
      pageToasts.show({
        text: t.removed(idea.title),
        action: { label: t.putBack, run: putBack },
      });
    },
  };
}

/** What was pressed went away with its place: the focus goes where writing goes on. */
export const focusSoon = (selector: string): void =>
  void requestAnimationFrame(() => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  });
