import { expect, test } from 'vitest';
import { readPresence } from '../../../client/sync/presence.ts';

test.each<[string, unknown, object]>([
  ['a text', 'hello', {}],
  ['null', null, {}],
  ['an id that is none', { actionId: '__proto__', holding: 7 }, {}],
  ['an unknown field', { actionId: 'a1', field: 'votes' }, { actionId: 'a1' }],
  ['half a caret', { anchor: 1 }, {}],
  [
    'a whole state with more than we know',
    { actionId: 'a1', field: 'title', anchor: 1, head: 2, holding: 'a2', name: 'Somebody else' },
    { actionId: 'a1', field: 'title', anchor: 1, head: 2, holding: 'a2' },
  ],
  [
    'the page of a screen',
    { projection: { page: 2, pages: 9 } },
    { projection: { page: 2, pages: 9 } },
  ],
  [
    'a page that is none',
    { projection: { page: -1, pages: 9 }, actionId: 'a1' },
    { actionId: 'a1' },
  ],
])('[CO3] presence written by another page is checked: %s', (_what, state, expected) => {
  expect(readPresence(new Map([[1, state]]), 2).get(1)).toEqual(expected);
});

test('[CO3] one’s own presence is left out', () => {
  expect([
    ...readPresence(
      new Map([
        [1, {}],
        [2, {}],
      ]),
      2,
    ).keys(),
  ]).toEqual([1]);
});
