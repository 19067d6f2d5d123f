/** What of one board is kept, as changes of the list. */
import { describe, expect, test } from 'vitest';
import {
  adding,
  type Keeping,
  lastOfEachPlace,
  settling,
} from '../../../client/sync/kept/kept-list.ts';
import type { KeptWork, ToKeep } from '../../../client/sync/kept/kept-work.ts';
import { createDoc } from '../../../shared/board/doc.ts';
import type { ActionId, BoardId, DirectionId, Id, PersonId } from '../../../shared/ids.ts';
import { sessionView } from '../../support/session-view.ts';

const keeping: Keeping = {
  boardId: 'atelier' as BoardId,
  personId: 'moi' as PersonId,
  workshop: 'Achats',
  at: 1,
};
const add = (items: readonly KeptWork[], news: readonly ToKeep[], of = keeping) =>
  adding(items, news, of, () => ({})).put;
const text = (id: string): ToKeep => ({
  work: { kind: 'text', path: ['actions', id, 'title'], text: id },
  why: 'step',
});

test('[KW8] many things are compared place by place, not each with each', () => {
  const many = Array.from({ length: 300 }, (_, i) => text(`a${i}`));
  let looks = 0;
  const items = add([], many).map(({ work, ...rest }) => ({
    ...rest,
    get work() {
      looks += 1;
      return work;
    },
  }));
  expect(add(items, many)).toEqual([]);
  expect(settling(items, createDoc(), null).drop).toEqual([]);
  expect(looks).toBeLessThan(20 * many.length); // each with each: 180,000
});

describe('said twice of one place', () => {
  const later = { ...keeping, at: 2 };
  const said = (text: string): ToKeep => ({
    work: { kind: 'text', path: ['actions', 'a1', 'title'], text },
    why: 'step',
  });
  const card = (title: string): ToKeep => ({
    work: { kind: 'created', path: ['actions', 'a2'], values: { title, priorityId: 'eau' } },
    why: 'step',
  });

  test.each([
    ['a text', said('Former'), said('Former les équipes')],
    ['a card', card('Former'), card('Former les équipes')],
  ])('[KW34] %s that goes on stands for how it began', (_what, before, now) => {
    const items = add([], [before]);
    expect(add(items, [now], later)).toMatchObject([{ key: items[0]?.key, at: 2, work: now.work }]);
  });

  test.each([
    ['a text', said('Former'), said('Recruter')],
    ['a card', card('Former'), card('Recruter')],
  ])('[KW34] %s begun anew is kept beside the former one', (_what, before, now) => {
    const items = add([], [before]);
    const [added] = add(items, [now], later);
    expect(added?.key).not.toBe(items[0]?.key);
    if (!added) throw new Error('not kept');
    expect(lastOfEachPlace([...items, added])).toEqual([added]);
    expect(lastOfEachPlace([added, ...items])).toEqual([added]);
  });
});

describe('votes', () => {
  const roundId = 'tour' as Id<'round'>;
  const actionId = 'a1' as ActionId;
  const session = (me: string, dots: Readonly<Record<string, number>>) => {
    const person = {
      id: me as PersonId,
      role: 'participant' as const,
      name: 'Camille',
      directionId: null as DirectionId | null,
      actorId: null,
      clients: [1],
    };
    const view = sessionView(person);
    return { ...view, rounds: [{ id: roundId, mine: { dots } }] } as unknown as typeof view;
  };
  const items = add([], [{ work: { kind: 'votes', roundId, actionId, dots: 2 }, why: 'round' }]);
  const keys = items.map(({ key }) => key);

  test('[KW2] that were counted after all are kept no longer', () => {
    expect(settling(items, createDoc(), session('moi', { a1: 2 })).drop).toEqual(keys);
    expect(settling(items, createDoc(), session('moi', { a1: 1 })).drop).toEqual([]);
  });

  test('[KW23] are not taken for those of somebody else, who uses this device now', () => {
    expect(settling(items, createDoc(), session('autre', { a1: 2 })).drop).toEqual([]);
  });
});
