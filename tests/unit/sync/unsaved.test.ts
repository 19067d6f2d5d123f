import { describe, expect, test } from 'vitest';
import { isSaved, NO_COUNTS } from '../../../client/sync/connection.ts';
import { createUnsavedActions } from '../../../client/sync/unsaved.ts';
import { newId } from '../../../shared/ids.ts';

const [a, b] = [newId<'action'>(), newId<'action'>()];

describe('what is saved', () => {
  test.each([
    ['nothing was asked yet', NO_COUNTS, false],
    ['the answer is on its way', { sent: 1, saved: 0, complete: 1 }, false],
    ['the answer is acknowledged', { sent: 1, saved: 1, complete: 1 }, true],
    ['a later change is on its way', { sent: 2, saved: 1, complete: 1 }, false],
    [
      'an edit was acknowledged before the question came',
      { sent: 1, saved: 1, complete: 0 },
      false,
    ],
  ])('[CO1] when %s, saved is said: %s', (_when, counts, saved) => {
    expect(isSaved(counts)).toBe(saved);
  });
});

describe('actions that are not saved', () => {
  test('[CO2] an action is marked until the frame that carries its last change is acknowledged', () => {
    const unsaved = createUnsavedActions();
    unsaved.touch([a], 2);
    unsaved.touch([b], 3);
    unsaved.saved(2);
    expect([...unsaved.ids()]).toEqual([b]);
    unsaved.touch([a], 4);
    unsaved.saved(3);
    expect([...unsaved.ids()]).toEqual([a]);
    unsaved.saved(4);
    expect(unsaved.ids().size).toBe(0);
  });

  test('[CO2] what was sent on a lost connection waits for the answer on the next one', () => {
    const unsaved = createUnsavedActions();
    unsaved.touch([a], 7);
    unsaved.disconnected();
    unsaved.touch([b], null);
    unsaved.saved(9);
    expect(unsaved.ids().size).toBe(2);
    unsaved.resent(1);
    unsaved.saved(1);
    expect(unsaved.ids().size).toBe(0);
  });

  test('[CO2] the set keeps its identity while nothing changes', () => {
    const unsaved = createUnsavedActions();
    unsaved.touch([a], 1);
    const before = unsaved.ids();
    unsaved.touch([], 2);
    unsaved.saved(0);
    expect(unsaved.ids()).toBe(before);
  });
});
