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
import type { ActionId, BoardId, Id, PersonId, PriorityId } from '../../../shared/ids.ts';
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
  const card = (title: string, more: object = {}): ToKeep => ({
    work: { kind: 'created', path: ['actions', 'a2'], values: { title, ...more } },
    why: 'step',
  });
  const typed = (text: string): ToKeep => ({
    work: { kind: 'typed', key: 'idée', field: 'Idée', text },
    why: 'field-gone',
  });
  const value = (day: string): ToKeep => ({
    work: { kind: 'value', path: ['actions', 'a1', 'deadline'], value: day },
    why: 'step',
  });

  test.each([
    ['a text', said('Former'), said('Former les équipes')],
    ['a card', card('Former'), card('Former les équipes')],
    ['what a field held', typed('Former'), typed('Former les équipes')],
  ])('[KW34] %s that goes on stands for how it began', (_what, before, now) => {
    const items = add([], [before]);
    expect(add(items, [now], later)).toMatchObject([{ key: items[0]?.key, at: 2, work: now.work }]);
  });

  test.each([
    ['a text', said('Former'), said('Recruter')],
    ['a card', card('Former'), card('Recruter')],
    ['a card with a field less', card('Former', { impact: 3 }), card('Former')],
    ['a card with another number', card('Former', { impact: 3 }), card('Former', { impact: 30 })],
    ['what a field held', typed('Former'), typed('Recruter')],
    ['a value', value('2027-01-31'), value('2028-01-31')],
  ])('[KW34] %s begun anew is kept beside the former one', (_what, before, now) => {
    const items = add([], [before]);
    const [added] = add(items, [now], later);
    expect(added?.key).not.toBe(items[0]?.key);
    if (!added) throw new Error('not kept');
    expect(lastOfEachPlace([...items, added])).toEqual([added]);
    expect(lastOfEachPlace([added, ...items])).toEqual([added]);
  });
});

test('[KW23] what two people of one device kept of a place is kept of each', () => {
  const items = add([], [text('a1')]);
  const other = { ...keeping, personId: 'autre' as PersonId };
  expect(add(items, [text('a1')], other)).toMatchObject([{ personId: 'autre' }]);
  expect(add(items, [text('a1')])).toEqual([]);
});

const sessionOf = (me: string) =>
  sessionView({
    id: me as PersonId,
    role: 'participant',
    name: 'Camille',
    directionId: null,
    actorId: null,
    clients: [1],
  });

describe('a hidden idea', () => {
  const idea = {
    id: 'i1' as ActionId,
    priorityId: 'eau' as PriorityId,
    title: 'Planter',
    description: 'des haies',
  };
  const items = add([], [{ work: { kind: 'idea', ...idea }, why: 'unanswered' }]);
  const settled = (mine: typeof idea) => {
    const view = sessionOf('moi');
    return settling(items, createDoc(), { ...view, drafts: { ...view.drafts, mine: [mine] } });
  };

  test('[KW2] that the session has after all is kept no longer', () => {
    expect(settled(idea)).toEqual({ put: [], drop: items.map(({ key }) => key) });
  });

  test.each([
    ['another', { ...idea, id: 'i2' as ActionId }],
    ['one with another title', { ...idea, title: 'Semer' }],
    ['one with another text', { ...idea, description: '' }],
  ])('[KW2] is kept while the session has %s', (_what, mine) => {
    expect(settled(mine)).toEqual({ put: [], drop: [] });
  });
});

describe('votes', () => {
  const roundId = 'tour' as Id<'round'>;
  const actionId = 'a1' as ActionId;
  const session = (me: string, dots: Readonly<Record<string, number>>) => {
    const view = sessionOf(me);
    return { ...view, rounds: [{ id: roundId, mine: { dots } }] } as unknown as typeof view;
  };
  const cast = (dots: number) =>
    add([], [{ work: { kind: 'votes', roundId, actionId, dots }, why: 'round' }]);
  const items = cast(2);
  const keys = items.map(({ key }) => key);

  test('[KW2] that were counted after all are kept no longer', () => {
    expect(settling(items, createDoc(), session('moi', { a1: 2 })).drop).toEqual(keys);
    expect(settling(items, createDoc(), session('moi', { a1: 1 })).drop).toEqual([]);
    expect(settling(items, createDoc(), session('moi', { a2: 2 })).drop).toEqual([]);
  });

  test('[KW2] that were taken back after all are kept no longer', () => {
    const withdrawn = cast(0);
    expect(settling(withdrawn, createDoc(), session('moi', { a1: 1 })).drop).toEqual([]);
    expect(settling(withdrawn, createDoc(), session('moi', {})).drop).toEqual(
      withdrawn.map(({ key }) => key),
    );
  });

  test('[KW2] of a round that the session does not tell are kept', () => {
    expect(settling(cast(0), createDoc(), sessionOf('moi'))).toEqual({ put: [], drop: [] });
    expect(settling(items, createDoc(), null)).toEqual({ put: [], drop: [] });
  });

  test('[KW23] are not taken for those of somebody else, who uses this device now', () => {
    expect(settling(items, createDoc(), session('autre', { a1: 2 })).drop).toEqual([]);
  });
});
