/** Lists in one cell. */
import { expect, test } from 'vitest';
import { readMembers } from '../../../shared/import/members.ts';

const twelve = Array.from('abcdefghijkl').join(' ; ');
const codes = new Map([
  ['Eau', 'e'],
  ['Eau ; assainissement', 'ea'],
  ['Voirie, bâtiments', 'vb'],
  ['Voirie', 'v'],
  [twelve, 't'],
]);
const find = (name: string) => codes.get(name);
test.each<[string, readonly string[], readonly string[]]>([
  ['Eau ; Voirie', ['e', 'v'], []],
  ['Eau\nVoirie', ['e', 'v'], []],
  ['Eau ; assainissement ; Voirie', ['ea', 'v'], []],
  ['Voirie, bâtiments ; Eau', ['vb', 'e'], []],
  ['Voirie, Eau', ['v', 'e'], []],
  ['Voirie, Forêts', ['v'], ['Forêts']],
  ['Bois, forêts', [], ['Bois, forêts']],
  [' ; Eau ;; Eau', ['e'], []],
  ['', [], []],
  [twelve, ['t'], []],
  [`${twelve} ; Voirie`, ['t', 'v'], []],
  [`${twelve} ; d`, ['t'], ['d']],
])('[IM9] « %s »', (text, known, unknown) => {
  expect(readMembers(text, find)).toEqual({ codes: known, unknown });
});
