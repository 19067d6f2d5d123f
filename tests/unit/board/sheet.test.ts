import { expect, test } from 'vitest';
import type { Outcome } from '../../../shared/board/commands/problem.ts';
import {
  addSheetPart,
  addTarget,
  removeSheetPart,
  removeTarget,
  setPartField,
  setSheetField,
  setSheetMember,
  setTargetField,
} from '../../../shared/board/commands/sheet.ts';
import { type BoardDoc, entityMap } from '../../../shared/board/doc.ts';
import { LIMITS } from '../../../shared/board/schema.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { PartId } from '../../../shared/ids.ts';
import { unwrap } from '../../support/result.ts';
import { a, nobody, smallWorkshop, updatesDuring } from '../../support/small-workshop.ts';

const gone = 'gone' as PartId;
const sheet = (doc: BoardDoc) => {
  const action = readBoard(doc).actions.get(a);
  if (!action) throw new Error('no action');
  return action;
};
test('[BD2] a field is set, and emptied by nothing or by an empty text', () => {
  const doc = smallWorkshop();
  setSheetField(doc, a, 'means', 'Un agent\uD800');
  setSheetField(doc, a, 'impact', 3);
  expect(sheet(doc)).toMatchObject({ means: 'Un agent\uFFFD', impact: 3 });
  setSheetField(doc, a, 'means', '');
  setSheetField(doc, a, 'impact', undefined);
  expect(Object.keys(sheet(doc))).not.toEqual(expect.arrayContaining(['means', 'impact']));
});

const long = 'x'.repeat(LIMITS.noteCharacters + 1);
test.each<[what: string, run: (doc: BoardDoc) => Outcome<unknown>, error: object]>([
  [
    'a field of nothing',
    (doc) => setSheetField(doc, nobody, 'means', 'x'),
    { kind: 'action-gone' },
  ],
  [
    'an impact of 4',
    (doc) => setSheetField(doc, a, 'impact', 4),
    { kind: 'value-refused', field: 'impact' },
  ],
  [
    'a day that is none',
    (doc) => setSheetField(doc, a, 'deadline', '2025-02-29'),
    { kind: 'value-refused', field: 'deadline' },
  ],
  [
    'means beyond the limit',
    (doc) => setSheetField(doc, a, 'means', long),
    { kind: 'value-refused', field: 'means' },
  ],
  [
    'a member of nothing',
    (doc) => setSheetMember(doc, nobody, 'levers', 'x', true),
    { kind: 'action-gone' },
  ],
  [
    'a member that is no id',
    (doc) => setSheetMember(doc, a, 'levers', '__proto__', true),
    { kind: 'value-refused', field: 'levers' },
  ],
  [
    'a code unknown to DECP',
    (doc) => setSheetMember(doc, a, 'decpSocial', 'x', true),
    { kind: 'value-refused', field: 'decpSocial' },
  ],
  ['a part of nothing', (doc) => addSheetPart(doc, nobody, 'constraints'), { kind: 'action-gone' }],
  [
    'a part with a wrong value',
    (doc) => addSheetPart(doc, a, 'constraints', { text: 5 }),
    { kind: 'value-refused', field: 'text' },
  ],
  [
    'a part with an unknown field',
    (doc) => addSheetPart(doc, a, 'constraints', { constructor: 'x' }),
    { kind: 'value-refused', field: 'constructor' },
  ],
  [
    'a part with wrong targets',
    (doc) => addSheetPart(doc, a, 'indicators', { targets: [{ value: 'x' }] }),
    { kind: 'value-refused', field: 'targets' },
  ],
  [
    'a part with targets that are none',
    (doc) => addSheetPart(doc, a, 'indicators', { targets: 'x' }),
    { kind: 'value-refused', field: 'targets' },
  ],
  ['a target of no indicator', (doc) => addTarget(doc, a, gone), { kind: 'entity-gone' }],
  [
    'a field of no part',
    (doc) => setPartField(doc, a, 'constraints', gone, 'text', 'x'),
    { kind: 'entity-gone' },
  ],
  [
    'a field of no target',
    (doc) => setTargetField(doc, a, gone, gone, 'value', 1),
    { kind: 'entity-gone' },
  ],
  [
    'removing no part',
    (doc) => removeSheetPart(doc, a, 'indicators', gone),
    { kind: 'entity-gone' },
  ],
  ['removing no target', (doc) => removeTarget(doc, a, gone, gone), { kind: 'entity-gone' }],
])('[BD2] %s is refused and changes nothing', (_what, run, error) => {
  const doc = smallWorkshop();
  const count = updatesDuring(doc, () => expect(run(doc)).toEqual({ ok: false, error }));
  expect(count).toBe(0);
});

test('[BD2] members come in the order they were ticked; ticking twice changes nothing', () => {
  const doc = smallWorkshop();
  for (const code of ['variant', 'lotting', 'label']) setSheetMember(doc, a, 'levers', code, true);
  expect(updatesDuring(doc, () => setSheetMember(doc, a, 'levers', 'variant', true))).toBe(0);
  expect(updatesDuring(doc, () => setSheetMember(doc, a, 'levers', 'none', false))).toBe(0);
  setSheetMember(doc, a, 'levers', 'lotting', false);
  setSheetMember(doc, a, 'levers', 'lotting', true);
  expect(sheet(doc).levers).toEqual(['variant', 'label', 'lotting']);
});

test('[BD2] an indicator comes with a target to fill; parts keep their order', () => {
  const doc = smallWorkshop();
  const first = unwrap(addSheetPart(doc, a, 'indicators', { label: 'Heures' }));
  const second = unwrap(addSheetPart(doc, a, 'indicators'));
  const target = unwrap(addTarget(doc, a, first));
  setTargetField(doc, a, first, target, 'value', 1_500);
  setTargetField(doc, a, first, target, 'date', '2028-12-31');
  setPartField(doc, a, 'indicators', second, 'label', 'Contrats');
  expect(sheet(doc).indicators).toMatchObject([
    { id: first, label: 'Heures', targets: [{}, { value: 1_500, date: '2028-12-31' }] },
    { id: second, label: 'Contrats', targets: [{}] },
  ]);
  removeTarget(doc, a, first, target);
  removeSheetPart(doc, a, 'indicators', second);
  expect(sheet(doc).indicators).toHaveLength(1);
  expect(sheet(doc).indicators[0]?.targets).toHaveLength(1);
});

test.each(['targets', 'unknown', 'constructor'])(
  '[BD2] emptying %s of a part is refused: it is no field of its own',
  (field) => {
    const doc = smallWorkshop();
    const part = unwrap(addSheetPart(doc, a, 'indicators'));
    const outcome = setPartField(doc, a, 'indicators', part, field, undefined);
    expect(outcome).toEqual({ ok: false, error: { kind: 'value-refused', field } });
    expect(sheet(doc).indicators[0]?.targets).toHaveLength(1);
  },
);

test('[BD2] a list and a set that are full refuse one more', () => {
  const doc = smallWorkshop();
  for (let i = 0; i < LIMITS.partsPerAction; i++) addSheetPart(doc, a, 'constraints');
  for (let i = 0; i < LIMITS.membersPerSet; i++) setSheetMember(doc, a, 'levers', `x${i}`, true);
  const full = (max: number) => ({ ok: false, error: { kind: 'full', max } });
  expect(addSheetPart(doc, a, 'constraints')).toEqual(full(LIMITS.partsPerAction));
  expect(setSheetMember(doc, a, 'levers', 'x', true)).toEqual(full(LIMITS.membersPerSet));
});

test('[BD2] what a peer put under the name of a set or list is in nobody’s way', () => {
  const doc = smallWorkshop();
  for (const key of ['constraints', 'levers']) entityMap(doc, 'actions', a)?.set(key, 'no list');
  const id = unwrap(addSheetPart(doc, a, 'constraints'));
  expect(setSheetMember(doc, a, 'levers', 'variant', true).ok).toBe(true);
  expect(removeSheetPart(doc, a, 'constraints', gone)).toMatchObject({
    error: { kind: 'entity-gone' },
  });
  expect(readBoard(doc).actions.get(a)).toMatchObject({
    constraints: [{ id }],
    levers: ['variant'],
  });
});

test('[BD11] a value imported beyond its limit may only shrink', () => {
  const doc = smallWorkshop();
  entityMap(doc, 'actions', a)?.set('means', `${long}xx`);
  expect(setSheetField(doc, a, 'means', `${long}xxx`).ok).toBe(false);
  expect(setSheetField(doc, a, 'means', `${long}x`).ok).toBe(true);
  expect(sheet(doc).means).toBe(`${long}x`);
});
