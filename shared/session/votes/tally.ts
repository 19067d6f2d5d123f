/** The ranking of a closed round, over the actions as they stand: a merged one brings what it had. */
import type { ActionId } from '../../ids.ts';
import type { RoundResult } from './votes.ts';

export interface RankedAction {
  readonly actionId: ActionId;
  /** Dots of all ballots. */
  readonly dots: number;
  /** Hands shown in the room. */
  readonly room: number;
  /** Both together: what the ranking goes by. */
  readonly total: number;
  /** Voices of directions, one each, shared over what its people chose; two decimals. */
  readonly voices: number;
  /** From 1; actions with the same total share a rank. */
  readonly rank: number;
  /** The rank it would have if each direction had one voice; undefined when none gave it any. */
  readonly rankByVoices?: number;
}

/**
 * The actions on show that received something, best first; of equals the order of `order`.
 * @param sources for each action left standing, those merged into it
 * @param order the actions on show, in the order of the board
 */
export function rankingOf(
  { actions }: RoundResult,
  room: Readonly<Record<ActionId, number>>,
  sources: ReadonlyMap<ActionId, readonly ActionId[]>,
  order: readonly ActionId[],
): readonly RankedAction[] {
  const standing = new Map(
    [...sources].flatMap(([root, merged]) => merged.map((id) => [id, root] as const)),
  );
  const sums = new Map<ActionId, { dots: number; room: number; voices: number }>();
  const sumOf = (id: ActionId) => {
    const root = standing.get(id) ?? id;
    const sum = sums.get(root) ?? { dots: 0, room: 0, voices: 0 };
    sums.set(root, sum);
    return sum;
  };
  for (const { actionId, dots, voices } of actions) {
    const sum = sumOf(actionId);
    sum.dots += dots;
    sum.voices += voices;
  }
  for (const [id, hands] of Object.entries(room)) sumOf(id as ActionId).room += hands;

  const places = new Map(order.map((id, place) => [id, place]));
  // One set aside since the close is out of the list that is ranked.
  const rows = [...sums]
    .filter(([actionId]) => places.has(actionId))
    .map(([actionId, { dots, room: hands, voices }]) => ({
      actionId,
      dots,
      room: hands,
      total: dots + hands,
      voices: Math.round(voices * 100) / 100,
    }));
  const rank = ranksBy(rows.map(({ total }) => total));
  const rankByVoices = ranksBy(rows.map(({ voices }) => voices));
  return rows
    .map((row) => ({
      ...row,
      rank: rank(row.total),
      ...(row.voices > 0 && { rankByVoices: rankByVoices(row.voices) }),
    }))
    .filter(({ total }) => total > 0)
    .sort(
      (a, b) => a.rank - b.rank || (places.get(a.actionId) ?? 0) - (places.get(b.actionId) ?? 0),
    );
}

/** Of equals the same rank, and the next one after as many: 1, 2, 2, 4. */
const ranksBy = (values: readonly number[]) => (value: number) =>
  1 + values.filter((other) => other > value).length;
