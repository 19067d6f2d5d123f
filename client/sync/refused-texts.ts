/**
 * What a refusal took from its author. Everything this page had not sent falls with the refused
 * change, so its texts are compared with the fresh board once that is here.
 */
import type { Board } from '../../shared/board/board.ts';
import type { ActionId } from '../../shared/ids.ts';
import type { RefusalReason } from '../../shared/protocol/messages.ts';
import type { RefusedText } from './board-stores.ts';

export interface Refusal {
  readonly reason: RefusalReason;
  /** Texts of the actions that waited for the server, as they stood here. */
  readonly texts: readonly {
    readonly id: ActionId;
    readonly title: string;
    readonly description: string;
  }[];
}

export function refusalOf(
  reason: RefusalReason,
  board: Board,
  unsaved: Iterable<ActionId>,
): Refusal {
  const texts = [...unsaved].flatMap((id) => {
    const action = board.actions.get(id);
    return action ? [{ id, title: action.title, description: action.description }] : [];
  });
  return { reason, texts };
}

/** Texts that the fresh board has not; one without any text when only something else was lost. */
export function lostTexts({ reason, texts }: Refusal, fresh: Board): readonly RefusedText[] {
  const lost = texts.filter(({ id, title, description }) => {
    const now = fresh.actions.get(id);
    return now?.title !== title || now.description !== description;
  });
  return lost.length > 0
    ? lost.map(({ title, description }) => ({ reason, title, description }))
    : [{ reason, title: '', description: '' }];
}
