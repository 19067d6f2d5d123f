/** What is asked of rounds of gommettes. Budgets are judged on the whole ballot, not on a difference. */
import type { ActionId } from '../../ids.ts';
import { err } from '../../result.ts';
import { withCount, withEntry } from '../collections.ts';
import { id, text, whole } from '../fields.ts';
import { seatsOf, voterOf } from '../seats.ts';
import { rulesFor, type SessionState } from '../state.ts';
import { type Act, ALREADY, type Folds, record, verbsTo } from '../verb.ts';
import { voteSetup } from './setup-schema.ts';
import {
  addUp,
  allowance,
  ballotKey,
  type GroupKey,
  groupOf,
  type Round,
  type RoundId,
  type RoundResult,
  spent,
  VOTE_LIMITS,
  type VoteSetup,
} from './votes.ts';

export type VoteEvent =
  | Act<'round-opened', { readonly id: RoundId; readonly title: string; readonly setup: VoteSetup }>
  | Act<'round-closed', { readonly id: RoundId; readonly result: RoundResult }>
  | {
      readonly type: 'room-votes-set';
      readonly roundId: RoundId;
      readonly actionId: ActionId;
      readonly votes: number;
    }
  | {
      readonly type: 'vote-cast';
      readonly roundId: RoundId;
      readonly ballot: string;
      readonly group: GroupKey;
      readonly actionId: ActionId;
      readonly dots: number;
    };
const { facilitator, participant } = verbsTo<VoteEvent>();

export const VOTE_VERBS = {
  'round-open': facilitator(
    { id: id<RoundId>(), title: text(VOTE_LIMITS.titleCharacters), setup: voteSetup },
    ({ rounds }, { id, title, setup }, { now, asker }) => {
      if (rounds.some((round) => round.id === id)) return ALREADY;
      if (rounds.some(({ closedAt }) => closedAt === null)) return err('round');
      if (rounds.length >= VOTE_LIMITS.rounds) return err('full');
      return record({ type: 'round-opened', id, title, setup, at: now, by: asker.id });
    },
  ),

  'round-close': facilitator({ id: id<RoundId>() }, (state, { id }, { now, asker }) => {
    const round = state.rounds.find((one) => one.id === id);
    if (!round) return err('gone');
    if (round.closedAt !== null) return ALREADY;
    const isByPerson = round.setup.basis === 'person';
    const result = addUp(
      [...round.ballots].map(([key, ballot]) => ({
        ...ballot,
        voters: isByPerson ? seatsOf(state, voterOf(key)) : 1,
      })),
    );
    return record({ type: 'round-closed', id, result, at: now, by: asker.id });
  }),

  /** Before the close or after: hands are counted when the room raises them. */
  'room-votes': facilitator(
    { roundId: id<RoundId>(), actionId: id<ActionId>(), votes: whole(0, VOTE_LIMITS.roomVotes) },
    ({ rounds }, { roundId, actionId, votes }, { board }) => {
      const round = rounds.find((one) => one.id === roundId);
      if (!round) return err('gone');
      if ((round.room.get(actionId) ?? 0) === votes) return ALREADY;
      if (votes > 0 && !board.priorityOf(actionId)) return err('gone');
      return record({ type: 'room-votes-set', roundId, actionId, votes });
    },
  ),

  /**
   * How many dots there shall be, not how many more: said twice, it is done once. Facilitators lead
   * and do not weigh: they abstain without anybody waiting for them.
   */
  'vote-cast': participant(
    {
      roundId: id<RoundId>(),
      actionId: id<ActionId>(),
      dots: whole(0, VOTE_LIMITS.budget * VOTE_LIMITS.seats),
    },
    (state, { roundId, actionId, dots }, { asker, now, board }) => {
      const round = state.rounds.find((one) => one.id === roundId);
      if (!round) return err('gone');
      if (round.closedAt !== null) return err('round');
      if (!rulesFor(state, now).some(({ vote }) => vote === 'open')) return err('step');
      const { setup } = round;
      const ballot = ballotKey(setup, asker);
      const cast = round.ballots.get(ballot)?.dots ?? new Map();
      const before = cast.get(actionId) ?? 0;
      if (before === dots) return ALREADY;
      if (dots > before) {
        const priorityId = board.priorityOf(actionId);
        if (!priorityId || (setup.priorityIds && !setup.priorityIds.includes(priorityId)))
          return err('gone');
        const { budget, cap } = allowance(setup, seatsOf(state, asker.id));
        if (dots > cap) return err('cap');
        if (spent(cast) - before + dots > budget) return err('budget');
      }
      return record({ type: 'vote-cast', roundId, ballot, group: groupOf(asker), actionId, dots });
    },
  ),
};

export const VOTE_FOLDS: Folds<VoteEvent> = {
  'round-opened': (state, { id, title, setup, at }) => {
    const round: Round = {
      id,
      title,
      setup,
      openedAt: at,
      closedAt: null,
      ballots: new Map(),
      room: new Map(),
      result: null,
    };
    return { ...state, rounds: [...state.rounds, round] };
  },
  'round-closed': (state, { id, at, result }) =>
    // Once they are added up, nobody can tell any more who voted what.
    onRound(state, id, (round) => ({ ...round, closedAt: at, result, ballots: new Map() })),
  'room-votes-set': (state, { roundId, actionId, votes }) =>
    onRound(state, roundId, (round) => ({
      ...round,
      room: withCount(round.room, actionId, votes),
    })),
  'vote-cast': (state, { roundId, ballot, group, actionId, dots }) =>
    onRound(state, roundId, (round) => ({
      ...round,
      ballots: withEntry(round.ballots, ballot, {
        group,
        dots: withCount(round.ballots.get(ballot)?.dots ?? new Map(), actionId, dots),
      }),
    })),
};

const onRound = (
  state: SessionState,
  id: RoundId,
  change: (round: Round) => Round,
): SessionState => ({
  ...state,
  rounds: state.rounds.map((round) => (round.id === id ? change(round) : round)),
});
