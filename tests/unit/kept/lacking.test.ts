/** What another epoch left, counted in words. */
import { expect, test } from 'vitest';
import { countsOf, splitLacking } from '../../../client/features/kept/lacking.ts';
import type { KeptWork } from '../../../client/sync/kept/kept-work.ts';
import { keptEn } from '../../../shared/text/en/kept.ts';
import { fr } from '../../support/words.ts';

const item = (work: object, why: KeptWork['why'] = 'other-epoch') => ({ work, why }) as KeptWork;

test.each([
  [{ actions: 12, texts: 31, others: 0 }, '12 actions et 31 textes', '12 actions and 31 texts'],
  [
    { actions: 12, texts: 31, others: 4 },
    '12 actions, 31 textes et 4 autres changements',
    '12 actions, 31 texts and 4 other changes',
  ],
  [
    { actions: 1, texts: 1, others: 1 },
    '1 action, 1 texte et 1 autre changement',
    '1 action, 1 text and 1 other change',
  ],
  [{ actions: 0, texts: 1, others: 0 }, '1 texte', '1 text'],
  [{ actions: 0, texts: 0, others: 1 }, '1 changement', '1 change'],
  [{ actions: 0, texts: 0, others: 2 }, '2 changements', '2 changes'],
  [
    { actions: 2, texts: 0, others: 2 },
    '2 actions et 2 autres changements',
    '2 actions and 2 other changes',
  ],
])('[KW25] %j is said in words', (counts, inFrench, inEnglish) => {
  expect(fr.kept.lacking(counts)).toBe(`Cette page contient ${inFrench} que le tableau n’a pas.`);
  expect(keptEn.lacking(counts)).toBe(`This page holds ${inEnglish} that the board lacks.`);
});

test('[KW25] written fields are texts; what is moved, chosen, emptied or said about an action is not', () => {
  const path = ['actions', 'a'];
  const items = [
    { kind: 'created', path: ['actions', 'n'], values: { title: 'Neuve' } },
    { kind: 'text', path: [...path, 'title'], text: 'Mieux' },
    { kind: 'value', path: [...path, 'means'], value: 'Deux cuves' },
    { kind: 'value', path: [...path, 'indicators', 'i', 'label'], value: 'Mètres cubes' },
    { kind: 'value', path: ['board', 'title'], value: 'Achats' },
    { kind: 'text', path: [...path, 'description'], text: '' },
    { kind: 'value', path: [...path, 'means'] },
    { kind: 'value', path: [...path, 'deadline'], value: '2027-01-01' },
    { kind: 'value', path: [...path, 'discarded'], value: true },
    { kind: 'member', path: [...path, 'levers', 'levier-1'], present: true },
    { kind: 'place', path, priorityId: 'jobs', rank: 'a1' },
    { kind: 'created', path: [...path, 'indicators', 'j'], values: { label: 'Part' } },
    { kind: 'created', path: ['comments', 'c'], values: { actionId: 'a', text: 'Un mot' } },
    { kind: 'created', path: ['priorities', 'p'], values: { title: 'Air' } },
    { kind: 'removed', path: [...path, 'constraints', 'c'] },
  ].map((work) => item(work));
  expect(countsOf(items)).toEqual({ actions: 1, texts: 4, others: 10 });
});

test('[KW25] only who leads is told so, and only of another epoch', () => {
  const items = [
    item({ kind: 'text', path: ['actions', 'a', 'title'], text: 'Un' }),
    item({ kind: 'text', path: ['actions', 'b', 'title'], text: 'Deux' }, 'step'),
  ];
  expect(splitLacking(items, true)).toEqual({ lacking: [items[0]], rest: [items[1]] });
  expect(splitLacking(items, false)).toEqual({ lacking: [], rest: items });
});
