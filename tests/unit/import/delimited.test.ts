/** Which letters, which separator, which lines: slips here spoil a whole table. */
import { expect, test } from 'vitest';
import { decodeText, readDelimited } from '../../../shared/import/delimited.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

test.each<[string, Uint8Array, string | undefined]>([
  ['every sign that ISO 8859-1 lacks', bytes(0x80, 0x8c, 0x92, 0x9c, 0x9f), '€Œ’œŸ'],
  ['UTF-8 beyond the plane', bytes(0xf0, 0x9f, 0x8c, 0x8a), '🌊'],
  ['a zero at the start', bytes(0x61, 0x00, 0xe9), undefined],
  ['half a mark', bytes(0xff, 0x61), 'ÿa'],
  ['the other half', bytes(0xfe, 0x61), 'þa'],
])('[IM2] %s', (_what, given, text) => {
  expect(decodeText(given)).toBe(text);
});

test('[IM2] a zero is looked for in the first 8,192 bytes alone', () => {
  const text = new Uint8Array(9_000).fill(0x61);
  expect(decodeText(text.map((byte, at) => (at === 8_191 ? 0 : byte)))).toBeUndefined();
  expect(decodeText(text.map((byte, at) => (at === 8_192 ? 0 : byte)))).toHaveLength(9_000);
});

test.each<[string, string, readonly (readonly string[])[]]>([
  ['an announced separator', 'sep=|\r\na|b;c\r\n', [['a', 'b;c'], ['']]],
  ['an announced separator after a mark', '\uFEFFsep=;\na;b', [['a', 'b']]],
  [
    'a mark alone',
    '\uFEFFa;b\nc;d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['one line of two cells', 'a;b', [['a', 'b']]],
  ['one line of words and a comma', 'a, b', [['a', ' b']]],
  [
    'as many of each: the wider one',
    'a;b,c,d\ne;f,g,h',
    [
      ['a;b', 'c', 'd'],
      ['e;f', 'g', 'h'],
    ],
  ],
  [
    'tabs before others, all equal',
    'a\tb;c\nd\te;f',
    [
      ['a', 'b;c'],
      ['d', 'e;f'],
    ],
  ],
  [
    'a separator in less than half of the lines',
    'un\ndeux\ntrois;x',
    [['un'], ['deux'], ['trois;x']],
  ],
  ['a separator in half of them', 'a;b\nc;d\nun\ndeux', [['a', 'b'], ['c', 'd'], ['un'], ['deux']]],
  ['nothing', '', []],
])('[IM1] %s', (_what, text, rows) => {
  expect(readDelimited(text).rows).toEqual(rows);
});

test('[IM1] an open quote is told with its record, a closed one is not', () => {
  expect(readDelimited('"a";b\n"c;d')).toMatchObject({ openQuoteLine: 2 });
  expect(readDelimited('"a";b\n"c";d')).not.toHaveProperty('openQuoteLine');
});

test.each<[what: string, text: string, rows: readonly (readonly string[])[]]>([
  [
    'two paragraphs',
    'P\tA\tD\tS\nEau\tUn\tPremier\nDeuxième\tDSI\nEau\tDeux\tx\tRH',
    [
      ['P', 'A', 'D', 'S'],
      ['Eau', 'Un', 'Premier\nDeuxième', 'DSI'],
      ['Eau', 'Deux', 'x', 'RH'],
    ],
  ],
  [
    'three of them, the last cell among them',
    'P\tA\tD\nEau\tUn\tPremier\nEau\tDeux\ta\nEmploi\tTrois\tx',
    [
      ['P', 'A', 'D'],
      ['Eau', 'Un', 'Premier'],
      ['Eau', 'Deux', 'a'],
      ['Emploi', 'Trois', 'x'],
    ],
  ],
  [
    'a line that is short for another reason',
    'P\tA\tD\tS\nEau\tUn\nEau\tDeux\tx\tRH\nEau\tTrois\ty\tRH',
    [
      ['P', 'A', 'D', 'S'],
      ['Eau', 'Un'],
      ['Eau', 'Deux', 'x', 'RH'],
      ['Eau', 'Trois', 'y', 'RH'],
    ],
  ],
  [
    'a title above',
    'Plan\nP\tA\tD\nEau\tUn\tx\nEau\tDeux\ty',
    [['Plan'], ['P', 'A', 'D'], ['Eau', 'Un', 'x'], ['Eau', 'Deux', 'y']],
  ],
])('[IM33] %s', (_what, text, rows) => {
  expect(readDelimited(text).rows).toEqual(rows);
});
