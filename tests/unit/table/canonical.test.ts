/** What a cell says, whatever format or program wrote it. */
import { describe, expect, test } from 'vitest';
import { canonical, dayIn, linesOf, numberIn, textOf } from '../../../shared/table/canonical.ts';
import type { TableCell } from '../../../shared/table/cell.ts';
import type { ColumnKind } from '../../../shared/table/columns.ts';

describe('days', () => {
  test.each<[TableCell | undefined, string | undefined]>([
    ['2027-03-12', '2027-03-12'],
    ['2027/3/1', '2027-03-01'],
    [' 2027-03-12T14:30 ', '2027-03-12'],
    ['2027-03-12 14:30', '2027-03-12'],
    ['12/03/2027', '2027-03-12'],
    ['1.3.27', '2027-03-01'],
    ['12-03-2027', '2027-03-12'],
    ['29/02/2028', '2028-02-29'],
    ['29/02/2027', undefined],
    ['2027-13-01', undefined],
    ['12/03/027', undefined],
    ['le 12/03/2027', undefined],
    ['12/03/2027 matin', undefined],
    ['', undefined],
    [true, undefined],
    [null, undefined],
    [undefined, undefined],
  ])('[IM12] %j is the day %s', (cell, day) => {
    expect(dayIn(cell)).toBe(day);
  });

  test.each<[TableCell, string | undefined]>([
    [45_000, '2023-03-15'],
    [45_000.25, '2023-03-15'],
    [45_000.75, '2023-03-15'],
    ['45000', '2023-03-15'],
    ['45000.99', '2023-03-15'],
    [10_000, '1927-05-18'],
    [9_999, undefined],
    [80_000, '2119-01-11'],
    [80_001, undefined],
    ['9999', undefined],
    ['450000', undefined],
  ])('[IM4] %j days of a spreadsheet, whatever the hour, are %s', (cell, day) => {
    expect(dayIn(cell)).toBe(day);
  });
});

test.each<[TableCell | undefined, number | undefined]>([
  [12.5, 12.5],
  ['12,5', 12.5],
  ['12.5', 12.5],
  [',5', 0.5],
  ['12,', 12],
  ['1 234,5', 1234.5],
  ['1\u202F200\u00A0€', 1200],
  ['30 %', 30],
  ['\u22125', -5],
  ["'-5", -5],
  ['+5', 5],
  ['1e3', 1000],
  ['1e400', undefined],
  ['30 %%', undefined],
  ['1,2,3', undefined],
  [',', undefined],
  ['trente', undefined],
  ['', undefined],
  [Number.POSITIVE_INFINITY, undefined],
  [true, undefined],
  [null, undefined],
  [undefined, undefined],
])('[IM12] %j is the number %s', (cell, value) => {
  expect(numberIn(cell)).toBe(value);
});

test.each<[string, TableCell, ColumnKind, string]>([
  ['spaces', '  un \t lot ', 'text', 'un lot'],
  ['line ends', 'un\r\ndeux\rtrois\u2028quatre', 'multiline', 'un\ndeux\ntrois\nquatre'],
  ['empty lines at the end', 'un\n\ndeux\n\n', 'multiline', 'un\n\ndeux'],
  ['accents in two characters', 'e\u0301te\u0301', 'text', '\u00E9t\u00E9'],
  ['the apostrophe before a formula', "'=1+1", 'text', '=1+1'],
  ['another apostrophe', "'un", 'text', "'un"],
  ['a number', '1 200,50', 'number', '1200.5'],
  ['a number that is a text', '1 200,50', 'text', '1 200,50'],
  ['what is no number', 'douze', 'number', 'douze'],
  ['a day', '1.3.27', 'date', '2027-03-01'],
  ['a day that is a text', '1.3.27', 'text', '1.3.27'],
  ['lines of numbers', '1,0\n\n2', 'number', '1\n\n2'],
])('[IM12] %s: %j in a column of kind %s compares as %j', (_what, cell, kind, told) => {
  expect(canonical(cell, kind)).toBe(told);
});

test('[IM12] a cell that is not there has no line, and says nothing', () => {
  expect([linesOf(undefined), linesOf(null), linesOf(''), linesOf(0)]).toEqual([
    [],
    [],
    [''],
    ['0'],
  ]);
  expect([textOf(undefined), textOf(null), textOf(' \n ')]).toEqual(['', '', '']);
  expect(textOf("'=1+1\r\n'@x\n'un")).toBe("=1+1\n@x\n'un");
});
