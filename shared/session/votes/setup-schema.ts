/** What the setup of a vote must be to be believed, whoever says it: a request or a workshop file. */
import * as v from 'valibot';
import { LIMITS } from '../../board/schema.ts';
import type { PriorityId } from '../../ids.ts';
import { id, whole } from '../fields.ts';
import { VOTE_LIMITS } from './votes.ts';

export const voteSetup = v.pipe(
  v.strictObject({
    budget: whole(1, VOTE_LIMITS.budget),
    cap: whole(1, VOTE_LIMITS.budget),
    basis: v.picklist(['person', 'direction']),
    priorityIds: v.nullable(
      v.pipe(
        v.array(id<PriorityId>()),
        v.minLength(1),
        v.maxLength(LIMITS.priorities),
        v.readonly(),
      ),
    ),
  }),
  v.check(({ budget, cap }) => cap <= budget, 'a cap above the budget means nothing'),
);
