import { describe, expect, test } from 'vitest';
import {
  type Direction,
  positionOf,
  previewColumn,
  shiftGrab,
  startGrab,
} from '../../../client/features/board/grab.ts';
import { addAction, discardAction, moveAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity, removeFrameEntity } from '../../../shared/board/commands/frame.ts';
import { createDoc } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { type ActionId, newId, type PriorityId } from '../../../shared/ids.ts';
import { unwrap } from '../../support/result.ts';

/** Two priorities, A B C in the first and D in the second; the third is empty. */
function workshop() {
  const doc = createDoc();
  const [first, second, third] = ['Eau', 'Air', 'Sol'].map((title) =>
    unwrap(addFrameEntity(doc, 'priorities', { title })),
  ) as [PriorityId, PriorityId, PriorityId];
  const author = { personId: newId<'person'>(), directionId: null, actorId: null };
  const add = (title: string, priorityId: PriorityId): ActionId =>
    unwrap(addAction(doc, { title, place: { priorityId, before: null }, author }));
  const [a, b, c] = [add('A', first), add('B', first), add('C', first)];
  const d = add('D', second);
  const letters = new Map([a, b, c, d].map((id, i) => [id, 'ABCD'.charAt(i)]));
  return { doc, first, second, third, a, b, c, d, letters };
}

const start = (held: 'a' | 'b' | 'c' | 'd') => {
  const set = workshop();
  const grab = startGrab(readBoard(set.doc), set[held]);
  if (!grab) throw new Error('not on show');
  return { ...set, grab };
};

describe('moving a card with the keyboard', () => {
  test.each<[string, readonly Direction[], readonly string[]]>([
    ['stays where it was taken', [], ['ABC', 'D', '']],
    ['goes up', ['up'], ['BAC', 'D', '']],
    ['stops at the top', ['up', 'up', 'up'], ['BAC', 'D', '']],
    ['goes down', ['down'], ['ACB', 'D', '']],
    ['stops at the bottom', ['down', 'down', 'down'], ['ACB', 'D', '']],
    ['goes to the next priority, to the same height or the end', ['right'], ['AC', 'DB', '']],
    ['crosses two priorities, an empty one included', ['right', 'right'], ['AC', 'D', 'B']],
    ['stops at the last priority', ['right', 'right', 'right'], ['AC', 'D', 'B']],
    ['comes back', ['right', 'left'], ['ABC', 'D', '']],
    ['stops at the first priority', ['left'], ['ABC', 'D', '']],
  ])('[WA1] a held card %s', (_what, steps, expected) => {
    const { doc, grab, first, second, third, letters } = start('b');
    const board = readBoard(doc);
    const end = steps.reduce((held, step) => shiftGrab(board, held, step), grab);
    const shown = [first, second, third].map((id) =>
      previewColumn(board, end, id, board.columns.get(id) ?? [])
        .map((actionId) => letters.get(actionId))
        .join(''),
    );
    expect(shown).toEqual(expected);
  });

  test('[WA1] putting a card down gives the order that was shown', () => {
    const { doc, grab, a, second, letters } = start('a');
    const end = shiftGrab(readBoard(doc), grab, 'right');
    const shown = previewColumn(
      readBoard(doc),
      end,
      second,
      readBoard(doc).columns.get(second) ?? [],
    );
    moveAction(doc, a, end.place);
    expect(readBoard(doc).columns.get(second)).toEqual(shown);
    expect(shown.map((id) => letters.get(id)).join('')).toBe('AD');
  });

  test('[WA1] positions are counted from 1, the held card included', () => {
    const { doc, grab, first } = start('c');
    expect(positionOf(readBoard(doc), grab)).toEqual({ priorityId: first, index: 3, total: 3 });
  });

  test('[WA2] a held card keeps a place when the card it stood before leaves', () => {
    const { doc, grab, first, b, second } = start('a');
    expect(grab.place).toEqual({ priorityId: first, before: b });
    moveAction(doc, b, { priorityId: second, before: null });
    expect(positionOf(readBoard(doc), grab)).toMatchObject({ priorityId: first, total: 2 });
  });

  test('[WA2] a held card whose target priority is removed has no place, and none is invented', () => {
    const { doc, grab, third } = start('b');
    const board = readBoard(doc);
    const over = shiftGrab(board, shiftGrab(board, grab, 'right'), 'right');
    removeFrameEntity(doc, 'priorities', third);
    expect(positionOf(readBoard(doc), over)).toBeUndefined();
    expect(shiftGrab(readBoard(doc), over, 'up')).toBe(over);
  });

  test('[WA2] a card set aside cannot be taken', () => {
    const { doc, a } = workshop();
    expect(startGrab(readBoard(doc), a)).toBeDefined();
    discardAction(doc, a);
    expect(startGrab(readBoard(doc), a)).toBeUndefined();
  });
});
