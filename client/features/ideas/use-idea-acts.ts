/** What is done with a hidden idea beside writing it, and said of it. */
import type { PriorityId } from '../../../shared/ids.ts';
import { ideasWords } from '../../../shared/text/fr/ideas.ts';
import { useBoardClient, useSession } from '../../state/hooks.ts';
import type { Ideas, ShownIdea } from '../../state/ideas.ts';
import { useWords } from '../../state/words.ts';
import { pageToasts } from '../../ui/toast-queue.ts';

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
