import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { createDecode } from '../../../server/rooms/board/admit/decode.ts';
import type { AdmissionContext } from '../../../server/rooms/board/admit.ts';
import { createJudge } from '../../../server/rooms/board/judge.ts';
import { FREE_RULES } from '../../../shared/session/rules.ts';
import { ANA, actionIn, CLIENTS, forge, smallBoard } from '../../support/forge.ts';

const decode = createDecode(100);
const changed = (title: string) => (doc: Y.Doc) => void doc.getMap('board').set('subtitle', title);

/** A judge of the small board, which may be full. */
function opened({ full = undefined as 'full' | 'share' | undefined, maxUpdateBytes = 1_000 } = {}) {
  const doc = smallBoard();
  const context = vi.fn(
    (): AdmissionContext => ({
      doc,
      writer: ANA,
      rules: [FREE_RULES],
      clients: CLIENTS,
      holderOf: () => undefined,
    }),
  );
  const fullness = { whyNot: vi.fn(() => full) };
  const judge = createJudge({ decode, limits: { maxUpdateBytes }, fullness });
  const judged = (bytes: Uint8Array, isAnswer = false) =>
    judge({ bytes, isAnswer, number: 1 }, context);
  return { doc, context, judged, fullness };
}

test('[RO32] an update larger than any may be is refused unread; an answer brings all its page has', () => {
  const { doc, judged, context } = opened({ maxUpdateBytes: 40 });
  const bytes = forge(doc, 99, changed('x'.repeat(60)));
  expect(judged(bytes)).toEqual({ kind: 'refused', reason: 'too-large' });
  expect(context).not.toHaveBeenCalled();
  expect(judged(bytes, true)).toMatchObject({ kind: 'admitted', effect: true });
  const exact = opened({ maxUpdateBytes: bytes.length });
  expect(exact.judged(bytes)).toMatchObject({ kind: 'admitted' });
});

test('[RO32] what is no update is against the schema, and one of too many structs is said to be that', () => {
  const { doc, judged } = opened();
  expect(judged(Uint8Array.of(1, 2, 3))).toEqual({ kind: 'refused', reason: 'schema' });
  const many = forge(doc, 99, (copy) => {
    const title = actionIn(copy, 'a1').get('title');
    for (let n = 0; n < 101 && title instanceof Y.Text; n++) title.insert(0, 'x');
  });
  expect(judged(many, true)).toEqual({ kind: 'refused', reason: 'too-many' });
  expect(decode(many)).toEqual({ ok: false, error: 'too-many' });
  expect(decode(Uint8Array.of(1, 2, 3))).toEqual({ ok: false, error: 'malformed' });
});

test('[RO28] an answer with nothing in it is admitted without the document', () => {
  const { judged, context } = opened();
  const nothing = Y.encodeStateAsUpdate(new Y.Doc());
  expect(judged(nothing, true)).toEqual({
    kind: 'admitted',
    effect: false,
    claims: [],
    ends: new Map(),
  });
  expect(context).not.toHaveBeenCalled();
});

test('[RO28] a mere deletion is something', () => {
  const { doc, judged, context } = opened();
  doc.clientID = 10; // of the writer
  doc.getMap('board').set('subtitle', 'un');
  const bytes = forge(doc, 10, (copy) => copy.getMap('board').delete('subtitle'));
  expect(Y.decodeUpdate(bytes).structs).toEqual([]);
  expect(judged(bytes)).toMatchObject({ kind: 'admitted', effect: true });
  expect(context).toHaveBeenCalledOnce();
});

test('[RO34] an update that stands on a missing one waits for it, unless it is all its page has', () => {
  const { doc, judged } = opened();
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = 99;
  copy.getMap('board').set('subtitle', 'missing');
  const bytes = forge(copy, 99, changed('later'));
  expect(judged(bytes)).toEqual({ kind: 'gap' });
  expect(judged(bytes, true)).toEqual({ kind: 'refused', reason: 'schema' });
});

test.each([
  { full: undefined, outcome: { kind: 'admitted', effect: true } },
  { full: 'full', outcome: { kind: 'refused', reason: 'full' } },
  { full: 'share', outcome: { kind: 'refused', reason: 'share' } },
] as const)(
  '[RO38] when a board has no room ($full) what makes it grow is $outcome',
  ({ full, outcome }) => {
    const { doc, judged, fullness } = opened({ full });
    expect(judged(forge(doc, 99, changed('un')))).toMatchObject(outcome);
    expect(fullness.whyNot).toHaveBeenCalledExactlyOnceWith(ANA);
    // What it has already is welcome, and what cannot be is said to be that.
    expect(judged(Y.encodeStateAsUpdate(doc), true)).toMatchObject({
      kind: 'admitted',
      effect: false,
    });
    expect(judged(forge(doc, 99, (copy) => void copy.getMap('other').set('a', 1)))).toEqual({
      kind: 'refused',
      reason: 'schema',
    });
  },
);
