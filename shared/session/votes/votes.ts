/**
 * Votes by gommettes. A round gives everybody a budget of dots; ballots stay with the server until
 * the round is closed, and only what they add up to is kept then: who voted what is nobody's.
 */
import type { ActionId, Id, PriorityId } from '../../ids.ts';
import type { Contributor } from '../own.ts';

export type RoundId = Id<'round'>;

export interface VoteSetup {
  /** Dots each voter has, 1 to 99. */
  readonly budget: number;
  /** Dots a voter may put on one action, 1 to the budget. */
  readonly cap: number;
  /** Who has the budget: each person, or each direction (outside actor) together. */
  readonly basis: 'person' | 'direction';
  /** The priorities voted upon; null for all. */
  readonly priorityIds: readonly PriorityId[] | null;
}
export const DEFAULT_VOTE: VoteSetup = { budget: 5, cap: 3, basis: 'person', priorityIds: null };
export const VOTE_LIMITS = {
  budget: 99,
  roomVotes: 10_000,
  rounds: 50,
  seats: 50,
  titleCharacters: 500,
} as const;

/** `direction:ID`, `actor:ID`, or `person:ID` for somebody of neither. */
export type GroupKey = string & { readonly groupKey: never };

export interface Ballot {
  readonly group: GroupKey;
  /** Dots by action, each at least 1. */
  readonly dots: ReadonlyMap<ActionId, number>;
}

export interface Round {
  readonly id: RoundId;
  readonly title: string;
  readonly setup: VoteSetup;
  /** Server clock, milliseconds since 1970. */
  readonly openedAt: number;
  readonly closedAt: number | null;
  /** By person, or by group where the direction has the budget. Emptied at the close. */
  readonly ballots: ReadonlyMap<string, Ballot>;
  /** Hands shown in the room, typed by facilitators, by action. */
  readonly room: ReadonlyMap<ActionId, number>;
  /** What the ballots added up to; null until the close. */
  readonly result: RoundResult | null;
}

interface ActionResult {
  readonly actionId: ActionId;
  /** Dots of all ballots. */
  readonly dots: number;
  /**
   * One voice per direction, shared over what its people chose: the sum of those shares, rounded
   * to hundredths.
   */
  readonly voices: number;
}
export interface RoundResult {
  /** Ballots that had at least one dot; that of a table is as many as its people. */
  readonly ballots: number;
  /** Directions and actors, or persons of neither, among them. */
  readonly groups: number;
  /** Actions with at least one dot, in no meaningful order. */
  readonly actions: readonly ActionResult[];
}

export const groupOf = ({ id, directionId, actorId }: Contributor): GroupKey =>
  (directionId !== null
    ? `direction:${directionId}`
    : actorId !== null
      ? `actor:${actorId}`
      : `person:${id}`) as GroupKey;

/** Whose ballot a voter fills: their own, or that of their direction. */
export const ballotKey = ({ basis }: VoteSetup, voter: Contributor): string =>
  basis === 'direction' ? groupOf(voter) : `person:${voter.id}`;

/** What a voter may spend. A table's scribe counts for its seats where persons have the budget. */
export function allowance(
  { basis, budget, cap }: VoteSetup,
  seats: number,
): { readonly budget: number; readonly cap: number } {
  const times = basis === 'person' ? seats : 1;
  return { budget: budget * times, cap: cap * times };
}

export const spent = (dots: ReadonlyMap<ActionId, number>): number =>
  [...dots.values()].reduce((sum, one) => sum + one, 0);

/** Adds up the ballots of a round, each for so many people: one where it is not said. */
export function addUp(ballots: Iterable<Ballot & { readonly voters?: number }>): RoundResult {
  const groups = new Map<GroupKey, Map<ActionId, number>>();
  const dots = new Map<ActionId, number>();
  let count = 0;
  for (const ballot of ballots) {
    if (ballot.dots.size === 0) continue;
    count += ballot.voters ?? 1;
    const ofGroup = groups.get(ballot.group) ?? new Map<ActionId, number>();
    groups.set(ballot.group, ofGroup);
    for (const [id, number] of ballot.dots) {
      ofGroup.set(id, (ofGroup.get(id) ?? 0) + number);
      dots.set(id, (dots.get(id) ?? 0) + number);
    }
  }
  const voices = new Map<ActionId, number>();
  for (const ofGroup of groups.values()) {
    const all = spent(ofGroup);
    for (const [id, number] of ofGroup) voices.set(id, (voices.get(id) ?? 0) + number / all);
  }
  const actions = [...dots].map(([actionId, number]) => ({
    actionId,
    dots: number,
    voices: Math.round((voices.get(actionId) ?? 0) * 100) / 100,
  }));
  return { ballots: count, groups: groups.size, actions };
}
