/** Decisions on attention: focus, calls, hands, who is done; and on taking an act back. */
import { err } from '../../result.ts';
import { ballotKey } from '../votes.ts';
import { ALREADY, type Deciders, happens } from './decider.ts';

type AttentionRequest =
  | 'focus'
  | 'summon'
  | 'hands-lower'
  | 'seats-set'
  | 'undo'
  | 'hand'
  | 'done'
  | 'follow';

export const decideAttention: Deciders<AttentionRequest> = {
  focus: ({ focus }, { target }, { now, asker, board }) => {
    if (JSON.stringify(focus) === JSON.stringify(target)) return ALREADY;
    if (target?.kind === 'action' && !board.priorityOf(target.id)) return err('gone');
    if (target?.kind === 'priority' && !board.hasPriority(target.id)) return err('gone');
    return happens({ type: 'focused', target, at: now, by: asker.id });
  },

  summon: (_state, _request, { now, asker }) =>
    happens({ type: 'summoned', at: now, by: asker.id }),

  'hands-lower': ({ hands }, { personId }) =>
    (personId === null ? hands.size > 0 : hands.has(personId))
      ? happens({ type: 'hands-lowered', personId })
      : ALREADY,

  'seats-set': ({ seats, rounds }, { personId, seats: wanted }) => {
    if ((seats.get(personId) ?? 1) === wanted) return ALREADY;
    const scribe = { id: personId, directionId: null, actorId: null };
    // Fewer seats under dots already put would be a budget overrun that nobody caused.
    const hasVoted = rounds.some(
      ({ closedAt, setup, ballots }) =>
        closedAt === null &&
        setup.basis === 'person' &&
        (ballots.get(ballotKey(setup, scribe))?.dots.size ?? 0) > 0,
    );
    if (hasVoted) return err('round');
    return happens({ type: 'seats-set', personId, seats: wanted });
  },

  undo: ({ undoable }, { act }, { now, asker }) => {
    if (!undoable) return err('nothing');
    if (undoable.act !== act) return err('stale');
    return happens({ type: 'undone', at: now, by: asker.id });
  },

  hand: ({ hands }, { up }, { asker, now }) =>
    hands.has(asker.id) === up
      ? ALREADY
      : happens({ type: 'hand-set', personId: asker.id, raisedAt: up ? now : null }),

  done: ({ done }, { on }, { asker }) =>
    done.has(asker.id) === on
      ? ALREADY
      : happens({ type: 'done-set', personId: asker.id, done: on }),

  follow: ({ away }, { on }, { asker }) =>
    away.has(asker.id) !== on
      ? ALREADY
      : happens({ type: 'following-set', personId: asker.id, follows: on }),
};
