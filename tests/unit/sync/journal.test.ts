import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { isSaved, NO_COUNTS } from '../../../client/sync/connection.ts';
import { createJournal } from '../../../client/sync/journal.ts';
import { pathKey } from '../../../shared/board/work/path.ts';

const title = (id: string) => ({ path: ['actions', id, 'title'] });
/** A journal, and the notes that lie beside the copy. */
function open(notes = new Map<string, unknown>(), client = 7) {
  const journal = createJournal(client, (key, value, was) => {
    if (value !== undefined) notes.set(key, value);
    else if (was === undefined || isDeepStrictEqual(notes.get(key), was)) notes.delete(key);
  });
  return { journal, notes };
}

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

describe('what is not acknowledged', () => {
  test('[CO2] an action is marked until the frame that carries its last change is acknowledged', () => {
    const { journal } = open();
    journal.touch([title('a')], 2);
    journal.touch([title('b')], 3);
    journal.saved(2);
    expect([...journal.actions()]).toEqual(['b']);
    journal.touch([title('a')], 4);
    journal.saved(3);
    expect([...journal.actions()]).toEqual(['a']);
    journal.saved(4);
    expect(journal.actions().size).toBe(0);
  });

  test('[CO2] what was sent on a lost connection waits for the answer on the next one', () => {
    const { journal } = open();
    journal.touch([title('a')], 7);
    journal.disconnected();
    journal.touch([title('b')], null);
    journal.saved(9);
    expect(journal.actions().size).toBe(2);
    journal.resent(1);
    journal.saved(1);
    expect(journal.actions().size).toBe(0);
  });

  test('[CO2] the set keeps its identity while nothing changes', () => {
    const { journal } = open();
    journal.touch([title('a')], 1);
    const before = journal.actions();
    journal.touch([], 2);
    journal.touch([title('a')], 2);
    journal.saved(0);
    expect(journal.actions()).toBe(before);
  });

  test('[KW6] the next page goes on with what was noted, and takes the notes away once it is saved', () => {
    const { journal, notes } = open();
    journal.touch([{ path: ['actions', 'a', 'title'], base: 'Avant' }], null);
    journal.touch([{ path: ['actions', 'a', 'means'] }], null);
    const next = open(notes, 8).journal;
    next.resume(new Map(notes));
    expect(next.places()).toEqual([
      { path: ['actions', 'a', 'title'], base: 'Avant' },
      { path: ['actions', 'a', 'means'] },
    ]);
    expect([...next.clients()]).toEqual([7]);
    next.touch([title('a')], null);
    next.resent(1);
    next.saved(1);
    expect(next.places()).toEqual([]);
    expect([...notes.keys()]).toEqual(['client 7', 'client 8']);
  });

  test('[KW6] a page takes away nothing that another, still open, has written since it was read', () => {
    const notes = new Map<string, unknown>();
    const theirs = open(notes, 7).journal;
    theirs.touch([title('a'), title('b')], null);
    const mine = open(notes, 8).journal;
    mine.resume(new Map(notes));
    theirs.touch([title('a')], null);
    mine.resent(1);
    mine.saved(1);
    expect(mine.places()).toEqual([]);
    const next = open(notes, 9).journal;
    next.resume(new Map(notes));
    expect(next.places()).toEqual([title('a')]);
  });

  test('[KW6] notes that are none of ours, or damaged, are passed over', () => {
    const { journal } = open();
    journal.resume(
      new Map<string, unknown>([
        ['touched 1 x', 5],
        ['unreadable 3', 'bytes'],
      ]),
    );
    expect(journal.places()).toEqual([]);
  });

  test('[KW4] a text remembers what others know of it, also after they changed it', () => {
    const { journal, notes } = open();
    const path = ['actions', 'a', 'title'];
    // « Un mot. » here became « Un mot. À moi. »; others then put « Bien » before it.
    journal.touch([{ path, base: 'Un mot.' }], null);
    journal.others([{ path, base: 'Un mot. À moi.' }], () => 'Bien. Un mot. À moi.');
    expect(journal.places()).toEqual([{ path, base: 'Bien. Un mot.' }]);
    expect(notes.get(`touched 7 ${pathKey(path)}`)).toMatchObject({ path, base: 'Bien. Un mot.' });
  });
});
