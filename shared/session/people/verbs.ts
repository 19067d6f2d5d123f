/** What people say of themselves, and what facilitators set for them: hands, who is done, seats. */
import * as v from 'valibot';
import type { PersonId } from '../../ids.ts';
import { err } from '../../result.ts';
import { withEntry, withMember, without } from '../collections.ts';
import { id, whole } from '../fields.ts';
import { ALREADY, type Folds, record, verbsTo } from '../verb.ts';
import { ballotKey, VOTE_LIMITS } from '../votes/votes.ts';

export type PeopleEvent =
  | { readonly type: 'hand-set'; readonly personId: PersonId; readonly raisedAt: number | null }
  | { readonly type: 'hands-lowered'; readonly personId: PersonId | null }
  | { readonly type: 'done-set'; readonly personId: PersonId; readonly done: boolean }
  | { readonly type: 'seats-set'; readonly personId: PersonId; readonly seats: number };
const { facilitator, member } = verbsTo<PeopleEvent>();

export const PEOPLE_VERBS = {
  hand: member({ up: v.boolean() }, ({ hands }, { up }, { asker, now }) =>
    hands.has(asker.id) === up
      ? ALREADY
      : record({ type: 'hand-set', personId: asker.id, raisedAt: up ? now : null }),
  ),

  /** Null lowers every hand, those of groups with them. */
  'hands-lower': facilitator(
    { personId: v.nullable(id<PersonId>()) },
    ({ hands, groupHands }, { personId }) =>
      (personId === null ? hands.size + groupHands.size > 0 : hands.has(personId))
        ? record({ type: 'hands-lowered', personId })
        : ALREADY,
  ),

  done: member({ on: v.boolean() }, ({ done }, { on }, { asker }) =>
    done.has(asker.id) === on
      ? ALREADY
      : record({ type: 'done-set', personId: asker.id, done: on }),
  ),

  /** For how many people somebody writes: the scribe of a table. */
  'seats-set': facilitator(
    { personId: id<PersonId>(), seats: whole(1, VOTE_LIMITS.seats) },
    ({ seats, rounds }, { personId, seats: wanted }) => {
      if ((seats.get(personId) ?? 1) === wanted) return ALREADY;
      const scribe = { id: personId, directionId: null, actorId: null };
      // Fewer seats under dots already put would be a budget overrun that nobody caused. A closed
      // round has no ballot left.
      const hasVoted = rounds.some(
        ({ setup, ballots }) =>
          setup.basis === 'person' && (ballots.get(ballotKey(setup, scribe))?.dots.size ?? 0) > 0,
      );
      if (hasVoted) return err('round');
      return record({ type: 'seats-set', personId, seats: wanted });
    },
  ),
};

export const PEOPLE_FOLDS: Folds<PeopleEvent> = {
  'hand-set': (state, { personId, raisedAt }) => ({
    ...state,
    hands:
      raisedAt === null
        ? without(state.hands, [personId])
        : withEntry(state.hands, personId, state.hands.get(personId) ?? raisedAt),
  }),
  'hands-lowered': (state, { personId }) => ({
    ...state,
    ...(personId === null
      ? { hands: new Map(), groupHands: new Map() }
      : { hands: without(state.hands, [personId]) }),
  }),
  'done-set': (state, { personId, done }) => ({
    ...state,
    done: withMember(state.done, personId, done),
  }),
  'seats-set': (state, { personId, seats }) => ({
    ...state,
    seats: seats === 1 ? without(state.seats, [personId]) : withEntry(state.seats, personId, seats),
  }),
};
