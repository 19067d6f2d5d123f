/** In one line: an action's number, who proposed it, its constraints and its own sources. */

import { proposerOf } from '../../../shared/board/labels.ts';
import { constraintsOf } from '../../../shared/board/merged.ts';
import type { Action } from '../../../shared/board/schema.ts';
import { mergeWords } from '../../../shared/text/fr/merge.ts';
import { useBoard, useNumber } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';

export function Origin({ action }: { readonly action: Action }) {
  const t = useWords(mergeWords);
  const { pick, board: words } = useWords();
  const number = useNumber(action.id);
  const proposer = useBoard((board) => proposerOf(board, action));
  const constraints = useBoard((board) => constraintsOf(board, action).length);
  const sources = useBoard((board) => board.sources.get(action.id)?.length ?? 0);
  const parts = [
    number,
    proposer && t.proposedBy(proposer),
    constraints > 0 && words.constraints(constraints),
    sources > 0 && pick.stack(sources + 1),
  ].filter((part) => typeof part === 'string' && part !== '');
  return <span className="merge-origin">{parts.join(' · ')}</span>;
}
