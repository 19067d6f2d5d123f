/** What the directions that lead actions commit themselves to, aloud, at the end of a workshop. */
import * as v from 'valibot';
import type { ActionId, DirectionId } from '../../ids.ts';
import { err } from '../../result.ts';
import { withEntry, without } from '../collections.ts';
import { id } from '../fields.ts';
import { ALREADY, type Folds, record, verbsTo } from '../verb.ts';
import { mayPledge } from './pledges.ts';

export type PledgeEvent = {
  readonly type: 'pledge-set';
  readonly actionId: ActionId;
  /** The direction that leads it; null when the pledge is taken back. */
  readonly directionId: DirectionId | null;
};
const { member } = verbsTo<PledgeEvent>();

const NONE: ReadonlyMap<ActionId, DirectionId> = new Map();

export const PLEDGE_VERBS = {
  /** By somebody of the direction that leads the action, or by facilitators for the room. */
  pledge: member(
    { actionId: id<ActionId>(), on: v.boolean() },
    (state, { actionId, on }, { asker, board }) => {
      if (!board.priorityOf(actionId)) return err('gone');
      const lead = board.leadOf(actionId);
      if (lead === undefined) return err('nothing');
      if (asker.role !== 'facilitator') {
        if (asker.directionId !== lead) return err('role');
        if (!mayPledge(state)) return err('step');
      }
      const { pledges = NONE } = state;
      const directionId = on ? lead : null;
      if ((pledges.get(actionId) ?? null) === directionId) return ALREADY;
      return record({ type: 'pledge-set', actionId, directionId });
    },
  ),
};

export const PLEDGE_FOLDS: Folds<PledgeEvent> = {
  'pledge-set': (state, { actionId, directionId }) => {
    const { pledges = NONE } = state;
    return {
      ...state,
      pledges:
        directionId === null
          ? without(pledges, [actionId])
          : withEntry(pledges, actionId, directionId),
    };
  },
};
