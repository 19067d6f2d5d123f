/**
 * Brings the document of a board to the schema of today. The server does it when it opens a board,
 * as an entry of the log that is on disk before anybody is in; whoever only reads a stored board
 * does it to a copy. The tables of the database have their own: `server/store/sql-migrations.ts`.
 */
import { err, ok, type Result } from '../result.ts';
import { type BoardDoc, infoMap, writeInfo } from './doc.ts';
import { membersToKeys } from './members-to-keys.ts';
import { BOARD_FIELDS } from './schema.ts';

/** Rewrites a document from the version before `to` into `to`. */
export interface BoardMigration {
  readonly to: number;
  readonly run: (doc: BoardDoc) => void;
}

/**
 * In order, one for each version after the first; the last one leads to `SCHEMA_VERSION`. A
 * migration in use is never edited again.
 */
export const BOARD_MIGRATIONS: readonly BoardMigration[] = [{ to: 2, run: membersToKeys }];

/** The board was written by a later version of this program. */
export interface NewerSchema {
  readonly kind: 'newer-schema';
  readonly version: number;
}

/** The version a list of migrations leads to. */
export const versionAfter = (migrations: readonly BoardMigration[]): number =>
  migrations.at(-1)?.to ?? 1;

/** A document without a valid version is one of the first: version 1 began without the field. */
export function schemaVersionOf(doc: BoardDoc): number {
  const written: unknown = infoMap(doc).get('schemaVersion');
  return BOARD_FIELDS.schemaVersion.is(written) ? written : 1;
}

/**
 * Runs the migrations a board still needs, in one transaction; none is needed the second time.
 * @returns whether the document changed
 */
export function migrateBoard(
  doc: BoardDoc,
  migrations: readonly BoardMigration[] = BOARD_MIGRATIONS,
): Result<boolean, NewerSchema> {
  const known = versionAfter(migrations);
  const version = schemaVersionOf(doc);
  if (version > known) return err({ kind: 'newer-schema', version });
  if (version === known) return ok(false);
  doc.transact(() => {
    for (const { to, run } of migrations) if (to > version) run(doc);
    writeInfo(doc, { schemaVersion: known });
  });
  return ok(true);
}
