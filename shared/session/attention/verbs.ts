/** Where everybody is asked to look: focus, calls, and who looks elsewhere. */
import * as v from 'valibot';
import type { PersonId } from '../../ids.ts';
import { err } from '../../result.ts';
import { withMember } from '../collections.ts';
import { type Act, ALREADY, type Folds, record, verbsTo } from '../verb.ts';
import { type Focus, focus as focusSchema } from './focus.ts';

export type AttentionEvent =
  | Act<'focused', { readonly target: Focus | null }>
  | Act<'summoned'>
  | { readonly type: 'following-set'; readonly personId: PersonId; readonly follows: boolean };
const { facilitator, member } = verbsTo<AttentionEvent>();

export const ATTENTION_VERBS = {
  focus: facilitator(
    { target: v.nullable(focusSchema) },
    ({ focus }, { target }, { now, asker, board }) => {
      if (JSON.stringify(focus) === JSON.stringify(target)) return ALREADY;
      if (target?.kind === 'action' && !board.priorityOf(target.id)) return err('gone');
      if (target?.kind === 'priority' && !board.hasPriority(target.id)) return err('gone');
      return record({ type: 'focused', target, at: now, by: asker.id });
    },
  ),

  /** Calls everybody to what is in focus, those who had left it too. */
  summon: facilitator({}, (_state, _request, { now, asker }) =>
    record({ type: 'summoned', at: now, by: asker.id }),
  ),

  follow: member({ on: v.boolean() }, ({ away }, { on }, { asker }) =>
    away.has(asker.id) !== on
      ? ALREADY
      : record({ type: 'following-set', personId: asker.id, follows: on }),
  ),
};

export const ATTENTION_FOLDS: Folds<AttentionEvent> = {
  // A call ends with what it called to.
  focused: (state, { target }) => ({
    ...state,
    focus: target,
    summonedAt: target === null ? null : state.summonedAt,
  }),
  summoned: (state, { at }) => ({ ...state, summonedAt: at, away: new Set() }),
  'following-set': (state, { personId, follows }) => ({
    ...state,
    away: withMember(state.away, personId, !follows),
  }),
};
