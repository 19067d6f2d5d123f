/** One's hidden ideas as they are shown over what the server has. */
import { expect, test } from 'vitest';
import type { Idea, KeptIdea } from '../../../client/state/kept-ideas.ts';
import { type Entry, shownIdeas } from '../../../client/state/shown-ideas.ts';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';

const idea = (id: string, title = id): Idea => ({
  id: id as ActionId,
  priorityId: 'eau' as PriorityId,
  title,
  description: '',
});
const entry = (id: string, change: Partial<KeptIdea & Entry> = {}): [ActionId, Entry] => {
  const { stage = 'waiting', refused, ...text } = change;
  const kept = { ...idea(id), removed: false, sent: [], ...text };
  return [kept.id, { kept, stage, ...(refused && { refused }) }];
};
const shown = (known: readonly Idea[], ...entries: readonly [ActionId, Entry][]) =>
  shownIdeas(known, new Map(entries)).map(({ title, state }) => [title, state.kind]);

test('[HI4] one the server has granted is saved, though its view does not show it yet', () => {
  expect(shown([], entry('a', { stage: 'granted' }))).toEqual([['a', 'saved']]);
});

test.each(['waiting', 'asked'] as const)('[HI4] one that is %s is not saved', (stage) => {
  expect(shown([idea('a', 'Avant')], entry('a', { stage, title: 'Après' }))).toEqual([
    ['Après', 'unsaved'],
  ]);
});

test('[HI6] one that was refused says why, whatever else is known of it', () => {
  const [only] = shownIdeas([], new Map([entry('a', { stage: 'granted', refused: 'step' })]));
  expect(only?.state).toEqual({ kind: 'refused', reason: 'step' });
});

test('[HI4] those the server has keep their order, new ones come after, one removed is gone', () => {
  expect(
    shown(
      [idea('a'), idea('b'), idea('c')],
      entry('new'),
      entry('b', { removed: true }),
      entry('c', { title: 'C' }),
    ),
  ).toEqual([
    ['a', 'saved'],
    ['C', 'unsaved'],
    ['new', 'unsaved'],
  ]);
});
