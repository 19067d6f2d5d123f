import * as v from 'valibot';
import { expect, test } from 'vitest';
import { personName } from '../../../server/http/person-name.ts';

test.each([
  ['Ana', 'Ana'],
  ['  Élue   déléguée\n à l’eau ', 'Élue déléguée à l’eau'],
  ['A\u0000n\u001ba\u007f', 'Ana'],
  ['\u202egnimaN\u2066', 'gnimaN'],
  ['A\ud800na', 'Ana'],
  ['Zoé 👩‍🌾', 'Zoé 👩‍🌾'],
  ['\u0000 \t', ''],
  ['\u200b\u00ad…', ''],
  ['é'.repeat(60), 'é'.repeat(60)],
  ['👩'.repeat(60), '👩'.repeat(60)],
  ['é'.repeat(61), undefined],
  [42, undefined],
  [['Ana'], undefined],
])('[HT14] the name %j is kept as %j', (given, kept) => {
  const read = v.safeParse(personName(true), given);
  expect(read.success ? read.output : undefined).toBe(kept);
  expect(v.is(personName(false), given)).toBe(kept !== undefined && kept !== '');
});
