/** What a group must be to be believed, as a workshop file says it. */
import * as v from 'valibot';
import type { GroupId } from '../../ids.ts';
import { id, text, whole } from '../fields.ts';
import { GROUP_LIMITS } from './group.ts';

export const group = v.object({
  id: id<GroupId>(),
  letter: v.exactOptional(v.pipe(v.string(), v.length(1))),
  name: v.optional(text(GROUP_LIMITS.nameCharacters), ''),
  people: v.exactOptional(whole(1, GROUP_LIMITS.people)),
});
