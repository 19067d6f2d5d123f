import { expect, test } from 'vitest';
import { isPlainData } from '../../../server/rooms/board/admit/plain-data.ts';

const nested = (depth: number): unknown => (depth === 0 ? 1 : { in: [nested(depth - 1)] });

test.each([null, 'x', '', 1, 0, true, false, [], {}, [null, ['a']], { a: { b: [1] } }, nested(2)])(
  '[AD4] plain data may stand in a field: %j',
  (value) => expect(isPlainData(value)).toBe(true),
);

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['nothing in an object', { a: undefined }],
  ['a function', () => 1],
  ['a big integer', 1n],
  ['bytes', new Uint8Array(1)],
  ['a date in a list', [new Date(0)]],
  ['an object of no prototype', Object.create(null)],
  ['an object of another prototype', Object.create({ a: 1 })],
  ['what is nested too deep', nested(3)],
])('[AD4] %s is no plain data', (_what, value) => expect(isPlainData(value)).toBe(false));
