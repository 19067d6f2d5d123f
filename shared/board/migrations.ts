/**
 * Brings a board written by an older version to the schema of today. The server runs it when it
 * opens a board, before anybody is in; a board of a newer version is left untouched.
 */
import { err, ok, type Result } from '../result.ts';
import { type BoardDoc, infoMap, writeInfo } from './doc.ts';
import { BOARD_FIELDS } from './schema.ts';

/** Rewrites a document from the version before `to` into `to`. */
export interface Migration {
  readonly to: number;
  readonly run: (doc: BoardDoc) => void;
}

/** In order, one for each version after the first. A migration in use is never edited again. */
const MIGRATIONS: readonly Migration[] = [];

/** Version of the schema boards are written in. */
export const SCHEMA_VERSION = MIGRATIONS.at(-1)?.to ?? 1;

/** The board was written by a later version of this program. */
export interface NewerSchema {
  readonly kind: 'newer-schema';
  readonly version: number;
}

/**
 * Runs the migrations a board still needs, in one transaction; none is needed the second time.
 * @returns whether the document changed
 */
export function migrate(
  doc: BoardDoc,
  migrations: readonly Migration[] = MIGRATIONS,
): Result<boolean, NewerSchema> {
  const known = migrations.at(-1)?.to ?? 1;
  const written: unknown = infoMap(doc).get('schemaVersion');
  // A document without a valid version is one of the first: version 1 began without the field.
  const version = BOARD_FIELDS.schemaVersion.is(written) ? written : 1;
  if (version > known) return err({ kind: 'newer-schema', version });
  if (written === known) return ok(false);
  doc.transact(() => {
    for (const { to, run } of migrations) if (to > version) run(doc);
    writeInfo(doc, { schemaVersion: known });
  });
  return ok(true);
}
