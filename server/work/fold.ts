/**
 * What the bytes of a log come to, computed at one go: as long as a board is large. Whoever runs
 * these decides where, see `work/work.ts`.
 */
import * as Y from 'yjs';
import type { Board } from '../../shared/board/board.ts';
import {
  type BoardMigration,
  migrateBoard,
  type NewerSchema,
  schemaVersionOf,
} from '../../shared/board/board-migrations.ts';
import { createDoc } from '../../shared/board/doc.ts';
import { rebuildDoc } from '../../shared/board/rebuild.ts';
import { readBoard } from '../../shared/board/snapshot.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Snapshot } from '../store/store.ts';
import { firstAnswer } from './first-answer.ts';

export type Folded = Omit<Snapshot, 'seq'>;
export interface Upgraded extends Folded {
  /** What the migrations wrote, as one update; null when the board needed none. */
  readonly migration: Uint8Array | null;
}

export const sizeOf = (updates: readonly Uint8Array[]): number =>
  updates.reduce((sum, { length }) => sum + length, 0);

/** @param updates here as below: the last state and all updates after it, in order */
export const foldHere = (updates: readonly Uint8Array[]): Folded => reading(updates, folded);

/** The same, brought to the schema the migrations lead to. */
export const upgradeHere = (
  updates: readonly Uint8Array[],
  migrations?: readonly BoardMigration[],
): Result<Upgraded, NewerSchema> =>
  reading(updates, (doc) => {
    let migration: Uint8Array | null = null;
    doc.on('update', (bytes: Uint8Array) => {
      migration = bytes;
    });
    const migrated = migrateBoard(doc, migrations);
    return migrated.ok ? ok({ ...folded(doc), migration }) : migrated;
  });

export const boardFrom = (
  updates: readonly Uint8Array[],
  migrations?: readonly BoardMigration[],
): Result<Board, NewerSchema> => readMigrated(updates, readBoard, migrations);

/** The same board without its past, brought to the schema the migrations lead to: another document. */
export const flattenHere = (
  updates: readonly Uint8Array[],
  migrations?: readonly BoardMigration[],
): Result<Folded, NewerSchema> =>
  readMigrated(updates, (doc) => folded(rebuildDoc(doc)), migrations);

function folded(doc: Y.Doc): Folded {
  const state = Y.encodeStateAsUpdate(doc);
  const stateVector = Y.encodeStateVector(doc);
  return { state, stateVector, schema: schemaVersionOf(doc), ...firstAnswer(doc, state) };
}

/** Only the copy that is read is migrated: the log is written by whoever opens the board. */
export const readMigrated = <Value>(
  updates: readonly Uint8Array[],
  read: (doc: Y.Doc) => Value,
  migrations: readonly BoardMigration[] | undefined,
): Result<Value, NewerSchema> =>
  reading(updates, (doc) => {
    const migrated = migrateBoard(doc, migrations);
    return migrated.ok ? ok(read(doc)) : migrated;
  });

function reading<Value>(updates: readonly Uint8Array[], read: (doc: Y.Doc) => Value): Value {
  const doc = createDoc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  const value = read(doc);
  doc.destroy();
  return value;
}
