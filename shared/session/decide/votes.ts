/** Decisions on rounds of gommettes. Budgets are judged on the whole ballot, not on a difference. */
import { err } from '../../result.ts';
import { rulesFor } from '../state.ts';
import { addUp, allowance, ballotKey, groupOf, spent, VOTE_LIMITS } from '../votes.ts';
import { ALREADY, type Deciders, happens } from './decider.ts';

type VoteRequest = 'round-open' | 'round-close' | 'room-votes' | 'vote-cast';

export const decideVotes: Deciders<VoteRequest> = {
  'round-open': ({ rounds }, { id, title, setup }, { now, asker }) => {
    if (rounds.some((round) => round.id === id)) return ALREADY;
    if (rounds.some(({ closedAt }) => closedAt === null)) return err('round');
    if (rounds.length >= VOTE_LIMITS.rounds) return err('full');
    return happens({ type: 'round-opened', id, title, setup, at: now, by: asker.id });
  },

  'round-close': ({ rounds }, { id }, { now, asker }) => {
    const round = rounds.find((one) => one.id === id);
    if (!round) return err('gone');
    if (round.closedAt !== null) return ALREADY;
    const result = addUp(round.ballots.values());
    return happens({ type: 'round-closed', id, result, at: now, by: asker.id });
  },

  /** Before the close or after: hands are counted when the room raises them. */
  'room-votes': ({ rounds }, { roundId, actionId, votes }, { board }) => {
    const round = rounds.find((one) => one.id === roundId);
    if (!round) return err('gone');
    if ((round.room.get(actionId) ?? 0) === votes) return ALREADY;
    if (votes > 0 && !board.priorityOf(actionId)) return err('gone');
    return happens({ type: 'room-votes-set', roundId, actionId, votes });
  },

  'vote-cast': (state, { roundId, actionId, dots }, { asker, now, board }) => {
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
      const { budget, cap } = allowance(setup, state.seats.get(asker.id) ?? 1);
      if (dots > cap) return err('cap');
      if (spent(cast) - before + dots > budget) return err('budget');
    }
    const group = groupOf(asker);
    return happens({ type: 'vote-cast', roundId, ballot, group, actionId, dots });
  },
};
