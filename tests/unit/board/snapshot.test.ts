import { expect, test } from 'vitest';
import { visibleStatus } from '../../../shared/board/board.ts';
import { discardAction, mergeActions, moveAction } from '../../../shared/board/commands/actions.ts';
import { editFrameEntity, shiftFrameEntity } from '../../../shared/board/commands/frame.ts';
import { addSheetPart, setSheetField } from '../../../shared/board/commands/sheet.ts';
import { entityMap } from '../../../shared/board/doc.ts';
import { createBoardView, readBoard } from '../../../shared/board/snapshot.ts';
import { openText } from '../../../shared/board/text-handle.ts';
import { a, b, c, jobs, roads, smallWorkshop, water } from '../../support/small-workshop.ts';

test('[BD4] typing in an action changes that action and nothing else', () => {
  const doc = smallWorkshop();
  addSheetPart(doc, a, 'constraints', { text: 'Six semaines.' });
  const view = createBoardView(doc);
  const before = view.get();
  openText(doc, a, 'title')?.replace({ index: 0, removed: 0, inserted: 'x' });
  const after = view.get();
  expect(after.actions.get(a)).not.toBe(before.actions.get(a));
  expect(after.actions.get(a)?.constraints).toBe(before.actions.get(a)?.constraints);
  expect(after.actions.get(b)).toBe(before.actions.get(b));
  for (const key of [
    'columns',
    'priorities',
    'numbers',
    'unplaced',
    'sources',
    'directions',
  ] as const)
    expect(after[key]).toBe(before[key]);
});

test('[BD4] moving an action changes its two columns and leaves the others', () => {
  const doc = smallWorkshop();
  const view = createBoardView(doc);
  const before = view.get();
  moveAction(doc, a, { priorityId: water, before: null });
  const after = view.get();
  expect(after.columns.get(water)).toEqual([b, c, a]);
  expect(after.columns.get(jobs)).toBe(before.columns.get(jobs));
  expect([after.priorities, after.discarded]).toEqual([before.priorities, before.discarded]);
  expect(after.discarded).toBe(before.discarded);
});

test('[BD4] a change and its contrary in one transaction are no change', () => {
  const doc = smallWorkshop();
  const view = createBoardView(doc);
  const before = view.get();
  let heard = 0;
  view.subscribe(() => void heard++);
  doc.transact(() => {
    entityMap(doc, 'actions', a)?.set('discarded', true);
    entityMap(doc, 'actions', a)?.delete('discarded');
    doc.getMap('unknown').set('x', 1);
  });
  expect(view.get()).toBe(before);
  expect(heard).toBe(0);
});

test('[BD4] listeners hear once per transaction, see the new board, and may stop or act', () => {
  const doc = smallWorkshop();
  const view = createBoardView(doc);
  const heard: (string | undefined)[] = [];
  const stop = view.subscribe(() => {
    heard.push(view.get().actions.get(a)?.means);
    if (heard.length === 1) setSheetField(doc, a, 'means', 'encore');
  });
  doc.transact(() => {
    setSheetField(doc, a, 'means', 'un');
    setSheetField(doc, a, 'means', 'deux');
  });
  expect(heard).toEqual(['deux', 'encore']);
  stop();
  setSheetField(doc, a, 'means', 'fin');
  expect(heard).toHaveLength(2);
  view.destroy();
  setSheetField(doc, a, 'means', 'après');
  expect(view.get().actions.get(a)?.means).toBe('fin');
});

test('[BD5] columns follow their priorities', () => {
  const doc = smallWorkshop();
  const view = createBoardView(doc);
  shiftFrameEntity(doc, 'priorities', jobs, -1);
  expect([...view.get().columns.keys()]).toEqual([jobs, water]);
  expect([...readBoard(doc).columns.keys()]).toEqual([jobs, water]);
});

test('[BD6] numbers follow places, and only those on show have one', () => {
  const doc = smallWorkshop();
  const view = createBoardView(doc);
  expect([...view.get().numbers.values()]).toEqual(['1.1', '1.2', '1.3']);
  discardAction(doc, a);
  shiftFrameEntity(doc, 'priorities', water, 1);
  expect([...view.get().numbers]).toEqual([
    [b, '2.1'],
    [c, '2.2'],
  ]);
});

test('[BD7] an action whose priority is gone is shown apart', () => {
  const doc = smallWorkshop();
  const view = createBoardView(doc);
  doc.getMap('priorities').delete(water);
  expect(view.get().unplaced).toEqual([a, b, c]);
  expect(view.get().numbers.size).toBe(0);
  moveAction(doc, b, { priorityId: jobs, before: null });
  expect(view.get().unplaced).toEqual([a, c]);
  expect(view.get().numbers.get(b)).toBe('1.1');
});

test('[BD7] what people see as the status says first whether the action stands', () => {
  const doc = smallWorkshop();
  const status = () => {
    const board = readBoard(doc);
    const action = board.actions.get(a);
    return action && visibleStatus(board, action);
  };
  expect(status()).toBe('proposed');
  setSheetField(doc, a, 'status', 'retained');
  expect(status()).toBe('retained');
  discardAction(doc, a);
  expect(status()).toBe('discarded');
  mergeActions(doc, [a], b);
  expect(status()).toBe('merged');
});

test('[BD5] a change of the frame is read like a change of an action', () => {
  const doc = smallWorkshop();
  const view = createBoardView(doc);
  editFrameEntity(doc, 'directions', roads, { abbreviation: 'VOI' });
  expect(view.get().directions.get(roads)).toMatchObject({ abbreviation: 'VOI' });
  expect(view.get()).toEqual(readBoard(doc));
});
