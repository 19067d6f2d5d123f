import { expect, test } from 'vitest';
import { entityMap, infoMap } from '../../../shared/board/doc.ts';
import { type Migration, migrate, SCHEMA_VERSION } from '../../../shared/board/migrations.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { a, smallWorkshop, updatesDuring } from '../../support/small-workshop.ts';

/** Two versions to come, made up: each leaves a trace of having run. */
const later: readonly Migration[] = [2, 3].map((to) => ({
  to,
  run: (doc) => {
    const before = entityMap(doc, 'actions', a)?.get('means') ?? '';
    entityMap(doc, 'actions', a)?.set('means', `${before}${to}`);
  },
}));
const versionOf = (doc: ReturnType<typeof smallWorkshop>) => readBoard(doc).info.schemaVersion;

test('[BD13] a board without a version is given that of today', () => {
  const doc = smallWorkshop();
  expect(migrate(doc)).toEqual({ ok: true, value: true });
  expect(versionOf(doc)).toBe(SCHEMA_VERSION);
});

test.each([
  [undefined, '23'],
  [1, '23'],
  [2, '3'],
  [3, undefined],
])(
  '[BD13] from version %s the migrations still needed run once, in order, in one transaction',
  (version, trace) => {
    const doc = smallWorkshop();
    if (version !== undefined) infoMap(doc).set('schemaVersion', version);
    const updates = updatesDuring(doc, () => migrate(doc, later));
    expect(updates).toBe(trace === undefined ? 0 : 1);
    expect([versionOf(doc), readBoard(doc).actions.get(a)?.means]).toEqual([3, trace]);
    expect(updatesDuring(doc, () => expect(migrate(doc, later).ok).toBe(true))).toBe(0);
  },
);

test.each(['2', -1, 0, 1.5, Number.NaN, null])(
  '[BD13] the version %j counts as the first',
  (version) => {
    const doc = smallWorkshop();
    infoMap(doc).set('schemaVersion', version);
    expect(migrate(doc, later).ok).toBe(true);
    expect(versionOf(doc)).toBe(3);
  },
);

test('[BD13] a board of a later version is named as such and left untouched', () => {
  const doc = smallWorkshop();
  infoMap(doc).set('schemaVersion', SCHEMA_VERSION + 1);
  const updates = updatesDuring(doc, () =>
    expect(migrate(doc)).toEqual({
      ok: false,
      error: { kind: 'newer-schema', version: SCHEMA_VERSION + 1 },
    }),
  );
  expect(updates).toBe(0);
});
