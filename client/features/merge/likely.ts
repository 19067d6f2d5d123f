/** What a window about merging proposes at first: people decide. */
import type { Board } from '../../../shared/board/board.ts';
import { completenessOf } from '../../../shared/board/completeness.ts';
import { foldText, hasTerm, searchTerms } from '../../../shared/finding/words.ts';
import type { ActionId } from '../../../shared/ids.ts';

/** The one with the fullest sheet, the first of equals: the least is to be written again. */
export function bestToStay(board: Board, ids: readonly ActionId[]): ActionId | undefined {
  const doneOf = (id: ActionId) => {
    const action = board.actions.get(id);
    return action ? completenessOf(action).done : -1;
  };
  return [...ids].sort((a, b) => doneOf(b) - doneOf(a))[0];
}

/** Actions on show whose number or title has every word looked for, in their order. */
export function findByTitle(board: Board, search: string): readonly ActionId[] {
  const terms = searchTerms(search);
  if (terms.length === 0) return [];
  return [...board.numbers].flatMap(([id, number]) => {
    const words = foldText(`${number}\n${board.actions.get(id)?.title ?? ''}`);
    return terms.every((term) => hasTerm(words, term)) ? id : [];
  });
}
