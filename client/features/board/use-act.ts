/** Runs commands and says in words what came of them: success may be undone, a refusal is explained. */
import { useMemo } from 'react';
import type { Place } from '../../../shared/board/commands/actions.ts';
import {
  addAction,
  discardAction,
  moveAction,
  restoreAction,
} from '../../../shared/board/commands/actions.ts';
import type { Outcome } from '../../../shared/board/commands/problem.ts';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import type { PageWords } from '../../../shared/text/fr/page.ts';
import { authorIn, useBoardClient } from '../../state/hooks.ts';
import { watchOwnMove } from '../../state/own-move.ts';
import { type ProblemTexts, problemText } from '../../state/problem-text.ts';
import { useWords } from '../../state/words.ts';
import { pageToasts } from '../../ui/toast-queue.ts';

export function useAct() {
  const client = useBoardClient();
  const texts = useWords();
  return useMemo(() => {
    const t = texts.board;
    const board = client.stores.board;
    const numberOf = (id: ActionId) => board.getState().numbers.get(id) ?? '';
    const problems = problemsOf(texts);
    const done = <Value>(outcome: Outcome<Value>): outcome is Outcome<Value> & { ok: true } => {
      if (!outcome.ok) pageToasts.show({ text: problemText(outcome.error, problems) });
      return outcome.ok;
    };
    return {
      /** Adds a card; false when it was refused and the text must stay where it was written. */
      add: (title: string, place: Place): boolean => {
        const author = authorIn(client.stores.session.getState());
        if (!author) return false;
        const added = client.run(addAction, { title, place, author });
        if (!done(added)) return false;
        pageToasts.announce(t.added(title, numberOf(added.value)));
        return true;
      },
      move: (id: ActionId, place: Place): boolean => {
        const moved = client.run(moveAction, id, place);
        if (!done(moved)) return false;
        const title = board.getState().actions.get(id)?.title ?? '';
        pageToasts.announce(
          t.dropped(title, numberOf(id), priorityTitle(client, place.priorityId)),
        );
        watchOwnMove(client.stores, id, (priorityId) =>
          pageToasts.show({ text: t.movedElsewhere(title, priorityTitle(client, priorityId)) }),
        );
        return true;
      },
      discard: (id: ActionId): void => {
        const text = t.discarded(numberOf(id));
        if (!done(client.run(discardAction, id))) return;
        const run = () => void client.run(restoreAction, id);
        pageToasts.show({ text, action: { label: t.restore, run } });
      },
      restore: (id: ActionId): void => {
        if (done(client.run(restoreAction, id)))
          pageToasts.show({ text: t.restored(numberOf(id)) });
      },
    };
  }, [client, texts]);
}

const priorityTitle = (client: ReturnType<typeof useBoardClient>, id: PriorityId): string =>
  client.stores.board.getState().priorities.find((priority) => priority.id === id)?.title ?? '';

const problemsOf = ({ board: t }: PageWords): ProblemTexts => ({
  'title-missing': t.titleMissing,
  full: ({ max }) => t.full(max),
  'priority-gone': t.priorityGone,
  gone: t.actionGone,
});
