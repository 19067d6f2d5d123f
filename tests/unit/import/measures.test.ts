/** Lines of indicators, and what leads from those of an action to those of a file. */
import { expect, test } from 'vitest';
import type { Indicator } from '../../../shared/board/schema.ts';
import type { PartId } from '../../../shared/ids.ts';
import {
  indicatorsFrom,
  type Measure,
  measureEdits,
  measuresOf,
} from '../../../shared/import/measures.ts';

const part = (id: string) => id as PartId;
const indicators: readonly Indicator[] = [
  {
    id: part('i1'),
    label: 'Part',
    baseline: 1,
    targets: [
      { id: part('t1'), value: 10, date: '2027-01-01' },
      { id: part('t2'), value: 20 },
    ],
  },
  { id: part('i2'), label: 'Nombre', targets: [] },
];
const before: readonly Measure[] = [
  { label: 'Part', baseline: 1, value: 10, date: '2027-01-01' },
  { label: 'Part', baseline: 1, value: 20 },
  { label: 'Nombre' },
];
/** The lines after somebody changed one of them. */
const changed = (at: number, values: Measure | undefined) =>
  before.map((line, place) => (place === at ? (values ?? {}) : line));

test('[EX4] a line stands for each target, or for an indicator without any', () => {
  expect(measuresOf(indicators)).toEqual(before);
});

test.each<[string, readonly Measure[], readonly object[]]>([
  ['nothing', [], []],
  ['empty lines', [{}, {}], []],
  ['a name alone', [{ label: 'a' }], [{ label: 'a', targets: [] }]],
  [
    'a line like the one above',
    [
      { label: 'a', value: 1 },
      { label: 'a', value: 2 },
    ],
    [{ label: 'a', targets: [{ value: 1 }, { value: 2 }] }],
  ],
  [
    'a target without a name',
    [{ label: 'a', value: 1 }, { value: 2 }],
    [{ label: 'a', targets: [{ value: 1 }, { value: 2 }] }],
  ],
  [
    'another unit',
    [
      { label: 'a', unit: 'k', value: 1 },
      { label: 'a', unit: 'm', value: 2 },
    ],
    [
      { label: 'a', unit: 'k', targets: [{ value: 1 }] },
      { label: 'a', unit: 'm', targets: [{ value: 2 }] },
    ],
  ],
  [
    'the same name twice and no target',
    [{ label: 'a' }, { label: 'a' }],
    [
      { label: 'a', targets: [] },
      { label: 'a', targets: [] },
    ],
  ],
  [
    'the same name before and after its target',
    [{ label: 'a' }, { label: 'a', value: 1 }, { label: 'a' }],
    [
      { label: 'a', targets: [] },
      { label: 'a', targets: [{ value: 1 }] },
      { label: 'a', targets: [] },
    ],
  ],
  ['a target at first', [{ value: 2 }], [{ targets: [{ value: 2 }] }]],
])('[EX4] lines with %s are read as indicators', (_what, measures, made) => {
  expect(indicatorsFrom(measures)).toEqual(made);
});

const target = { partId: 'i1', targetId: 't1' };
test.each<[string, readonly Measure[], readonly object[]]>([
  ['as they were', before, []],
  [
    'the value of a target',
    changed(0, { ...before[0], value: 11 }),
    [{ kind: 'target', ...target, values: { value: 11 } }],
  ],
  [
    'a date emptied',
    changed(0, { label: 'Part', baseline: 1, value: 10 }),
    [{ kind: 'target', ...target, values: { date: undefined } }],
  ],
  [
    'the name on a line that repeats it',
    changed(1, { ...before[1], label: 'Taux' }),
    [{ kind: 'part', key: 'indicators', partId: 'i1', field: 'label', value: 'Taux' }],
  ],
  [
    'a line emptied',
    changed(1, undefined),
    [{ kind: 'target-removed', partId: 'i1', targetId: 't2' }],
  ],
  [
    'an indicator emptied',
    changed(2, undefined),
    [{ kind: 'part-removed', key: 'indicators', partId: 'i2' }],
  ],
  [
    'all lines of an indicator emptied',
    [{}, {}, { label: 'Nombre' }],
    [{ kind: 'part-removed', key: 'indicators', partId: 'i1' }],
  ],
  [
    'a first target',
    changed(2, { label: 'Nombre', value: 4 }),
    [{ kind: 'target-added', partId: 'i2', values: { value: 4 } }],
  ],
  [
    'the last indicator again, without a target',
    [...before, { label: 'Nombre' }],
    [{ kind: 'part-added', key: 'indicators', values: { label: 'Nombre', targets: [] } }],
  ],
  [
    'the last indicator again, with a target the first has not',
    [...before, { label: 'Nombre', value: 6 }],
    [
      {
        kind: 'part-added',
        key: 'indicators',
        values: { label: 'Nombre', targets: [{ value: 6 }] },
      },
    ],
  ],
  [
    'targets more below, then another indicator with its own',
    [...before, {}, { value: 5 }, { label: 'Nombre', value: 6 }, { label: 'Autre' }, { value: 7 }],
    [
      { kind: 'target-added', partId: 'i2', values: { value: 5 } },
      { kind: 'target-added', partId: 'i2', values: { value: 6 } },
      {
        kind: 'part-added',
        key: 'indicators',
        values: { label: 'Autre', targets: [{ value: 7 }] },
      },
    ],
  ],
])('[IM11] from the lines of a file: %s', (_what, after, edits) => {
  expect(measureEdits(indicators, after)).toEqual(edits);
});

test('[IM11] an action without indicators gets those of the lines', () => {
  expect(measureEdits([], [{ value: 5 }, { label: 'a', value: 6 }])).toEqual([
    { kind: 'part-added', key: 'indicators', values: { targets: [{ value: 5 }] } },
    { kind: 'part-added', key: 'indicators', values: { label: 'a', targets: [{ value: 6 }] } },
  ]);
});
