/** A workshop small enough to be read in a test: two priorities, three actions in the first. */
import { addEntity, type BoardDoc, createDoc, writeInfo } from '../../shared/board/doc.ts';
import { SCHEMA_VERSION } from '../../shared/board/schema-version.ts';
import type { ActionId, DirectionId, PersonId, PriorityId } from '../../shared/ids.ts';

export const water = 'water' as PriorityId;
export const jobs = 'jobs' as PriorityId;
export const a = 'a' as ActionId;
export const b = 'b' as ActionId;
export const c = 'c' as ActionId;
export const nobody = 'nobody' as ActionId;
export const roads = 'roads' as DirectionId;
export const author = { personId: 'ana' as PersonId, directionId: roads, actorId: null };

/** Fills a document: `a`, `b` and `c` in the priority `water`, nothing in `jobs`. */
export function prepare(doc: BoardDoc): void {
  doc.transact(() => {
    writeInfo(doc, { schemaVersion: SCHEMA_VERSION });
    addEntity(doc, 'priorities', water, { title: 'Eau', rank: 'a0' });
    addEntity(doc, 'priorities', jobs, { title: 'Emploi', rank: 'a1' });
    addEntity(doc, 'directions', roads, { name: 'Voirie', rank: 'a0' });
    for (const [i, id] of [a, b, c].entries())
      addEntity(doc, 'actions', id, { title: `Action ${id}`, priorityId: water, rank: `a${i}` });
  });
}

export function smallWorkshop(): BoardDoc {
  const doc = createDoc();
  prepare(doc);
  return doc;
}

/** Counts the transactions that change a document while something runs. */
export function updatesDuring(doc: BoardDoc, run: () => void): number {
  let count = 0;
  const note = () => {
    count++;
  };
  doc.on('update', note);
  run();
  doc.off('update', note);
  return count;
}
