/**
 * One thing that somebody did to the board, apart from the document it was done in: plain data that
 * outlives the document, to be shown, copied, and done again (SPEC KW).
 */
import * as v from 'valibot';
import { type Path, pathKey } from './path.ts';

const path = v.pipe(v.array(v.string()), v.minLength(2), v.maxLength(8), v.readonly());
/** One value of the document, or the values of an entity; what they may be, the schema says. */
const json: v.GenericSchema<unknown> = v.unknown();

export const WORK = v.variant('kind', [
  /** An entity or a part that the board lacks, with all that was in it. */
  v.strictObject({
    kind: v.literal('created'),
    path,
    values: v.pipe(v.record(v.string(), json), v.readonly()),
  }),
  /** An entity or a part that was taken away. */
  v.strictObject({ kind: v.literal('removed'), path }),
  /**
   * `value` absent: the field was emptied. `base`: what the board had when it was first seen again,
   * null for nothing; absent when nobody knows.
   */
  v.strictObject({
    kind: v.literal('value'),
    path,
    value: v.optional(json),
    base: v.optional(json),
  }),
  /** `base`: the text as the board had it before; absent when nobody knows. */
  v.strictObject({
    kind: v.literal('text'),
    path,
    text: v.string(),
    base: v.optional(v.string()),
  }),
  v.strictObject({ kind: v.literal('member'), path, present: v.boolean() }),
  /**
   * An action put elsewhere: column and rank go together. `path` is the action's, `base` the column
   * it was in when the board was first seen again.
   */
  v.strictObject({
    kind: v.literal('place'),
    path,
    priorityId: v.string(),
    rank: v.string(),
    base: v.optional(v.string()),
  }),
]);
export type Work = Readonly<v.InferOutput<typeof WORK>>;
export type WorkOf<Kind extends Work['kind']> = Extract<Work, { readonly kind: Kind }>;

/** Two works of one key are one work, kept twice: the later one counts. */
export const workKey = (work: Work): string =>
  work.kind === 'place' ? pathKey([...work.path, '']) : pathKey(work.path);

/** The action a work is about; undefined when it is about the frame. */
export const actionOf = ({ path: [root, id] }: { readonly path: Path }): string | undefined =>
  root === 'actions' ? id : undefined;
