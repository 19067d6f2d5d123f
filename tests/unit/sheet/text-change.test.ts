/** Replacements, compared with what they make of texts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyChange,
  changeBetween,
  rebase,
  shiftIndex,
  shiftRange,
} from '../../../shared/board/text-change.ts';
import type { TextChange } from '../../../shared/board/text-handle.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '😀', '😁', '👩‍🌾') });

describe('changeBetween', () => {
  test('[TX1] the difference leads from one text to the other, wherever the caret is', () =>
    fc.assert(
      fc.property(letters, letters, fc.nat(40), (before, after, caret) => {
        const change = changeBetween(before, after, Math.min(caret, after.length));
        expect(change ? applyChange(before, change) : before).toBe(after);
      }),
    ));

  test.each<[string, string, number, TextChange]>([
    ['aaaa', 'aaaaa', 3, { index: 2, removed: 0, inserted: 'a' }],
    ['aaaa', 'aaa', 1, { index: 1, removed: 1, inserted: '' }],
    ['elle', 'ellle', 3, { index: 2, removed: 0, inserted: 'l' }],
    ['un deux', 'un trois', 8, { index: 3, removed: 4, inserted: 'trois' }],
    ['', 'é', 1, { index: 0, removed: 0, inserted: 'é' }],
  ])('[TX1] from « %s » to « %s » with the caret at %i', (before, after, caret, change) =>
    expect(changeBetween(before, after, caret)).toEqual(change),
  );

  test('[TX2] a pair that changes by one half is replaced whole', () => {
    expect(changeBetween('a😀b', 'a😁b')).toEqual({ index: 1, removed: 2, inserted: '😁' });
    // 🀀 and 😀 share their second half.
    expect(changeBetween('🀀', '😀')).toEqual({ index: 0, removed: 2, inserted: '😀' });
  });

  test('[TX2] no half of a character is ever removed or inserted', () =>
    fc.assert(
      fc.property(letters, letters, fc.nat(40), (before, after, caret) => {
        const change = changeBetween(before, after, Math.min(caret, after.length));
        if (!change) return;
        expect(change.inserted).not.toMatch(/\p{Surrogate}/u);
        expect(before.slice(change.index, change.index + change.removed)).not.toMatch(
          /\p{Surrogate}/u,
        );
      }),
    ));
});

describe('a place in a text that changes', () => {
  test.each<[number, TextChange, number]>([
    [3, { index: 1, removed: 0, inserted: 'xy' }, 5],
    [3, { index: 3, removed: 0, inserted: 'xy' }, 3],
    [3, { index: 5, removed: 0, inserted: 'xy' }, 3],
    [3, { index: 1, removed: 1, inserted: '' }, 2],
    [3, { index: 1, removed: 4, inserted: '' }, 1],
    [3, { index: 1, removed: 4, inserted: 'xy' }, 1],
  ])('[TX3] the caret at %i, after %o, is at %i', (index, change, expected) =>
    expect(shiftIndex(index, change)).toBe(expected),
  );

  test('[TX3] what others insert at the ends of a selection stays outside of it', () => {
    expect(shiftRange([2, 4], { index: 2, removed: 0, inserted: 'xx' })).toEqual([4, 6]);
    expect(shiftRange([2, 4], { index: 4, removed: 0, inserted: 'xx' })).toEqual([2, 4]);
    expect(shiftRange([2, 4], { index: 3, removed: 0, inserted: 'xx' })).toEqual([2, 6]);
    expect(shiftRange([2, 4], { index: 0, removed: 9, inserted: '' })).toEqual([0, 0]);
  });
});

/** A text whose letters are all different, so that each can be followed. */
const distinct = Array.from({ length: 12 }, (_, index) => String.fromCharCode(97 + index)).join('');

const changesOf = (capital: string, length: number) =>
  fc.tuple(fc.nat(length), fc.nat(4), fc.nat(2)).map(([index, removed, inserted]) => ({
    index,
    removed: Math.min(removed, length - index),
    inserted: capital.repeat(inserted),
  }));

describe('rebase', () => {
  test('[TX4] a change said again removes exactly its letters, and inserts its own once', () =>
    fc.assert(
      fc.property(
        changesOf('X', distinct.length),
        fc.array(changesOf('Y', 8), { maxLength: 4 }),
        (own, others) => {
          const valid = others.filter(
            ({ index, removed }) => index + removed <= distinct.length - 4 * 4,
          );
          const theirs = valid.reduce(applyChange, distinct);
          const result = rebase(own, valid).reduce(applyChange, theirs);
          const removed = distinct.slice(own.index, own.index + own.removed);
          const expected = [...theirs].filter((letter) => !removed.includes(letter)).join('');
          expect([...result].filter((letter) => letter !== 'X').join('')).toBe(expected);
          expect(result.split(own.inserted).length > 1).toBe(true);
          expect([...result].filter((letter) => letter === 'X')).toHaveLength(own.inserted.length);
        },
      ),
    ));

  test('[TX4] what somebody inserted amid the removed letters is kept', () => {
    const steps = rebase({ index: 1, removed: 4, inserted: '!' }, [
      { index: 3, removed: 0, inserted: 'YY' },
    ]);
    expect(steps.reduce(applyChange, 'abcYYdefg')).toBe('a!YYfg');
  });

  test('[TX4] text replaced by others at the same place is left to them', () => {
    const steps = rebase({ index: 1, removed: 3, inserted: 'X' }, [
      { index: 0, removed: 2, inserted: 'YY' },
    ]);
    expect(steps.reduce(applyChange, 'YYcdefg')).toBe('XYYefg');
  });
});
