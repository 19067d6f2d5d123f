/** The table of the form, and numbers as people write them. */
import { expect, test } from 'vitest';
import { formatNumber, parseNumber } from '../../../client/features/action-sheet/number-text.ts';
import { GROUPS, laidOut } from '../../../client/features/action-sheet/sheet-fields.ts';
import { longDay } from '../../../client/state/dates.ts';
import { SHEET_ASKS, USUAL_ASKS } from '../../../shared/board/asked.ts';
import { ACTION_FIELDS } from '../../../shared/board/schema.ts';

test('[SH14] every field of an action that people may edit has its place in the form', () => {
  const editable = Object.entries(ACTION_FIELDS)
    .filter(([, field]) => field.change === 'edit')
    .map(([key]) => key);
  const elsewhere = ['title', 'description', 'status'];
  const placed = GROUPS.flatMap(({ fields }) => fields.map(({ key }) => key));
  expect(placed).toHaveLength(new Set(placed).size);
  expect(new Set([...placed, ...elsewhere])).toEqual(new Set(editable));
});

test('[SH14] whatever a step asks for, each field has its place once, those asked for first and in their order', () => {
  const all = GROUPS.flatMap(({ fields }) => fields.map(({ key }) => key));
  for (const asks of [USUAL_ASKS, SHEET_ASKS, ['levers', 'deadline'] as const]) {
    const { asked, groups } = laidOut(asks);
    expect(asked.map(({ key }) => key)).toEqual(asks);
    const rest = groups.flatMap(({ fields }) => fields.map(({ key }) => key));
    const placed = [...asked.map(({ key }) => key), ...rest];
    expect(placed).toHaveLength(all.length);
    expect(new Set(placed)).toEqual(new Set(all));
  }
});

test.each<[string, 'fr' | 'en', number | null]>([
  ['12,5', 'fr', 12.5],
  ['12.5', 'fr', 12.5],
  ['1 234,5', 'fr', 1234.5],
  ['1\u202F234\u00A0567', 'fr', 1234567],
  ['−3', 'fr', -3],
  ['-0,25', 'fr', -0.25],
  ['1,2,3', 'fr', null],
  ['80 %', 'fr', null],
  ['', 'fr', null],
  ['1e3', 'fr', null],
  ['1,234.5', 'en', 1234.5],
  ['.5', 'en', 0.5],
])('[SH15] « %s » in %s is %s', (text, language, expected) =>
  expect(parseNumber(text, language)).toBe(expected),
);

test.each([0, -0.125, 12.5, 1_234_567.89, 1e15])(
  '[SH15] %d is read back from how it is shown',
  (value) => {
    for (const language of ['fr', 'en'] as const)
      expect(parseNumber(formatNumber(value, language), language)).toBe(value);
  },
);

test('[SH15] a day is written in words', () => {
  expect(longDay('2026-06-30', 'fr')).toBe('30 juin 2026');
  expect(longDay('2026-01-01', 'en')).toBe('January 1, 2026');
});
