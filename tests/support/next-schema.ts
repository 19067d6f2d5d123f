/** The next version of the schema, as a release to come could bring it: a field of actions renamed. */
import { BOARD_MIGRATIONS, type BoardMigration } from '../../shared/board/board-migrations.ts';
import {
  type BoardDoc,
  createDoc,
  encodeDoc,
  encodeExtent,
  entitiesOf,
  entityMap,
  writeInfo,
  writePlain,
} from '../../shared/board/doc.ts';
import { SCHEMA_VERSION } from '../../shared/board/schema-version.ts';
import { a, prepare } from './small-workshop.ts';

export const NEXT_VERSION = SCHEMA_VERSION + 1;
export const NEXT_SCHEMA: readonly BoardMigration[] = [
  ...BOARD_MIGRATIONS,
  {
    to: NEXT_VERSION,
    run: (doc) => {
      for (const id of entitiesOf(doc, 'actions').keys()) {
        const action = entityMap(doc, 'actions', id);
        if (action?.has('resources'))
          writePlain(action, { means: action.get('resources'), resources: undefined });
      }
    },
  },
];
export const OLD_MEANS = 'Deux agents, écrits sous l’ancien nom';

/** The small workshop as today’s version would write it, were `means` called `resources` in it. */
export function oldWorkshop(): BoardDoc {
  const doc = createDoc();
  prepare(doc);
  writeInfo(doc, { schemaVersion: SCHEMA_VERSION, title: 'Avant' });
  entityMap(doc, 'actions', a)?.set('resources', OLD_MEANS);
  return doc;
}

/** What the store keeps of a document: the first entry of a log, and the snapshot of it. */
export function keptOf(doc: BoardDoc, schema: number = SCHEMA_VERSION) {
  const state = encodeDoc(doc);
  return {
    entry: { kind: 'update', author: null, at: 0, bytes: state } as const,
    snapshot: { seq: 1, state, stateVector: encodeExtent(doc), schema },
  };
}
