import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { discardAction, moveAction } from '../../../shared/board/commands/actions.ts';
import {
  addFrameEntity,
  editFrameEntity,
  removeFrameEntity,
  setInfo,
  shiftFrameEntity,
} from '../../../shared/board/commands/frame.ts';
import type { Outcome } from '../../../shared/board/commands/problem.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import { type BoardDoc, entitiesOf, entityMap } from '../../../shared/board/doc.ts';
import { LIMITS } from '../../../shared/board/schema.ts';
import { SCHEMA_VERSION } from '../../../shared/board/schema-version.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { ActorId, DirectionId, PriorityId } from '../../../shared/ids.ts';
import {
  a,
  b,
  c,
  jobs,
  roads,
  smallWorkshop,
  updatesDuring,
  water,
} from '../../support/small-workshop.ts';

const gone = 'gone' as PriorityId;
const titles = (doc: BoardDoc): string[] =>
  readBoard(doc).priorities.map(({ title }) => title ?? '');

test('[BD2] the workshop is described, all or none, and an empty text empties a field', () => {
  const doc = smallWorkshop();
  expect(setInfo(doc, { title: ' Atelier \uD800', date: '2024-01-18', tables: 5 }).ok).toBe(true);
  expect(readBoard(doc).info).toMatchObject({
    title: 'Atelier \uFFFD',
    date: '2024-01-18',
    tables: 5,
  });
  expect(setInfo(doc, { title: 'Autre', date: '2024-02-30' })).toEqual({
    ok: false,
    error: { kind: 'value-refused', field: 'date' },
  });
  setInfo(doc, { title: '  ', tables: undefined });
  expect(readBoard(doc).info).toEqual({ schemaVersion: SCHEMA_VERSION, date: '2024-01-18' });
});

test.each([
  ['the first', water, -1],
  ['the last', jobs, 1],
] as const)(
  '[BD2] beyond its end %s of a list does not go, and nothing is written',
  (_what, id, by) => {
    const doc = smallWorkshop();
    const updates = updatesDuring(doc, () =>
      expect(shiftFrameEntity(doc, 'priorities', id, by).ok).toBe(true),
    );
    expect([updates, titles(doc)]).toEqual([0, ['Eau', 'Emploi']]);
  },
);

test('[BD2] what is added to the frame comes last and can be changed', () => {
  const doc = smallWorkshop();
  const added = addFrameEntity(doc, 'priorities', { title: ' Climat ', orientation: 'Moins.' });
  if (!added.ok) throw new Error(added.error.kind);
  expect(titles(doc)).toEqual(['Eau', 'Emploi', 'Climat']);
  expect(editFrameEntity(doc, 'priorities', added.value, { orientation: '' }).ok).toBe(true);
  expect(readBoard(doc).priorities.at(-1)).toMatchObject({ id: added.value, title: 'Climat' });
  expect(readBoard(doc).priorities.at(-1)).not.toHaveProperty('orientation');
  expect(removeFrameEntity(doc, 'priorities', added.value).ok).toBe(true);
  expect(titles(doc)).toEqual(['Eau', 'Emploi']);
});

test.each<[what: string, run: (doc: BoardDoc) => Outcome<unknown>, error: object]>([
  [
    'a priority without a title',
    (doc) => addFrameEntity(doc, 'priorities', { title: ' ' }),
    { kind: 'title-missing' },
  ],
  [
    'a direction without a name',
    (doc) => addFrameEntity(doc, 'directions', {}),
    { kind: 'title-missing' },
  ],
  [
    'emptying a title',
    (doc) => editFrameEntity(doc, 'priorities', water, { title: '' }),
    { kind: 'title-missing' },
  ],
  [
    'editing nothing',
    (doc) => editFrameEntity(doc, 'priorities', gone, { title: 'x' }),
    { kind: 'entity-gone' },
  ],
  [
    'shifting nothing',
    (doc) => shiftFrameEntity(doc, 'priorities', gone, 1),
    { kind: 'entity-gone' },
  ],
  [
    'removing nothing',
    (doc) => removeFrameEntity(doc, 'priorities', gone),
    { kind: 'entity-gone' },
  ],
  [
    'removing a priority in use',
    (doc) => removeFrameEntity(doc, 'priorities', water),
    { kind: 'priority-in-use' },
  ],
  [
    'a title beyond its limit',
    (doc) =>
      editFrameEntity(doc, 'priorities', water, { title: 'x'.repeat(LIMITS.lineCharacters + 1) }),
    { kind: 'value-refused', field: 'title' },
  ],
])('[BD2] %s is refused and changes nothing', (_what, run, error) => {
  const doc = smallWorkshop();
  const count = updatesDuring(doc, () => expect(run(doc)).toEqual({ ok: false, error }));
  expect(count).toBe(0);
});

test('[BD2] a list that is full refuses one more', () => {
  const doc = smallWorkshop();
  for (let i = 2; i < LIMITS.priorities; i++) addFrameEntity(doc, 'priorities', { title: `${i}` });
  const more = addFrameEntity(doc, 'priorities', { title: 'x' });
  expect(more).toEqual({ ok: false, error: { kind: 'full', max: LIMITS.priorities } });
});

test('[BD7] a priority goes only when nothing stands in it, a direction when it leads nothing', () => {
  const doc = smallWorkshop();
  for (const id of [a, b, c]) moveAction(doc, id, { priorityId: jobs, before: null });
  discardAction(doc, a);
  expect(removeFrameEntity(doc, 'priorities', jobs).ok).toBe(false);
  expect(removeFrameEntity(doc, 'priorities', water).ok).toBe(true);
  setSheetField(doc, a, 'leadDirectionId', roads);
  expect(removeFrameEntity(doc, 'directions', roads)).toEqual({
    ok: false,
    error: { kind: 'direction-in-use' },
  });
});

test('[BD3] a list is reordered by one step, one transaction each, and stops at its ends', () => {
  const doc = smallWorkshop();
  addFrameEntity(doc, 'priorities', { title: 'Climat' });
  expect(updatesDuring(doc, () => shiftFrameEntity(doc, 'priorities', water, 1))).toBe(1);
  expect(titles(doc)).toEqual(['Emploi', 'Eau', 'Climat']);
  shiftFrameEntity(doc, 'priorities', water, 1);
  expect(updatesDuring(doc, () => shiftFrameEntity(doc, 'priorities', water, 1))).toBe(0);
  shiftFrameEntity(doc, 'priorities', water, -1);
  expect(titles(doc)).toEqual(['Emploi', 'Eau', 'Climat']);
  expect(updatesDuring(doc, () => shiftFrameEntity(doc, 'priorities', jobs, -1))).toBe(0);
  expect(titles(doc)).toEqual(['Emploi', 'Eau', 'Climat']);
});

test('[BD7] what has the id of a priority in use, or of a lead, goes if it is another thing', () => {
  const doc = smallWorkshop();
  setSheetField(doc, a, 'leadDirectionId', roads);
  for (const id of [water, roads]) entitiesOf(doc, 'actors').set(id, new Y.Map());
  entitiesOf(doc, 'directions').set(water, new Y.Map());
  entitiesOf(doc, 'priorities').set(roads, new Y.Map());
  for (const id of [water, roads] as unknown as ActorId[])
    expect(removeFrameEntity(doc, 'actors', id).ok).toBe(true);
  expect(removeFrameEntity(doc, 'directions', water as unknown as DirectionId).ok).toBe(true);
  expect(removeFrameEntity(doc, 'priorities', roads as unknown as PriorityId).ok).toBe(true);
});

test('[BD11] a text of the frame imported beyond its limit may only shrink', () => {
  const doc = smallWorkshop();
  const long = 'x'.repeat(LIMITS.lineCharacters + 2);
  entityMap(doc, 'priorities', water)?.set('title', long);
  const retitle = (title: string) => editFrameEntity(doc, 'priorities', water, { title }).ok;
  expect([retitle(`${long}x`), retitle(long.slice(1)), titles(doc)[0]]).toEqual([
    false,
    true,
    long.slice(1),
  ]);
});

test('[RK4] a list is reordered whatever ranks a peer gave it', () => {
  const doc = smallWorkshop();
  for (const id of [water, jobs]) entityMap(doc, 'priorities', id)?.set('rank', 'a00');
  entitiesOf(doc, 'priorities').set('aaa', new Y.Map([['title', 'Climat']]));
  entitiesOf(doc, 'priorities').set('bbb', 'no entity');
  expect(titles(doc)).toEqual(['Climat', 'Emploi', 'Eau']);
  expect(shiftFrameEntity(doc, 'priorities', water, -1).ok).toBe(true);
  expect(titles(doc)).toEqual(['Climat', 'Eau', 'Emploi']);
  expect(addFrameEntity(doc, 'priorities', { title: 'Fin' }).ok).toBe(true);
  expect(titles(doc)).toEqual(['Climat', 'Eau', 'Emploi', 'Fin']);
  expect(removeFrameEntity(doc, 'directions', 'none' as DirectionId).ok).toBe(false);
});
