import { expect, test } from 'vitest';
import {
  integer,
  isDay,
  isLanguage,
  isLevel,
  isNumber,
  isTermList,
  isTime,
  isTrue,
  oneOf,
  string,
} from '../../../shared/board/checks.ts';
import { clip, isBlank, singleLine, splitsPair, wellFormed } from '../../../shared/board/text.ts';
import { isId, newId } from '../../../shared/ids.ts';
import { AMBITIONS } from '../../../shared/vocabulary/action.ts';

const term = { code: 'lever', fr: 'Levier', en: 'Lever' };
const tooMany = Array.from({ length: 201 }, () => term);

test.each<[check: string, is: (value: unknown) => boolean, yes: unknown[], no: unknown[]]>([
  [
    'a string of at most 3',
    string(3),
    ['', 'abc', '😀'],
    ['abcd', '😀😀', 3, null, undefined, ['a']],
  ],
  ['an integer from 1 to 3', integer(1, 3), [1, 3], [0, 4, 1.5, Number.NaN, '1', 1n, null]],
  ['a number', isNumber, [0, -0, -1.5, 1e300], [Number.NaN, Number.POSITIVE_INFINITY, '1', 1n]],
  ['a level', isLevel, [1, 2, 3], [0, 4, '1', true]],
  ['true', isTrue, [true], [false, 1, 'true', null]],
  [
    'a day',
    isDay,
    ['2024-02-29', '2000-02-29', '2023-12-31', '0100-01-01', '9999-12-31'],
    [
      '2023-02-29',
      '1900-02-29',
      '2024-02-30',
      '2024-04-31',
      '2024-13-01',
      '2024-00-10',
      '2024-01-00',
    ],
  ],
  [
    'a day',
    isDay,
    [],
    [
      '0099-01-01',
      '0000-01-01',
      '2024-1-1',
      '24-01-01',
      ' 2024-01-01',
      '2024-01-01\n',
      '٢٠٢٤-01-01',
      20240101,
      null,
    ],
  ],
  [
    'a time',
    isTime,
    ['00:00', '09:05', '23:59'],
    ['24:00', '9:05', '109:05', '09:60', '09:05:00', '09h05', 9, null],
  ],
  [
    'a language',
    isLanguage,
    ['fr', 'fr-BE', 'gsw', 'zh-Hant-TW-x1'],
    ['FR', 'f', ' fr', 'fr_BE', 'fr-', 'fr-B', 'frfr', 'fr-a1-b2-c3-d4', '', 12],
  ],
  ['an ambition', oneOf(AMBITIONS), ['legal', 'roll-out'], ['Conformité', 'toString', '', null]],
  [
    'a list of terms',
    isTermList,
    [
      [],
      [term],
      [{ ...term, help: 'Une phrase.' }],
      [{ ...term, fr: 'x'.repeat(300) }],
      tooMany.slice(1),
    ],
    [
      tooMany,
      [null],
      ['lever'],
      [[]],
      term,
      [{ code: 'lever', fr: 'Levier' }],
      [{ ...term, fr: '' }],
    ],
  ],
  [
    'a list of terms',
    isTermList,
    [],
    [
      [{ ...term, code: '__proto__' }],
      [{ ...term, fr: 'x'.repeat(301) }],
      [{ ...term, help: 42 }],
      [{ ...term, more: 'x' }],
      [{ ...term, en: '\uD800' }],
    ],
  ],
  [
    'an identifier',
    isId,
    ['a', 'p1-01', 'A.b:c_d', '0', 'x'.repeat(64), newId()],
    ['', '__proto__', '-a', '.a', 'a b', 'é', 'x'.repeat(65), 'a/b', 'a\n', 1, null, ['a']],
  ],
])('[BD1] %s', (_what, is, yes, no) => {
  expect(yes.filter((value) => !is(value))).toEqual([]);
  expect(no.filter((value) => is(value))).toEqual([]);
});

test('[BD1] new identifiers differ', () => {
  expect(new Set(Array.from({ length: 1_000 }, () => newId())).size).toBe(1_000);
});

test.each([
  ['élu', 'élu'],
  ['😀', '😀'],
  ['a\uD83D', 'a\uFFFD'],
  ['\uDE00b', '\uFFFDb'],
  ['\uDE00\uD83D', '\uFFFD\uFFFD'],
  ['👩‍🔧 \u202Eabc\u0000', '👩‍🔧 \u202Eabc\u0000'],
])('[BD9] %j is kept as %j', (text, expected) => expect(wellFormed(text)).toBe(expected));

test.each([
  ['  Réserver\r\ndes heures \u2028', 'Réserver des heures'],
  ['\uD800', '\uFFFD'],
])('[BD9] the title %j is %j', (text, expected) => expect(singleLine(text)).toBe(expected));

test.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'abc'],
  ['ab😀', 3, 'ab'],
  ['a😀b', 3, 'a😀'],
  ['😀', 1, ''],
])('[BD9] %j cut at %s is %j', (text, max, expected) => expect(clip(text, max)).toBe(expected));

test('[BD9] a place inside a character is known', () => {
  expect([0, 1, 2, 3, 4].filter((index) => splitsPair('a😀b', index))).toEqual([2]);
  expect([0, 1, 2].filter((index) => splitsPair('\uDE00\uD83D', index))).toEqual([]);
});

test.each([
  ['', true],
  [' \t\r\n\u00A0\u2003', true],
  ['\u200B\u200D\u2060\uFEFF\u00AD', true],
  ['\u202E\u200F\u061C', true],
  ['\u2800\u3164', true],
  ['\u0000\u001F\u0085', true],
  ['\uFE0F', true],
  ['.', false],
  ['\u200Ba', false],
  ['👩‍🔧', false],
  ['\uFFFD', false],
])('[BD10] nothing is to be seen in %j: %s', (text, expected) =>
  expect(isBlank(text)).toBe(expected),
);
