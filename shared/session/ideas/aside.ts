/**
 * Everything of one person set aside in one act, and put back in one: the actions they proposed leave
 * the wall, their hidden ideas are neither counted nor revealed. Nothing is destroyed.
 */
import * as v from 'valibot';
import type { ActionId, PersonId } from '../../ids.ts';
import { err } from '../../result.ts';
import { withEntry, without } from '../collections.ts';
import { id } from '../fields.ts';
import type { SessionState } from '../state.ts';
import { type Act, ALREADY, type Folds, record, verbsTo } from '../verb.ts';
import type { Idea } from './idea.ts';

export type AsideEvent =
  | Act<'work-set-aside', { readonly personId: PersonId; readonly actionIds: readonly ActionId[] }>
  | Act<'work-put-back', { readonly personId: PersonId }>;
const { facilitator } = verbsTo<AsideEvent>();

export const ASIDE_VERBS = {
  /** Again, once they have written more: that is set aside with the rest. */
  'work-aside': facilitator(
    { personId: id<PersonId>(), on: v.boolean() },
    (state, { personId, on }, { now, asker, board }) => {
      const act = { personId, at: now, by: asker.id };
      if (!on)
        return state.aside.has(personId) ? record({ type: 'work-put-back', ...act }) : ALREADY;
      const actionIds = board.actionsOf(personId);
      if (actionIds.length + ideasOf(state, personId).length === 0) return err('nothing');
      return record({ type: 'work-set-aside', ...act, actionIds });
    },
  ),
};

export const ASIDE_FOLDS: Folds<AsideEvent> = {
  'work-set-aside': (state, { personId, actionIds }) => {
    const before = state.aside.get(personId);
    const ideas = ideasOf(state, personId);
    return {
      ...state,
      ideas: without(
        state.ideas,
        ideas.map((idea) => idea.id),
      ),
      aside: withEntry(state.aside, personId, {
        actionIds: [...new Set([...(before?.actionIds ?? []), ...actionIds])],
        ideas: [...(before?.ideas ?? []), ...ideas],
      }),
    };
  },
  'work-put-back': (state, { personId }) => {
    const ideas = new Map(state.ideas);
    for (const idea of state.aside.get(personId)?.ideas ?? []) ideas.set(idea.id, idea);
    return { ...state, ideas, aside: without(state.aside, [personId]) };
  },
};

const ideasOf = ({ ideas }: SessionState, personId: PersonId): readonly Idea[] =>
  [...ideas.values()].filter((idea) => idea.personId === personId);
