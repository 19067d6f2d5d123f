/** Why a copy was let go, read from the note beside it. */
import * as v from 'valibot';
import { LET_GO, type LetGo } from '../let-go.ts';
import { KEPT_REASONS } from './kept-work.ts';

const letGoSchema = v.object({ why: v.picklist(KEPT_REASONS), leads: v.boolean() });

/** A second tab that wrote a deleted copy again does not know why: it was cut short. */
export function letGoIn(notes: ReadonlyMap<string, unknown>): LetGo {
  const read = v.safeParse(letGoSchema, notes.get(LET_GO));
  return read.success ? read.output : { why: 'closed', leads: false };
}
