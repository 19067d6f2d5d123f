/** What is put before everybody's eyes: an action, a priority, or a whole view. */
import * as v from 'valibot';
import type { ActionId, PriorityId } from '../../ids.ts';
import { id } from '../fields.ts';

export const FOCUS_VIEWS = [
  'board',
  'coverage',
  'matrix',
  'deadlines',
  'indicators',
  'missing',
  'ranking',
] as const;

export const focus = v.variant('kind', [
  v.strictObject({ kind: v.literal('action'), id: id<ActionId>() }),
  v.strictObject({ kind: v.literal('priority'), id: id<PriorityId>() }),
  v.strictObject({ kind: v.literal('view'), view: v.picklist(FOCUS_VIEWS) }),
]);
export type Focus = v.InferOutput<typeof focus>;
