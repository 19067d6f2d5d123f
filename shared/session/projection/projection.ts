/** The screen of the room, led apart from what participants are shown. */
import * as v from 'valibot';
import type { DirectionId } from '../../ids.ts';
import { focus } from '../attention/focus.ts';
import { id, whole } from '../fields.ts';

/** What is chosen for it: all that can be shown to participants, the pages of a pilot, the way in. */
const projectionView = v.variant('kind', [
  ...focus.options,
  v.strictObject({ kind: v.literal('pilot'), id: id<DirectionId>() }),
  v.strictObject({ kind: v.literal('entry') }),
]);
export type ProjectionView = v.InferOutput<typeof projectionView>;

export const projectionFields = {
  /** Null: it follows what is shown to all, else the step. */
  view: v.nullable(projectionView),
  /** The page asked for, from 0; null for the first, and pages turn by themselves. */
  page: v.nullable(whole(0, 9_999)),
  /** Whether pages wait to be turned by hand. */
  held: v.boolean(),
};

export interface Projection {
  readonly view: ProjectionView | null;
  readonly page: number | null;
  readonly held: boolean;
  /** When it was asked, server clock, milliseconds since 1970. */
  readonly at: number;
}

/** It stands where nobody has led it: absent from the session. */
export const UNLED = { view: null, page: null, held: false } as const satisfies Omit<
  Projection,
  'at'
>;
