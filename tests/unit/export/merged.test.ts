import { expect, test } from 'vitest';
import { mergeActions, unmergeAction } from '../../../shared/board/commands/actions.ts';
import { addSheetPart } from '../../../shared/board/commands/sheet.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { actionList } from '../../../shared/export/action-list.ts';
import { constraintEdits } from '../../../shared/import/constraints.ts';
import { createNames } from '../../../shared/import/names.ts';
import { a, b, smallWorkshop } from '../../support/small-workshop.ts';

test('[XL14] constraints of merged actions stand in the row of the one left, and come back to nobody', () => {
  const doc = smallWorkshop();
  addSheetPart(doc, a, 'constraints', { text: 'Des délais courts' });
  addSheetPart(doc, b, 'constraints', { text: 'Des lots trop gros' });
  mergeActions(doc, [b], a);
  const board = readBoard(doc);
  const row = actionList(board).rows.find(({ id }) => id === a);
  expect(row?.cells.constraints).toBe('Des délais courts\nDes lots trop gros');

  const standing = board.actions.get(a);
  if (!standing) throw new Error('no action');
  const edits = (cell: string) => constraintEdits(standing, cell, board, createNames(board));
  expect(edits('Des délais courts\nDes lots trop gros')).toEqual([]);
  expect(edits('Des délais courts')).toEqual([]);
  expect(edits('Des délais longs\nDes lots trop gros')).toMatchObject([
    { kind: 'part', key: 'constraints', field: 'text', value: 'Des délais longs' },
  ]);

  unmergeAction(doc, b);
  const apart = actionList(readBoard(doc)).rows.map(({ cells }) => cells.constraints);
  expect(apart.slice(0, 2)).toEqual(['Des délais courts', 'Des lots trop gros']);
});
