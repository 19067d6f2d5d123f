import { describe, expect, test } from 'vitest';
import { discardAction } from '../../../shared/board/commands/actions.ts';
import { addActions, editActions, type NewAction } from '../../../shared/board/commands/many.ts';
import { addEntity } from '../../../shared/board/doc.ts';
import { LIMITS } from '../../../shared/board/schema.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { createUndoHistory } from '../../../shared/board/undo.ts';
import type { PartId } from '../../../shared/ids.ts';
import { unwrap } from '../../support/result.ts';
import {
  a,
  author,
  b,
  c,
  jobs,
  nobody,
  roads,
  smallWorkshop,
  updatesDuring,
  water,
} from '../../support/small-workshop.ts';

const two: readonly NewAction[] = [
  {
    title: 'Former',
    priorityId: water,
    description: 'Chaque année',
    levers: ['variant'],
    indicators: [{ label: 'Part', targets: [{ value: 3 }, { value: 5 }] }],
    constraints: [{ text: 'des délais' }],
  },
  { title: 'Publier', priorityId: water, discarded: true },
];

const codes = Array.from({ length: LIMITS.membersPerSet }, (_, at) => `code-${at}`);

describe('many additions', () => {
  test('[IM15] they stand at the end of their priorities, in order, with all they begin with', () => {
    const doc = smallWorkshop();
    const more = { title: 'Recruter', priorityId: jobs };
    let ids: readonly string[] = [];
    const updates = updatesDuring(doc, () => {
      ids = unwrap(
        addActions(doc, { author, actions: [...two, more, { ...more, title: 'Payer' }] }),
      );
    });
    expect(updates).toBe(1);
    const { columns, actions, discarded } = readBoard(doc);
    expect(columns.get(water)).toEqual([a, b, c, ids[0]]);
    expect(columns.get(jobs)).toEqual([ids[2], ids[3]]);
    expect(discarded).toEqual([ids[1]]);
    expect([...actions.values()].find(({ id }) => id === ids[0])).toMatchObject({
      title: 'Former',
      description: 'Chaque année',
      authorId: 'ana',
      authorDirectionId: roads,
      levers: ['variant'],
      indicators: [{ label: 'Part', targets: [{ value: 3 }, { value: 5 }] }],
      constraints: [{ text: 'des délais' }],
    });
  });

  test.each<[string, NewAction]>([
    ['title-missing', { title: ' ', priorityId: water }],
    ['priority-gone', { title: 'x', priorityId: nobody as never }],
    ['value-refused', { title: 'x', priorityId: water, impact: 9 }],
    ['value-refused', { title: 'x'.repeat(301), priorityId: water }],
    ['value-refused', { title: 'x', priorityId: water, indicators: [{ couleur: 1 }] }],
    ['value-refused', { title: 'x', priorityId: water, indicators: [null] }],
    ['value-refused', { title: 'x', priorityId: water, constraints: Array(51).fill({}) }],
    ['value-refused', { title: 'x', priorityId: water, levers: codes.concat('one-more') }],
    ['value-refused', { title: 'x', priorityId: water, levers: ['variant', 'no id'] }],
    ['value-refused', { title: 'x', priorityId: water, levers: 'variant' }],
    ['value-refused', { title: 'x', priorityId: water, description: 5 }],
  ])('[IM15] with one that cannot be (%s) none is added', (kind, bad) => {
    const doc = smallWorkshop();
    const updates = updatesDuring(doc, () =>
      expect(addActions(doc, { author, actions: [...two, bad] })).toMatchObject({
        error: { kind },
      }),
    );
    expect(updates).toBe(0);
  });

  test('[IM15] each list and text may be as long as an action allows', () => {
    const doc = smallWorkshop();
    const most = {
      title: 'x'.repeat(LIMITS.titleCharacters),
      description: 'x'.repeat(LIMITS.descriptionCharacters),
      priorityId: water,
      levers: codes,
      constraints: Array.from({ length: LIMITS.partsPerAction }, () => ({ text: 'x' })),
    };
    const [id = nobody] = unwrap(addActions(doc, { author, actions: [most] }));
    expect(readBoard(doc).actions.get(id)?.levers).toEqual(codes);
    expect(readBoard(doc).actions.get(id)?.constraints).toHaveLength(LIMITS.partsPerAction);
  });

  test('[IM15] the board takes as many as it has room for, or none', () => {
    const doc = smallWorkshop();
    doc.transact(() => {
      for (let i = 3; i < LIMITS.actions - 2; i++) addEntity(doc, 'actions', `x${i}`, {});
    });
    const adding = (count: number) =>
      addActions(doc, { author, actions: [...two, ...two].slice(0, count) });
    expect(adding(3)).toEqual({ ok: false, error: { kind: 'full', max: LIMITS.actions } });
    expect(adding(2).ok).toBe(true);
    expect(adding(0)).toEqual({ ok: true, value: [] });
    expect(adding(1).ok).toBe(false);
  });

  test('[IM15] undone they are set aside, redone they are back', () => {
    const doc = smallWorkshop();
    const history = createUndoHistory(doc);
    const [first] = unwrap(history.asOneStep(() => addActions(doc, { author, actions: two })));
    expect(history.undo()).toBe(true);
    expect(readBoard(doc).columns.get(water)).toEqual([a, b, c]);
    expect(readBoard(doc).discarded).toContain(first);
    expect(history.redo()).toBe(true);
    expect(readBoard(doc).columns.get(water)).toEqual([a, b, c, first]);
  });
});

describe('many changes', () => {
  test('[IM16] they are one transaction and one step of undo', () => {
    const doc = smallWorkshop();
    const history = createUndoHistory(doc);
    const before = readBoard(doc);
    const updates = updatesDuring(doc, () => {
      const problems = history.asOneStep(() =>
        editActions(doc, [
          {
            id: a,
            edits: [
              { kind: 'text', key: 'title', text: 'Action a, autrement' },
              { kind: 'field', key: 'impact', value: 3 },
              { kind: 'member', key: 'levers', code: 'variant', present: true },
              { kind: 'priority', priorityId: jobs },
              { kind: 'part-added', key: 'constraints', values: { text: 'des délais' } },
            ],
          },
          { id: b, edits: [{ kind: 'discarded', discarded: true }] },
        ]),
      );
      expect(unwrap(problems)).toEqual([]);
    });
    expect(updates).toBe(1);
    const { actions, columns, discarded } = readBoard(doc);
    expect(actions.get(a)).toMatchObject({
      title: 'Action a, autrement',
      impact: 3,
      levers: ['variant'],
    });
    expect(columns.get(jobs)).toEqual([a]);
    expect(discarded).toEqual([b]);
    history.undo();
    expect(readBoard(doc).actions).toEqual(before.actions);
  });

  test('[IM16] parts and targets are changed, added and taken out', () => {
    const doc = smallWorkshop();
    const part = { label: 'Part', targets: [{ value: 1 }, { value: 2 }] };
    unwrap(
      editActions(doc, [
        { id: a, edits: [{ kind: 'part-added', key: 'indicators', values: part }] },
      ]),
    );
    const [indicator] = readBoard(doc).actions.get(a)?.indicators ?? [];
    const [first, second] = indicator?.targets ?? [];
    if (!indicator || !first || !second) throw new Error('the indicator was not added');
    const { id: partId } = indicator;
    const edits = [
      { kind: 'part', key: 'indicators', partId, field: 'unit', value: 'lots' },
      { kind: 'target', partId, targetId: first.id, values: { value: 7, date: '2028-01-01' } },
      { kind: 'target-removed', partId, targetId: second.id },
      { kind: 'target-added', partId, values: { value: 9 } },
    ] as const;
    expect(unwrap(editActions(doc, [{ id: a, edits }]))).toEqual([]);
    const after = readBoard(doc).actions.get(a)?.indicators[0];
    expect(after?.unit).toBe('lots');
    expect(after?.targets.map(({ value, date }) => [value, date])).toEqual([
      [7, '2028-01-01'],
      [9, undefined],
    ]);
  });

  test.each([
    { values: { date: '2028-01-01' }, after: [1, '2028-01-01'] },
    { values: { value: 7 }, after: [7, '2026-06-30'] },
    { values: { value: undefined }, after: [undefined, '2026-06-30'] },
    { values: {}, after: [1, '2026-06-30'] },
  ])('[IM16] of a target only what is given changes: $values', ({ values, after }) => {
    const doc = smallWorkshop();
    const part = { label: 'Part', targets: [{ value: 1, date: '2026-06-30' }] };
    const add = { kind: 'part-added', key: 'indicators', values: part } as const;
    unwrap(editActions(doc, [{ id: a, edits: [add] }]));
    const indicator = () => readBoard(doc).actions.get(a)?.indicators[0];
    const partId = indicator()?.id ?? ('none' as PartId);
    const targetId = indicator()?.targets[0]?.id ?? ('none' as PartId);
    const edit = { kind: 'target', partId, targetId, values } as const;
    expect(unwrap(editActions(doc, [{ id: a, edits: [edit] }]))).toEqual([]);
    const target = indicator()?.targets[0];
    expect([target?.value, target?.date]).toEqual(after);
  });

  test('[IM16] what others made impossible is answered, and the rest is done', () => {
    const doc = smallWorkshop();
    unwrap(discardAction(doc, c));
    const problems = unwrap(
      editActions(doc, [
        { id: nobody, edits: [{ kind: 'field', key: 'impact', value: 1 }] },
        {
          id: a,
          edits: [
            { kind: 'priority', priorityId: nobody as never },
            { kind: 'field', key: 'impact', value: 9 },
            { kind: 'field', key: 'feasibility', value: 2 },
          ],
        },
      ]),
    );
    expect(problems.map(({ kind }) => kind)).toEqual([
      'action-gone',
      'priority-gone',
      'value-refused',
    ]);
    expect(readBoard(doc).actions.get(a)?.feasibility).toBe(2);
  });

  test('[IM16] a text is written where it differs, a part taken out, an action brought back', () => {
    const doc = smallWorkshop();
    const add = { kind: 'part-added', key: 'constraints', values: { text: 'x' } } as const;
    unwrap(editActions(doc, [{ id: a, edits: [add, { kind: 'discarded', discarded: true }] }]));
    const partId = readBoard(doc).actions.get(a)?.constraints[0]?.id ?? ('none' as PartId);
    const same = { kind: 'text', key: 'title', text: 'Action a' } as const;
    expect(updatesDuring(doc, () => editActions(doc, [{ id: a, edits: [same] }]))).toBe(0);
    const edits = [
      { kind: 'part-removed', key: 'constraints', partId },
      { kind: 'discarded', discarded: false },
      { kind: 'text', key: 'description', text: 'Chaque année' },
    ] as const;
    expect(unwrap(editActions(doc, [{ id: a, edits }]))).toEqual([]);
    expect(readBoard(doc).actions.get(a)).toMatchObject({
      constraints: [],
      description: 'Chaque année',
    });
    expect(readBoard(doc).columns.get(water)).toEqual([a, b, c]);
  });

  test('[IM16] a text that is too long, and parts that are gone, are answered', () => {
    const doc = smallWorkshop();
    const [partId, targetId] = ['gone', 'gone'] as unknown as readonly [PartId, PartId];
    const edits = [
      { kind: 'text', key: 'title', text: 'x'.repeat(LIMITS.titleCharacters + 1) },
      { kind: 'part-removed', key: 'constraints', partId },
      { kind: 'target-added', partId, values: { value: 1 } },
      { kind: 'target', partId, targetId, values: { value: 1 } },
      { kind: 'target-removed', partId, targetId },
    ] as const;
    const problems = unwrap(editActions(doc, [{ id: a, edits }]));
    expect(problems).toEqual([
      { kind: 'value-refused', field: 'title' },
      { kind: 'entity-gone' },
      { kind: 'entity-gone' },
      { kind: 'entity-gone' },
      { kind: 'entity-gone' },
    ]);
    const [gone] = unwrap(
      editActions(doc, [{ id: nobody, edits: [{ kind: 'text', key: 'title', text: 'x' }] }]),
    );
    expect(gone).toEqual({ kind: 'action-gone' });
  });
});
