/** A board without its past reads as the one it was made from. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addAction, discardAction, moveAction } from '../../../shared/board/commands/actions.ts';
import { type BoardDoc, createDoc, encodeDoc, entityMap } from '../../../shared/board/doc.ts';
import { fillBoard } from '../../../shared/board/fill.ts';
import { rebuildDoc } from '../../../shared/board/rebuild.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { openText } from '../../../shared/board/text-handle.ts';
import demo from '../../../shared/demo/atelier-cotentin.json' with { type: 'json' };
import { readWorkshop } from '../../../shared/file/read.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { boardOfAllKinds } from '../../support/kinds-of-work.ts';
import { unwrap } from '../../support/result.ts';
import { a, author, b, jobs, smallWorkshop, water } from '../../support/small-workshop.ts';

const write = (doc: BoardDoc, id: ActionId, removed: number, inserted: string) =>
  openText(doc, id, 'title')?.replace({ index: 0, removed, inserted });

function demonstration(): BoardDoc {
  const doc = createDoc();
  const { workshop } = readWorkshop(JSON.stringify(demo));
  if (!workshop) throw new Error('the demonstration is a workshop');
  fillBoard(doc, workshop);
  return doc;
}

test.each([
  ['the demonstration', demonstration],
  ['a board where everything is filled, with comments and what is set aside', boardOfAllKinds],
])('[EP7] every field of %s reads as before', (_what, make) => {
  const doc = make();
  expect(readBoard(rebuildDoc(doc))).toEqual(readBoard(doc));
});

test('[EP7] what was written, moved, set aside and taken back is as it stands, and no longer told', () => {
  const doc = smallWorkshop();
  const place = { priorityId: jobs, before: null };
  const added = unwrap(addAction(doc, { title: 'Ajoutée', place, author }));
  moveAction(doc, a, place);
  discardAction(doc, b);
  // Enough to outweigh the ids of the two documents, some of which are a few bytes longer by chance.
  const secret = 'secret'.repeat(20);
  for (const letter of secret) write(doc, added, 0, letter);
  write(doc, added, secret.length, '');
  const rebuilt = rebuildDoc(doc);
  expect(readBoard(rebuilt)).toEqual(readBoard(doc));
  expect(readBoard(rebuilt).actions.get(added)).toMatchObject({
    title: 'Ajoutée',
    authorId: 'ana',
  });
  expect([...rebuilt.store.clients.keys()]).toEqual([rebuilt.clientID]);
  expect(rebuilt.clientID).not.toBe(doc.clientID);
  expect(Y.createDeleteSetFromStructStore(rebuilt.store).clients.size).toBe(0);
  expect(encodeDoc(rebuilt).length).toBeLessThan(encodeDoc(doc).length);
});

test('[EP7] it shares nothing with the first: each goes on alone', () => {
  const doc = smallWorkshop();
  const rebuilt = rebuildDoc(doc);
  write(doc, a, 0, 'Vieille ');
  write(rebuilt, a, 0, 'Neuve ');
  expect(entityMap(rebuilt, 'actions', a)?.get('title')?.toString()).toBe('Neuve Action a');
  expect(readBoard(rebuilt).actions.get(a)?.priorityId).toBe(water);
});
