/** A second version of the schema, as a release to come could bring it: a field of actions renamed. */
import type { BoardMigration } from '../../shared/board/board-migrations.ts';
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
import { a, prepare } from './small-workshop.ts';

/** What is `means` today was written under `resources` before. */
export const SECOND_SCHEMA: readonly BoardMigration[] = [
  {
    to: 2,
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

/** The small workshop as the first version wrote it. */
export function oldWorkshop(): BoardDoc {
  const doc = createDoc();
  prepare(doc);
  writeInfo(doc, { schemaVersion: 1, title: 'Avant' });
  entityMap(doc, 'actions', a)?.set('resources', OLD_MEANS);
  return doc;
}

/** What the store keeps of a document: the first entry of a log, and the snapshot of it. */
export function keptOf(doc: BoardDoc, schema = 1) {
  const state = encodeDoc(doc);
  return {
    entry: { kind: 'update', author: null, at: 0, bytes: state } as const,
    snapshot: { seq: 1, state, stateVector: encodeExtent(doc), schema },
  };
}
