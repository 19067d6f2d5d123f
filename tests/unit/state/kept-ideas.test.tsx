/** Hidden ideas on the device: one entry each, of one person in one board. */
import { expect, test, vi } from 'vitest';
import { ownOf } from '../../../client/state/keep-own.ts';
import {
  dropIdea,
  hasKeptIdeas,
  type IdeaOwner,
  type KeptIdea,
  keepIdea,
  keptIdeas,
} from '../../../client/state/kept-ideas.ts';
import type { ActionId, BoardId, PersonId, PriorityId } from '../../../shared/ids.ts';

const me: IdeaOwner = { boardId: 'b1' as BoardId, personId: 'p1' as PersonId };
const others: readonly IdeaOwner[] = [
  { boardId: 'b1' as BoardId, personId: 'p2' as PersonId },
  { boardId: 'b2' as BoardId, personId: 'p1' as PersonId },
];
const idea = (id: string, change: Partial<KeptIdea> = {}): KeptIdea => ({
  id: id as ActionId,
  priorityId: 'eau' as PriorityId,
  title: 'Payer',
  description: '',
  removed: false,
  sent: [{ title: 'Pay', description: '' }],
  ...change,
});
const KEY = 'gommette.idea.b1.p1.i1';

test('[HI4] each is read as it was kept, by its owner alone', () => {
  expect(keepIdea(me, idea('i1'))).toBe(true);
  keepIdea(me, idea('i2', { removed: true, sent: [] }));
  for (const owner of others) {
    expect(hasKeptIdeas(owner)).toBe(false);
    expect(keptIdeas(owner)).toEqual([]);
    keepIdea(owner, idea('i9'));
  }
  expect(keptIdeas(me)).toEqual([idea('i1'), idea('i2', { removed: true, sent: [] })]);
});

test('[HI11] one is dropped by its id, all are forgotten with the person', () => {
  for (const owner of [me, ...others]) keepIdea(owner, idea('i1'));
  keepIdea(me, idea('i2'));
  dropIdea(me, 'i1' as ActionId);
  expect(keptIdeas(me).map(({ id }) => id)).toEqual(['i2']);
  expect(hasKeptIdeas(me)).toBe(true);
  ownOf(me, 'left').letGo();
  expect(hasKeptIdeas(me)).toBe(false);
  expect(others.map(hasKeptIdeas)).toEqual([true, true]);
});

test.each<[string, object]>([
  ['an id', { id: 7 }],
  ['a priority', { priorityId: null }],
  ['a title', { title: undefined }],
  ['a description', { description: {} }],
  ['what was sent', { sent: 'Pay' }],
  ['texts in what was sent', { sent: [{ title: 'Pay' }] }],
])('[HI4] one without %s is left out', (_what, damage) => {
  localStorage.setItem(KEY, JSON.stringify({ ...idea('i1'), ...damage }));
  keepIdea(me, idea('i2'));
  expect(keptIdeas(me)).toEqual([idea('i2')]);
});

test.each(['', 'null', '{', '7', '[]'])('what reads "%s" is no idea', (text) => {
  localStorage.setItem(KEY, text);
  expect(keptIdeas(me)).toEqual([]);
});

test('[HI4] one of a version that did not say whether it was removed is there', () => {
  localStorage.setItem(KEY, JSON.stringify({ ...idea('i1'), removed: undefined }));
  expect(keptIdeas(me)).toEqual([idea('i1')]);
});

test('[HI4] a device that lets nothing be kept says so, and stops nothing', () => {
  const forbidden = () => {
    throw new DOMException('no', 'SecurityError');
  };
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(forbidden);
  vi.spyOn(Storage.prototype, 'removeItem').mockImplementation(forbidden);
  expect(keepIdea(me, idea('i1'))).toBe(false);
  expect(() => dropIdea(me, 'i1' as ActionId)).not.toThrow();
  expect(keptIdeas(me)).toEqual([]);
});

test('[HD3] where nothing may be stored an idea lives as long as the page, and closing it asks', () => {
  const store = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  keepIdea(me, idea('i1'));
  expect(keptIdeas(me)).toEqual([idea('i1')]);
  expect(hasKeptIdeas(me)).toBe(true);
  expect(others.flatMap(keptIdeas)).toEqual([]);
  expect(isAskedBeforeClosing()).toBe(true);
  store.mockRestore();
  keepIdea(me, idea('i1', { title: 'Payer tôt' }));
  expect(keptIdeas(me)).toEqual([idea('i1', { title: 'Payer tôt' })]);
  expect(isAskedBeforeClosing()).toBe(false);
});

test('[HD3] and is forgotten with the person', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  keepIdea(me, idea('i1'));
  ownOf(me, 'left').letGo();
  expect(keptIdeas(me)).toEqual([]);
  expect(isAskedBeforeClosing()).toBe(false);
});

const isAskedBeforeClosing = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
