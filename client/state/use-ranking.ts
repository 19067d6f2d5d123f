/** The ranking of a closed round over the board as it stands; computed once for all who show it. */
import type { Board } from '../../shared/board/board.ts';
import type { ActionId } from '../../shared/ids.ts';
import { type RankedAction, rankingOf } from '../../shared/session/votes/tally.ts';
import type { RoundView } from '../../shared/session/votes/view.ts';
import type { RoundResult } from '../../shared/session/votes/votes.ts';
import { useBoard } from './hooks.ts';
import { useLastResult } from './session-hooks.ts';

export interface Ranking {
  readonly round: RoundView;
  readonly result: RoundResult;
  readonly rows: readonly RankedAction[];
  /** The same, by action. */
  readonly byAction: ReadonlyMap<ActionId, RankedAction>;
}

/** @param chosen a closed round; the last one when not given */
export function useRanking(chosen?: RoundView): Ranking | null {
  const last = useLastResult();
  const round = chosen ?? last;
  return useBoard((board) => (round ? rankingIn(board, round) : null));
}

/** What one action has in the last result; undefined where it has nothing. */
export function useResultOn(id: ActionId): Pick<RankedAction, 'total' | 'rank'> | undefined {
  const round = useLastResult();
  const rowIn = (board: Board) => (round ? rankingIn(board, round)?.byAction.get(id) : undefined);
  const total = useBoard((board) => rowIn(board)?.total);
  const rank = useBoard((board) => rowIn(board)?.rank);
  return total === undefined || rank === undefined ? undefined : { total, rank };
}

const known = new WeakMap<
  RoundResult,
  { readonly of: readonly unknown[]; readonly ranking: Ranking }
>();

/** Each card asks for it: the same board and round give the same object. */
function rankingIn(board: Board, round: RoundView): Ranking | null {
  const { result, room = NO_HANDS } = round;
  if (!result) return null;
  const of = [board.sources, board.numbers, room];
  const before = known.get(result);
  if (before && of.every((part, place) => part === before.of[place])) return before.ranking;
  const order: readonly ActionId[] = [...board.numbers.keys()];
  const rows = rankingOf(result, room, board.sources, order);
  const byAction = new Map(rows.map((row) => [row.actionId, row]));
  const ranking = { round, result, rows, byAction };
  known.set(result, { of, ranking });
  return ranking;
}
const NO_HANDS = {};
