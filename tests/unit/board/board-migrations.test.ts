import { expect, test } from 'vitest';
import {
  BOARD_MIGRATIONS,
  type BoardMigration,
  migrateBoard,
  versionAfter,
} from '../../../shared/board/board-migrations.ts';
import { createDoc, entityMap, infoMap } from '../../../shared/board/doc.ts';
import { seedBoard } from '../../../shared/board/fill.ts';
import { SCHEMA_VERSION } from '../../../shared/board/schema-version.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { a, smallWorkshop, updatesDuring } from '../../support/small-workshop.ts';

/** Two versions to come, made up: each leaves a trace of having run. */
const later: readonly BoardMigration[] = [2, 3].map((to) => ({
  to,
  run: (doc) => {
    const before = entityMap(doc, 'actions', a)?.get('means') ?? '';
    entityMap(doc, 'actions', a)?.set('means', `${before}${to}`);
  },
}));
const versionOf = (doc: ReturnType<typeof smallWorkshop>) => readBoard(doc).info.schemaVersion;

test('[BD13] the list of migrations leads to the one version there is, a step at a time', () => {
  expect(versionAfter(BOARD_MIGRATIONS)).toBe(SCHEMA_VERSION);
  expect(BOARD_MIGRATIONS.map(({ to }) => to)).toEqual(BOARD_MIGRATIONS.map((_, at) => at + 2));
});

test('[BD13] a new board is written in that version', () => {
  const doc = createDoc();
  seedBoard(doc, { title: 'Eau' });
  expect(versionOf(doc)).toBe(SCHEMA_VERSION);
  expect(migrateBoard(doc)).toEqual({ ok: true, value: false });
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
    if (version === undefined) infoMap(doc).delete('schemaVersion');
    else infoMap(doc).set('schemaVersion', version);
    const updates = updatesDuring(doc, () => migrateBoard(doc, later));
    expect(updates).toBe(trace === undefined ? 0 : 1);
    expect([versionOf(doc), readBoard(doc).actions.get(a)?.means]).toEqual([3, trace]);
    expect(updatesDuring(doc, () => expect(migrateBoard(doc, later).ok).toBe(true))).toBe(0);
  },
);

test.each(['2', -1, 0, 1.5, Number.NaN, null])(
  '[BD13] the version %j counts as the first',
  (version) => {
    const doc = smallWorkshop();
    infoMap(doc).set('schemaVersion', version);
    expect(migrateBoard(doc, later).ok).toBe(true);
    expect(versionOf(doc)).toBe(3);
  },
);

test('[BD13] a board of a later version is named as such and left untouched', () => {
  const doc = smallWorkshop();
  infoMap(doc).set('schemaVersion', SCHEMA_VERSION + 1);
  const updates = updatesDuring(doc, () =>
    expect(migrateBoard(doc)).toEqual({
      ok: false,
      error: { kind: 'newer-schema', version: SCHEMA_VERSION + 1 },
    }),
  );
  expect(updates).toBe(0);
});
