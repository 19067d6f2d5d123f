import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { openDocument } from '../../../server/rooms/board/document.ts';
import { revealedIn } from '../../../server/rooms/session/revealed.ts';
import { foldHere } from '../../../server/work/fold.ts';
import { encodeDoc } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { ActionId, PersonId } from '../../../shared/ids.ts';
import type { Idea } from '../../../shared/session/ideas/idea.ts';
import type { EventOf } from '../../../shared/session/session.ts';
import { smallWorkshop, water } from '../../support/small-workshop.ts';

const idea = (id: string): Idea => ({
  id: id as ActionId,
  personId: 'ben' as PersonId,
  priorityId: water,
  title: id,
  description: '',
});
const reveal = (...ids: string[]): EventOf<'revealed'> => ({
  type: 'revealed',
  at: 1,
  by: 'ana' as PersonId,
  anonymous: false,
  ids: ids as ActionId[],
});

test('[SR9] an idea of somebody of whom there is no trace is revealed under their id', () => {
  const document = openDocument(foldHere([encodeDoc(smallWorkshop())]));
  const ideas = new Map([['one' as ActionId, idea('one')]]);
  const written = revealedIn({ ideas }, reveal('one'), { document, person: () => undefined });
  expect(readBoard(document.live()).actions.get('one' as ActionId)).toMatchObject({
    title: 'one',
    authorId: 'ben',
  });
  const { structs } = Y.decodeUpdate(written?.bytes ?? new Uint8Array());
  expect(new Set(structs.map(({ id }) => id.client))).toEqual(new Set([written?.client]));
  expect(written?.end).toBe(structs.reduce((sum, { length }) => sum + length, 0));
});

test('[SR9] what is not there any more is not revealed, and then nothing is written', () => {
  const document = openDocument(foldHere([encodeDoc(smallWorkshop())]));
  const none = revealedIn({ ideas: new Map() }, reveal('gone'), {
    document,
    person: () => undefined,
  });
  expect(none).toBeUndefined();
});
