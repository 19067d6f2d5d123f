import { expect, test } from 'vitest';
import { CODE_ALPHABET, readCode, showCode } from '../../../shared/session/entry-code.ts';

test.each([
  ['CDF234', 'CDF234'],
  ['cdf 234', 'CDF234'],
  [' c-d-f 2 3 4 ', 'CDF234'],
  ['CDF\u00a0234', 'CDF234'],
  ['CDF23', undefined],
  ['CDF2345', undefined],
  ['CDF23O', undefined],
  ['', undefined],
  ['constructor', undefined],
])('[LK14] %j is read as %s', (typed, code) => expect(readCode(typed)).toBe(code));

test('[LK14] a code is shown in two groups that are read again', () => {
  expect(showCode('CDF234')).toBe('CDF 234');
  expect(readCode(showCode('CDF234'))).toBe('CDF234');
});

test('[LK8] no two characters of a code can be mistaken for each other', () => {
  for (const pair of ['0O', '1I', '1L', 'IL', '2Z', '5S', '8B', 'UV'])
    expect(
      [...pair].every((one) => CODE_ALPHABET.includes(one)),
      pair,
    ).toBe(false);
  expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length);
});
