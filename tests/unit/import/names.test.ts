/** Priorities, directions, actors and policies, as people call them in a cell. */
import { expect, test } from 'vitest';
import { createNames, type NamedRoot } from '../../../shared/import/names.ts';
import { boardOf, fileOf, readFile, workshopOf } from '../../support/workshop-file.ts';

const names = createNames(
  boardOf(
    workshopOf(
      readFile(
        fileOf([], {
          priorities: [
            { id: 'p1', position: 1, title: 'Eau' },
            { id: 'p2', position: 2, title: 'Axe 3' },
            { id: 'p3', position: 3, title: '2027' },
          ],
          directions: [
            { id: 'd1', name: 'Voirie', abbreviation: 'DV' },
            { id: 'd2', name: 'DV' },
            { id: 'd3' },
          ],
          externalActors: [
            { id: 'a1', name: 'CCI' },
            { id: 'a2', name: 'cci' },
          ],
          publicPolicies: [{ id: 'q1', name: 'Plan climat', shortName: 'PCAET' }],
        }),
      ),
    ),
  ),
);

test.each<[NamedRoot, string, string | undefined]>([
  ['priorities', 'eau', 'p1'],
  ['priorities', '1', 'p1'],
  ['priorities', 'Axe 1', 'p1'],
  ['priorities', '2. Eau', 'p1'],
  ['priorities', '9 – eau', 'p1'],
  ['priorities', '2. Mars', undefined],
  ['priorities', 'Axe 3', 'p2'],
  ['priorities', 'axe 3 : Eau', 'p1'],
  ['priorities', '2027', 'p3'],
  ['priorities', '0', undefined],
  ['priorities', '4', undefined],
  ['priorities', '100', undefined],
  ['priorities', '', undefined],
  ['directions', 'voirie', 'd1'],
  ['directions', 'dv', 'd2'],
  ['directions', 'd3', 'd3'],
  ['actors', 'CCI', 'a1'],
  ['actors', 'a2', 'a2'],
  ['policies', 'pcaet', 'q1'],
  ['policies', 'Plan  Climat', 'q1'],
  ['policies', 'Plan', undefined],
])('[IM6] among %s « %s » is %s', (root, text, id) => {
  expect(names[root](text)).toBe(id);
});
