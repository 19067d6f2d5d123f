/**
 * What becomes of an update as it came: its size and shape first, then what it does to the board
 * (`admit.ts`), and whether the board may still grow.
 */
import type { Config } from '../../config.ts';
import type { Update } from '../socket/incoming.ts';
import type { Decode, DecodedUpdate } from './admit/decode.ts';
import { type Admission, type AdmissionContext, admit } from './admit.ts';
import type { Fullness } from './fullness.ts';

export interface JudgeDeps {
  readonly decode: Decode;
  readonly limits: Pick<Config, 'maxUpdateBytes'>;
  readonly fullness: Pick<Fullness, 'whyNot'>;
}
export type Judge = (update: Update, context: () => AdmissionContext) => Admission;

export const createJudge =
  ({ decode, limits, fullness }: JudgeDeps): Judge =>
  ({ bytes, isAnswer }, contextNow) => {
    if (!isAnswer && bytes.length > limits.maxUpdateBytes) return refused('too-large');
    const update = decode(bytes);
    if (!update.ok) return refused(update.error === 'too-many' ? 'too-many' : 'schema');
    // A newcomer's empty answer: building a large document to judge it would hold every board.
    if (isNothing(update.value)) return NOTHING;
    const context = contextNow();
    const admission = admit(update.value, context);
    // An answer brings all its page has: what it lacks then will never come.
    if (admission.kind === 'gap' && isAnswer) return refused('schema');
    if (admission.kind !== 'admitted' || !admission.effect) return admission;
    const full = fullness.whyNot(context.writer);
    return full ? refused(full) : admission;
  };

const isNothing = ({ structs, deletes }: DecodedUpdate): boolean =>
  structs.length === 0 && deletes.length === 0;
const NOTHING: Admission = { kind: 'admitted', effect: false, claims: [], ends: new Map() };

const refused = (reason: Extract<Admission, { kind: 'refused' }>['reason']): Admission => ({
  kind: 'refused',
  reason,
});
