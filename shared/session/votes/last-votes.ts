/** The votes that the action list leaves with: those of the last round that was closed. */
import type { Board } from '../../board/board.ts';
import type { ActionId } from '../../ids.ts';
import type { SessionState } from '../state.ts';
import { rankingOf } from './tally.ts';
import type { Round } from './votes.ts';

/** As much of a round as is kept of it for good. */
export type ClosedRound = Pick<Round, 'setup' | 'result' | 'room'>;

/** The round that was closed last; undefined while none was. */
export function lastClosedRound({ rounds }: Pick<SessionState, 'rounds'>): ClosedRound | undefined {
  const closed = rounds.filter(({ result }) => result !== null);
  const [last] = closed.sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0));
  return last && { setup: last.setup, result: last.result, room: last.room };
}

/**
 * Dots and hands together, by action on show, with what was put on actions merged into it since.
 * Those voted upon that received nothing have 0; those that were not have no entry.
 */
export function votesIn(
  round: ClosedRound | undefined,
  { columns, sources }: Pick<Board, 'columns' | 'sources'>,
): ReadonlyMap<ActionId, number> {
  if (!round?.result) return new Map();
  const { priorityIds } = round.setup;
  const voted = [...columns].flatMap(([id, actions]) =>
    priorityIds === null || priorityIds.includes(id) ? actions : [],
  );
  const votes = new Map(voted.map((id) => [id, 0]));
  const ranking = rankingOf(round.result, Object.fromEntries(round.room), sources, voted);
  for (const { actionId, total } of ranking) votes.set(actionId, total);
  return votes;
}
