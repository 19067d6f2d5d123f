/** Changes of a small board as the server judges them, and the slow judge beside it must agree. */
import { expect } from 'vitest';
import * as Y from 'yjs';
import { createDecode } from '../../../server/rooms/board/admit/decode.ts';
import type { Writer } from '../../../server/rooms/board/admit/permit.ts';
import { type Admission, type AdmissionContext, admit } from '../../../server/rooms/board/admit.ts';
import { addEntity } from '../../../shared/board/doc.ts';
import { FREE_RULES, type StepRules } from '../../../shared/session/rules.ts';
import { actionIn, CLIENTS, forge, smallBoard } from '../../support/forge.ts';
import { consult } from '../../support/oracle.ts';

const decode = createDecode(20_000);
export const contextOf = (
  doc: Y.Doc,
  writer: Writer,
  rules: StepRules = FREE_RULES,
): AdmissionContext => ({
  doc,
  writer,
  rules: [rules],
  clients: CLIENTS,
  holderOf: () => undefined,
});
export function judge(bytes: Uint8Array, context: AdmissionContext): Admission {
  const update = decode(bytes);
  return update.ok ? admit(update.value, context) : { kind: 'refused', reason: 'schema' };
}
export const outcome = (admission: Admission): string =>
  admission.kind === 'refused' ? admission.reason : admission.kind;

/** Judges a change of a small board made under a fresh client id; both judges must agree on it. */
export function tried(
  writer: Writer,
  change: (copy: Y.Doc) => void,
  rules: StepRules = FREE_RULES,
): string {
  const doc = smallBoard();
  const bytes = forge(doc, 99, change);
  const context = contextOf(doc, writer, rules);
  const admission = judge(bytes, context);
  const { faults, waits } = consult(bytes, context);
  expect(faults.length > 0 || waits, faults.join()).toBe(admission.kind !== 'admitted');
  return outcome(admission);
}
export const newAction = (values: Record<string, unknown>) => (doc: Y.Doc) =>
  addEntity(doc, 'actions', 'new', { title: 'Neuve', priorityId: 'p1', rank: 'a5', ...values });
export const text = (doc: Y.Doc, id: string, key: string): Y.Text => {
  const value = actionIn(doc, id).get(key);
  if (!(value instanceof Y.Text)) throw new Error(`no text ${key}`);
  return value;
};
export const ofBen = { authorId: 'ben', authorDirectionId: 'dcp' };
